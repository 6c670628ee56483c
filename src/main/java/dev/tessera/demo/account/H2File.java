package dev.tessera.demo.account;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/// The file of a database of H2, and what has to be done to it after a kill.
///
/// H2 writes its maps one after another while others change them. The file of a killed process may therefore hold a row
/// as a transaction had changed it, without the note that it was never committed. H2 then takes it for a change of
/// whoever gets the number of that transaction next: that one sees it, and others wait for him. So a file that was not
/// closed is written anew, by a transaction whose number no killed one had, and which sees what was committed alone.
final class H2File {
    /// More than ever ran at once: those of the pool, and H2's own.
    private static final int NUMBERS = 64;

    private final Path folder;

    H2File(Path folder) {
        this.folder = folder;
    }

    /// Connections, each of them new.
    DataSource source() {
        return source("login");
    }

    private DataSource source(String name) {
        var source = new JdbcDataSource();
        source.setUser("login");
        source.setPassword("");
        // WRITE_DELAY=0: what was committed is in the file before anyone is answered, and outlives a kill of this
        // process. That holds for H2 2.3.232 and not for 2.5.252: decision 021.
        // TRACE_LEVEL_FILE=0: H2 would write failed statements to a file of its own.
        source.setURL("jdbc:h2:file:" + folder.toAbsolutePath().resolve(name)
                + ";WRITE_DELAY=0;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0;LOCK_TIMEOUT=10000");
        return source;
    }

    /// Makes good what a kill has left, and notes that the file is open.
    ///
    /// @throws StoreException if the file cannot be used, or another process has it open
    void opening() throws StoreException {
        try {
            if (Files.exists(note()) && Files.exists(file("login"))) {
                writeAnew();
            }
            if (!Files.exists(note())) {
                Files.createFile(note());
            }
        } catch (SQLException e) {
            throw new StoreException(e);
        } catch (IOException _) {
            throw new StoreException("the folder of the database cannot be written to");
        }
    }

    /// Notes that the file was closed.
    void closed() {
        try {
            Files.deleteIfExists(note());
        } catch (IOException _) {
            // Then the next start writes the file anew without need.
        }
    }

    private void writeAnew() throws SQLException, IOException {
        if (isCopied()) {
            Files.move(
                    file("login-anew"),
                    file("login"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// @return whether there was anything
    private boolean isCopied() throws SQLException, IOException {
        try (var one = source().getConnection()) {
            if (!hasTables(one)) {
                return false;
            }
            Files.deleteIfExists(file("login-anew"));
            try (var numbers = new Numbers()) {
                copy(numbers.last());
            }
            return true;
        }
    }

    private static boolean hasTables(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT 1 FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME = 'ORGANISATION'")) {
            return rows.next();
        }
    }

    private void copy(Connection from) throws SQLException {
        try (var to = source("login-anew").getConnection();
                var reading = from.createStatement();
                var commands = reading.executeQuery("SCRIPT NOSETTINGS");
                var writing = to.createStatement()) {
            to.setAutoCommit(false); // else each row were written to the disk by itself
            while (commands.next()) {
                writing.execute(commands.getString(1));
            }
            to.commit();
        }
    }

    /// Transactions with the numbers from 0 on, of which only the last goes on.
    private final class Numbers implements AutoCloseable {
        private final List<Connection> all = new ArrayList<>();

        Numbers() throws SQLException {
            boolean done = false;
            try {
                for (int number = 0; number < NUMBERS; number++) {
                    all.add(begun());
                }
                for (var one : all.subList(0, NUMBERS - 1)) {
                    one.rollback();
                }
                done = true;
            } finally {
                if (!done) {
                    close();
                }
            }
        }

        private Connection begun() throws SQLException {
            var connection = source().getConnection();
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.executeQuery("SELECT COUNT(*) FROM organisation");
            }
            return connection;
        }

        Connection last() {
            return all.getLast();
        }

        @Override
        public void close() throws SQLException {
            for (var one : all) {
                one.close();
            }
        }
    }

    private Path note() {
        return folder.resolve("login.open");
    }

    private Path file(String name) {
        return folder.resolve(name + ".mv.db");
    }
}
