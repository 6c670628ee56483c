package dev.tessera.demo.account;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/// The store. Every failure of it becomes a [StoreException], and nothing of the failed work stays.
final class Database implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration IDLE = Duration.ofMinutes(1);
    private static final int MOST_TRIES = 5;
    /// A strong reference: the logging system forgets the level of a logger that nobody holds. The pool would tell who
    /// was refused; what fails is told by us.
    private static final Logger POOL_LOG = Logger.getLogger("com.zaxxer.hikari");

    private final DataSource source;
    private final Optional<String> turn;
    private final Runnable closing;

    private Database(DataSource source, Optional<String> turn, Runnable closing) {
        this.source = source;
        this.turn = turn;
        this.closing = closing;
    }

    /// Opens the database, and makes its tables where there are none.
    ///
    /// @param through what every connection goes through: the identity, or a store that is slow or fails
    static Database open(Engine engine, UnaryOperator<DataSource> through) throws StoreException {
        if (engine.file().isPresent()) {
            engine.file().get().opening();
        }
        var pool = pool(engine.source());
        try {
            createTables(pool, engine.turn());
        } catch (SQLException e) {
            pool.close();
            throw new StoreException(e);
        }
        return new Database(through.apply(pool), engine.turn(), () -> {
            pool.close();
            engine.file().ifPresent(H2File::closed);
        });
    }

    private static HikariDataSource pool(DataSource source) throws StoreException {
        POOL_LOG.setLevel(Level.OFF);
        var config = new HikariConfig();
        config.setDataSource(source);
        config.setPoolName("login");
        config.setMaximumPoolSize(MOST_CONNECTIONS);
        config.setMinimumIdle(1);
        config.setIdleTimeout(IDLE.toMillis());
        config.setConnectionTimeout(PATIENCE.toMillis());
        // What the conditional statements rest on, whatever is set in the database: a row that they waited for is
        // looked at as it is then.
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException e) {
            throw new StoreException(e.getCause() instanceof SQLException cause ? cause : new SQLException(e));
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

    /// Removes what is over. Two who remove the same rows at once can be in each other's way: then one of them leaves
    /// it to the other.
    void tidy(String statement, long before) throws StoreException {
        try {
            run(sql -> sql.update(statement, before));
        } catch (StoreException e) {
            if (!e.isDeadlock()) {
                throw e;
            }
        }
    }

    /// Holds off other servers that start on this database, until it is closed.
    Turn turn() throws StoreException {
        if (turn.isEmpty()) {
            return Turn.free();
        }
        try {
            return waitForTurn(source.getConnection(), turn.get());
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    private static Turn waitForTurn(Connection connection, String statement) throws SQLException {
        boolean isThere = false;
        try {
            var turn = Turn.of(connection, statement);
            isThere = true;
            return turn;
        } finally {
            if (!isThere) {
                connection.close();
            }
        }
    }

    /// Of two that wait for each other, the database ends one, of which nothing has happened: that one begins anew.
    private <T> T transaction(Work<T> work, Predicate<T> isToStay) throws StoreException {
        for (int tries = 1; ; tries++) {
            try {
                return once(work, isToStay);
            } catch (StoreException e) {
                if (!e.isDeadlock() || tries == MOST_TRIES) {
                    throw e;
                }
            }
        }
    }

    private <T> T once(Work<T> work, Predicate<T> isToStay) throws StoreException {
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

    private static void createTables(DataSource direct, Optional<String> turn) throws SQLException {
        try (var connection = direct.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            if (turn.isPresent()) {
                statement.execute(turn.get());
            }
            for (String command : schema().split(";")) {
                if (!command.isBlank()) {
                    statement.execute(command);
                }
            }
            connection.commit();
            connection.setAutoCommit(true);
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
