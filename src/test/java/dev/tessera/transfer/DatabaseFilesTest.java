package dev.tessera.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DatabaseFilesTest {

    private static List<String> left(String... files) {
        return DatabaseFiles.withoutLogs(Stream.of(files).map(Path::of).toList()).stream()
                .map(path -> path.toString().replace('\\', '/'))
                .toList();
    }

    @Test
    void whatBelongsToADatabaseAmongThemIsPartOfIt() {
        assertThat(left("a/db-wal", "a/db", "a/db-shm", "a/db-journal", "a/other"))
                .containsExactly("a/db", "a/other");
        assertThat(left("./a/db-wal", "a/b/../db")).containsExactly("a/b/../db");
    }

    @Test
    void byItselfOrOfAnotherFolderItStays() {
        assertThat(left("a/db-wal", "b/db")).containsExactly("a/db-wal", "b/db");
        assertThat(left("db-wal")).containsExactly("db-wal");
        assertThat(left("-wal", "x")).containsExactly("-wal", "x");
    }
}
