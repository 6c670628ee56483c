/// Databases of SQLite, read from memory as they lie on disk: tables alone, no SQL, no index, nothing written. What is
/// damaged or made to do harm ends in one of our exceptions, and no byte is read more often than the file is long.
///
///     var database = SqliteFile.open(file);
///     database.forEach("accounts", row -> findings.add(draft -> draft.issuer(row.text("issuer"))));
package dev.tessera.transfer.sqlite;
