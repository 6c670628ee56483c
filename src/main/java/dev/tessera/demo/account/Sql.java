package dev.tessera.demo.account;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Statements on one connection; values go in as parameters only.
final class Sql {
    private final Connection connection;

    Sql(Connection connection) {
        this.connection = connection;
    }

    /// Reads one row.
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// Runs a statement and returns how many rows it changed.
    int update(String statement, @Nullable Object... values) throws SQLException {
        try (var prepared = prepare(statement, values)) {
            return prepared.executeUpdate();
        }
    }

    /// The first row, if there is one.
    <T> Optional<T> first(String query, Row<T> row, Object... values) throws SQLException {
        try (var prepared = prepare(query, values);
                var rows = prepared.executeQuery()) {
            return rows.next() ? Optional.of(row.read(rows)) : Optional.empty();
        }
    }

    /// All rows.
    <T> List<T> all(String query, Row<T> row, Object... values) throws SQLException {
        var read = new ArrayList<T>();
        try (var prepared = prepare(query, values);
                var rows = prepared.executeQuery()) {
            while (rows.next()) {
                read.add(row.read(rows));
            }
        }
        return List.copyOf(read);
    }

    private PreparedStatement prepare(String statement, @Nullable Object... values) throws SQLException {
        var prepared = connection.prepareStatement(statement);
        for (int i = 0; i < values.length; i++) {
            prepared.setObject(i + 1, values[i]);
        }
        return prepared;
    }
}
