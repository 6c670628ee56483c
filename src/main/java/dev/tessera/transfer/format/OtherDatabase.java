package dev.tessera.transfer.format;

import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Importer;
import dev.tessera.transfer.Match;
import dev.tessera.transfer.UnsupportedImportException;
import dev.tessera.transfer.sqlite.SqliteFile;

/// A database of SQLite that is no known app's, or damaged, or only half of the two files that it should be: told, not
/// read.
final class OtherDatabase implements Importer {

    @Override
    public String id() {
        return "sqlite";
    }

    @Override
    public String name() {
        return "SQLite";
    }

    @Override
    public Match match(ImportFile file) {
        return Match.when(file.isDatabase() || file.isDatabaseLog());
    }

    @Override
    public Import read(ImportFile file) throws ImportException {
        if (file.isDatabaseLog()) {
            throw new UnsupportedImportException(
                    "An app keeps this file next to its database while it runs; it is of no use on its own. Import the"
                            + " database, which has the same name without the ending (-wal or -shm), and leave this"
                            + " file next to it.");
        }
        throw new UnsupportedImportException(
                SqliteFile.open(file).lacksLog()
                        ? "This database contains no accounts on its own: the app keeps the newest data in a second"
                                + " file, which has the same name with -wal at the end. Copy both into one folder and"
                                + " import again."
                        : "This is a database from an app that Tessera does not know. Export the accounts from the app"
                                + " itself, as JSON or as a list of links.");
    }
}
