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
                    "This is what an app keeps beside its database while it runs, and of no use by itself. Import the"
                            + " database, whose name is the same without the end (-wal or -shm), and let this lie beside it.");
        }
        throw new UnsupportedImportException(
                SqliteFile.open(file).lacksLog()
                        ? "This database holds no accounts by itself: the app keeps the newest of it in a second file,"
                                + " whose name is that of this one with -wal at its end. Copy both into one folder and"
                                + " import again."
                        : "This is a database, and of no app that Tessera knows. Export the accounts from the app itself,"
                                + " as JSON or as a list of links.");
    }
}
