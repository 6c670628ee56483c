package dev.tessera.demo.account;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/// The time in which one of several servers that start on one database prepares it.
public final class Turn implements AutoCloseable {
    private final Optional<Connection> holder;

    private Turn(Optional<Connection> holder) {
        this.holder = holder;
    }

    /// Where no other process can have the database open.
    static Turn free() {
        return new Turn(Optional.empty());
    }

    /// Waits until it is there.
    ///
    /// @param connection is closed with it
    static Turn of(Connection connection, String statement) throws SQLException {
        connection.setAutoCommit(false);
        try (var waiting = connection.createStatement()) {
            waiting.execute(statement);
        }
        return new Turn(Optional.of(connection));
    }

    @Override
    public void close() {
        if (holder.isEmpty()) {
            return;
        }
        try (var connection = holder.get()) {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException _) {
            // The connection is gone, and with it what it held.
        }
    }
}
