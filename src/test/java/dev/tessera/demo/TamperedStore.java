package dev.tessera.demo;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/// The real store, made slow, made to fail at a chosen statement, or opened for a look.
final class TamperedStore implements UnaryOperator<DataSource> {
    private final AtomicInteger untilFailure = new AtomicInteger(Integer.MAX_VALUE);
    private volatile long pauseNanos;
    private volatile DataSource real = unset();

    @Override
    public DataSource apply(DataSource source) {
        real = source;
        return proxy(DataSource.class, (_, method, arguments) -> {
            var result = call(method, source, arguments);
            return result instanceof Connection connection ? tampered(connection) : result;
        });
    }

    /// From now on each statement takes this much longer, as over a network.
    void slowDown(long nanos) {
        pauseNanos = nanos;
    }

    /// The `number`th statement from now on fails, and all after it, until [#repair()].
    void failAt(int number) {
        untilFailure.set(number);
    }

    /// Nothing fails any more.
    ///
    /// @return whether anything had failed
    boolean repair() {
        return untilFailure.getAndSet(Integer.MAX_VALUE) <= 0;
    }

    /// The database itself.
    DataSource real() {
        return real;
    }

    /// The one text that a query gives, past all that the server does.
    String text(String query) {
        try (var connection = real.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            if (!rows.next()) {
                throw new IllegalStateException("no row for " + query);
            }
            return String.valueOf(rows.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// All that stands in all tables, past all that the server does.
    String everything() {
        var text = new StringBuilder();
        try (var connection = real.getConnection();
                var statement = connection.createStatement()) {
            var tables = new ArrayList<String>();
            try (var rows = connection.getMetaData().getTables(null, "public", "%", new String[] {"TABLE"})) {
                while (rows.next()) {
                    tables.add(rows.getString("TABLE_NAME"));
                }
            }
            for (var table : tables) {
                try (var rows = statement.executeQuery("SELECT * FROM " + table)) {
                    while (rows.next()) {
                        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                            text.append(rows.getString(i)).append('\n');
                        }
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private Connection tampered(Connection connection) {
        return proxy(Connection.class, (_, method, arguments) -> {
            if (method.getName().equals("prepareStatement") || method.getName().equals("commit")) {
                LockSupport.parkNanos(pauseNanos);
                if (untilFailure.decrementAndGet() <= 0) {
                    throw new SQLException("the store is away", "08006");
                }
            }
            return call(method, connection, arguments);
        });
    }

    private static Object call(java.lang.reflect.Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(TamperedStore.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static DataSource unset() {
        return proxy(DataSource.class, (_, _, _) -> {
            throw new IllegalStateException("no server was started on this store");
        });
    }
}
