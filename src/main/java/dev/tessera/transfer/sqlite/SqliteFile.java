package dev.tessera.transfer.sqlite;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Fields;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A database of SQLite as it lies in a file ([its format](https://sqlite.org/fileformat2.html)), with the
/// write-ahead log beside it if there is one. Names of tables and columns are lower case. It is good until the
/// file is closed.
public final class SqliteFile {
    private static final List<String> SCHEMA = List.of("type", "name", "tbl_name", "rootpage", "sql");

    private final Pages pages;
    private final Charset charset;
    private final Map<String, Table> tables = new HashMap<>();

    private record Table(long root, List<String> columns) {}

    private SqliteFile(ImportFile file) throws ImportException {
        pages = new Pages(file);
        charset = pages.charset();
        read(new Table(1, SCHEMA), this::table);
    }

    /// @throws DamagedImportException if it is no database, or not whole
    public static SqliteFile open(ImportFile file) throws ImportException {
        return new SqliteFile(file);
    }

    /// Whether a file is a database with this table and these columns of it. One that is damaged is none.
    public static boolean isOf(ImportFile file, String table, String... columns) {
        try {
            return file.isDatabase() && open(file).has(table, columns);
        } catch (ImportException _) {
            return false; // Told by whoever reads what no other format took.
        }
    }

    /// What is done with each row of a table.
    @FunctionalInterface
    public interface RowReading {
        /// @throws ImportException if the file as a whole cannot be read
        void read(Fields row) throws ImportException;
    }

    /// Whether there is this table, with these columns at least.
    public boolean has(String table, String... columns) {
        var found = tables.get(table);
        return found != null && found.columns().containsAll(List.of(columns));
    }

    /// The names of the tables.
    public List<String> tables() {
        return tables.keySet().stream().sorted().toList();
    }

    /// Each row of a table, in their order; none if there is no such table.
    ///
    /// @throws ImportException if the table is damaged
    public void forEach(String table, RowReading reading) throws ImportException {
        var found = tables.get(table);
        if (found != null) {
            read(found, reading);
        }
    }

    /// Whether rows may be missing, because the database keeps the newest in a log that was not beside it.
    public boolean lacksLog() {
        return pages.lacksLog();
    }

    /// Tells whether the log beside the database was read, or rows may be missing.
    public void noteLog(Findings findings) {
        if (lacksLog()) {
            findings.note(
                    "The newest entries may be missing: the app keeps them in a second file, which has the same name"
                            + " with -wal at the end. Copy both into one folder and import again.");
        } else if (pages.hasLog()) {
            findings.note("The newest changes were read from the file next to it whose name ends in -wal.");
        }
    }

    private void read(Table table, RowReading reading) throws ImportException {
        new TableTree(pages, payload -> {
                    try {
                        reading.read(Row.read(payload, table.columns(), charset));
                    } finally {
                        Arrays.fill(payload, (byte) 0);
                    }
                })
                .read(table.root());
    }

    /// Views, indexes and tables of extensions have nothing to read.
    private void table(Fields row) {
        long root = row.node("rootpage").asLong();
        if (row.text("type").equals("table") && root > 0) {
            tables.putIfAbsent(
                    row.text("name").toLowerCase(Locale.ROOT), new Table(root, ColumnNames.in(row.text("sql"))));
        }
    }

    /// How a database begins.
    static byte[] mark() {
        return "SQLite format 3\0".getBytes(US_ASCII);
    }

    static DamagedImportException damaged() {
        return new DamagedImportException(
                "This database is damaged or was not copied completely. Close the app it belongs to and copy it"
                        + " again.");
    }
}
