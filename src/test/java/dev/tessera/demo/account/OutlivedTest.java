package dev.tessera.demo.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was answered would outlive a kill of the process: it is in the file of the database by then, as the file of a
/// process that was killed would be found.
class OutlivedTest {
    private static final int CHANGES = 6;
    private static final int THREADS = 4;
    private static final int CHANGES_WITH_GAPS = 60;

    @TempDir
    private Path folder;

    @Test
    void whatWasCommittedIsInTheFile() throws Exception {
        var random = new Random(1);
        var found = new ConcurrentHashMap<String, byte[]>();
        try (var database = Database.open(slow(), UnaryOperator.identity());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<Void>>();
            for (int thread = 0; thread < THREADS; thread++) {
                int number = thread;
                all.add(threads.submit(() -> {
                    for (int change = 0; change < CHANGES; change++) {
                        var name = "organisation " + number + "." + change;
                        if (change % 2 == 0) {
                            database.run(sql -> insert(sql, name));
                        } else {
                            database.transaction(sql -> {
                                int inserted = insert(sql, name);
                                LockSupport.parkNanos(random.nextLong(60_000_000));
                                return inserted;
                            });
                        }
                        found.put(name, Files.readAllBytes(folder.resolve("login.mv.db")));
                    }
                    return null;
                }));
            }
            for (var one : all) {
                one.get();
            }
        }
        assertThat(found).hasSize(THREADS * CHANGES);
        for (var name : found.keySet()) {
            assertThat(namesIn(found.get(name))).contains(name);
        }
    }

    /// Where the file has gaps, the newest change is not what stands at its end, and must be found all the same.
    @Test
    void whatWasCommittedIsFoundInAFileWithGaps() throws Exception {
        try (var database = Database.open(soonUsedAgain(), UnaryOperator.identity())) {
            for (int change = 0; change < CHANGES_WITH_GAPS; change++) {
                var name = "organisation " + change;
                database.run(sql -> insert(sql, name));
                if (change % 2 == 1) {
                    var before = "organisation " + (change - 1);
                    database.run(sql -> sql.update("DELETE FROM organisation WHERE name = ?", before));
                }
                assertThat(namesIn(Files.readAllBytes(folder.resolve("login.mv.db"))))
                        .contains(name);
            }
        }
    }

    /// Otherwise the file were written before it could be looked at.
    private Engine slow() {
        FilePath.register(new SlowDisk());
        return withUrl(url -> url.replace("jdbc:h2:file:", "jdbc:h2:slow:"));
    }

    /// The room of what is no longer needed is used again at once, and not 45 seconds later.
    private Engine soonUsedAgain() {
        return withUrl(url -> url + ";RETENTION_TIME=0");
    }

    private Engine withUrl(UnaryOperator<String> change) {
        var engine = Engine.h2(folder);
        var source = (JdbcDataSource) engine.source();
        source.setURL(change.apply(source.getURL()));
        return engine;
    }

    private static int insert(Sql sql, String name) throws SQLException {
        return sql.update("INSERT INTO organisation (name, access_admins) VALUES (?, 0)", name);
    }

    private List<String> namesIn(byte[] file) throws Exception {
        var copy = Files.createTempDirectory(folder, "copy");
        Files.write(copy.resolve("login.mv.db"), file);
        try (var database = Database.open(Engine.h2(copy), UnaryOperator.identity())) {
            return database.run(sql -> sql.all("SELECT name FROM organisation", row -> row.getString("name")));
        }
    }
}
