package dev.tessera.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/// All that the database holds at one moment, but for the log of who asked for what.
///
/// @param tables the rows of each table, as texts in their order; a table comes after those that it refers to
record Snapshot(Map<String, List<List<Object>>> tables) {
    private static final Pattern TABLE = Pattern.compile("CREATE TABLE IF NOT EXISTS (\\w+)");
    private static final String LOG = "audit";

    static Snapshot of(DataSource store) throws SQLException {
        var tables = new LinkedHashMap<String, List<List<Object>>>();
        try (var connection = store.getConnection();
                var statement = connection.createStatement()) {
            for (var table : names()) {
                var rows = new ArrayList<List<Object>>();
                try (var found = statement.executeQuery("SELECT * FROM " + table + " ORDER BY 1, 2")) {
                    int columns = found.getMetaData().getColumnCount();
                    while (found.next()) {
                        var row = new ArrayList<Object>();
                        for (int column = 1; column <= columns; column++) {
                            row.add(found.getObject(column));
                        }
                        rows.add(row);
                    }
                }
                tables.put(table, rows);
            }
        }
        return new Snapshot(tables);
    }

    /// The rows that came or went since.
    List<String> changed(DataSource store) throws SQLException {
        var now = of(store).tables;
        var changed = new ArrayList<String>();
        tables.forEach((table, before) -> {
            var after = now.getOrDefault(table, List.of());
            before.stream().filter(row -> !after.contains(row)).forEach(row -> changed.add(table + " lost " + row));
            after.stream().filter(row -> !before.contains(row)).forEach(row -> changed.add(table + " got " + row));
        });
        return changed;
    }

    /// Puts the database back to that moment; its log is emptied.
    void restore(DataSource store) throws SQLException {
        if (changed(store).isEmpty()) {
            return;
        }
        try (var connection = store.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("DELETE FROM " + LOG);
                for (var table : List.copyOf(tables.keySet()).reversed()) {
                    statement.execute("DELETE FROM " + table);
                }
            }
            for (var table : tables.entrySet()) {
                for (var row : table.getValue()) {
                    insert(connection, table.getKey(), row);
                }
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private static void insert(Connection connection, String table, List<Object> row) throws SQLException {
        var marks = String.join(", ", row.stream().map(_ -> "?").toList());
        try (var statement = connection.prepareStatement("INSERT INTO " + table + " VALUES (" + marks + ")")) {
            for (int i = 0; i < row.size(); i++) {
                statement.setObject(i + 1, row.get(i));
            }
            statement.executeUpdate();
        }
    }

    /// As the schema makes them.
    private static List<String> names() {
        return TABLE.matcher(Pages.resource("account/schema.sql"))
                .results()
                .map(found -> found.group(1))
                .filter(name -> !name.equals(LOG))
                .toList();
    }
}
