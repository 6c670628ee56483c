package dev.tessera.demo.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A kill can leave a row as a transaction had changed it, without the note that it was never committed: H2 writes
/// its maps one after another while others go on. Whoever gets the number of that transaction would see the change, and
/// others would wait for him.
class LeftoverTest {
    private static final String ALL = "SELECT access_admins FROM organisation ORDER BY name";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE organisation SET access_admins = 5 WHERE name = 'one'",
                "DELETE FROM organisation WHERE name = 'one'",
                "INSERT INTO organisation (name, access_admins) VALUES ('three', 5)"
            })
    void nothingIsSeenOfWhatAKilledTransactionHadChanged(String change) throws Exception {
        leaveBehind(change);
        try (var database = Database.open(Engine.h2(folder), UnaryOperator.identity());
                var reader = Engine.h2(folder).source().getConnection()) {
            reader.setAutoCommit(false);
            assertThat(admins(reader)).containsExactly(0, 0); // of the same number: the first that is free
            database.run(sql -> sql.update(change)); // waits for nobody
            database.run(sql ->
                    sql.update("INSERT INTO audit (happened_at, event, detail, address) VALUES (2, 'later', '', '')"));
            List<String> events =
                    database.run(sql -> sql.all("SELECT event FROM audit ORDER BY id", row -> row.getString(1)));
            assertThat(events).containsExactly("writes the file", "later");
        }
        assertThat(folder.resolve("login.open")).doesNotExist();
        assertThat(folder.resolve("login-anew.mv.db")).doesNotExist();
    }

    /// Otherwise the test above could not fail.
    @Test
    void withoutTheNoteThatItWasOpenSomethingIsSeen() throws Exception {
        leaveBehind("UPDATE organisation SET access_admins = 5 WHERE name = 'one'");
        Files.delete(folder.resolve("login.open"));
        try (var _ = Database.open(Engine.h2(folder), UnaryOperator.identity());
                var reader = Engine.h2(folder).source().getConnection()) {
            reader.setAutoCommit(false);
            assertThat(admins(reader)).containsExactly(5, 0);
        }
    }

    /// The file of a process that was killed amid a change.
    private void leaveBehind(String change) throws Exception {
        var alive = Files.createDirectory(folder.resolve("alive"));
        try (var database = Database.open(Engine.h2(alive), UnaryOperator.identity());
                var connection = Engine.h2(alive).source().getConnection()) {
            database.run(
                    sql -> sql.update("INSERT INTO organisation (name, access_admins) VALUES ('one', 0), ('two', 0)"));
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                assertThat(statement.executeUpdate(change)).isOne();
            }
            database.run(sql -> sql.update(
                    "INSERT INTO audit (happened_at, event, detail, address) VALUES (1, 'writes the file', '', '')"));
            for (var name : List.of("login.mv.db", "login.open")) {
                Files.copy(alive.resolve(name), folder.resolve(name));
            }
        }
        try (var store = MVStore.open(folder.resolve("login.mv.db").toString())) {
            var notes = store.getMapNames().stream()
                    .filter(name -> name.startsWith("undoLog"))
                    .toList();
            assertThat(notes).isNotEmpty();
            notes.forEach(store::removeMap);
        }
    }

    private static List<Integer> admins(Connection connection) throws SQLException {
        var read = new ArrayList<Integer>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(ALL)) {
            while (rows.next()) {
                read.add(rows.getInt(1));
            }
        }
        return read;
    }
}
