package dev.tessera.demo.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/// The store. Every failure of it becomes a [StoreException], and nothing of the failed work stays.
final class Database implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 16;

    private final DataSource source;
    private final Runnable closing;

    private Database(DataSource source, Runnable closing) {
        this.source = source;
        this.closing = closing;
    }

    /// Opens or creates the H2 database in `folder`.
    ///
    /// @param through what every connection goes through: the identity, or a store that is slow or fails
    static Database open(Path folder, UnaryOperator<DataSource> through) throws StoreException {
        // WRITE_DELAY=0: what was answered is on disk even when the process is killed at once.
        // TRACE_LEVEL_FILE=0: H2 would write failed statements to a file of its own.
        var url = "jdbc:h2:file:" + folder.toAbsolutePath().resolve("login")
                + ";WRITE_DELAY=0;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0;LOCK_TIMEOUT=10000";
        var pool = JdbcConnectionPool.create(url, "login", "");
        pool.setMaxConnections(MOST_CONNECTIONS);
        var database = new Database(through.apply(pool), pool::dispose);
        try {
            database.createTables(pool);
            return database;
        } catch (SQLException e) {
            pool.dispose();
            throw new StoreException(e);
        }
    }

    /// Work on one connection.
    @FunctionalInterface
    interface Work<T> {
        T on(Sql sql) throws SQLException;
    }

    /// Runs statements that stand for themselves, each committed at once.
    <T> T run(Work<T> work) throws StoreException {
        try (var connection = source.getConnection()) {
            return work.on(new Sql(connection));
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    /// Runs statements of which all or none happen.
    <T> T transaction(Work<T> work) throws StoreException {
        return transaction(work, _ -> true);
    }

    /// Runs statements of which all happen if the work says so, and none otherwise.
    ///
    /// @return what the work said
    boolean transactionIf(Work<Boolean> work) throws StoreException {
        return transaction(work, done -> done);
    }

    private <T> T transaction(Work<T> work, Predicate<T> isToStay) throws StoreException {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                T result = work.on(new Sql(connection));
                if (isToStay.test(result)) {
                    connection.commit();
                    done = true;
                }
                return result;
            } finally {
                if (!done) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    @Override
    public void close() {
        closing.run();
    }

    private void createTables(DataSource direct) throws SQLException {
        try (var connection = direct.getConnection();
                var statement = connection.createStatement()) {
            for (String command : schema().split(";")) {
                if (!command.isBlank()) {
                    statement.execute(command);
                }
            }
        }
    }

    private static String schema() {
        try (var stream = Database.class.getResourceAsStream("schema.sql")) {
            if (stream == null) {
                throw new AssertionError("schema.sql is packed with this class");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
