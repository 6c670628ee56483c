package dev.tessera.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallFileTest {

    @Test
    void theFolderIsMadeAndTheOldTextReplaced(@TempDir Path folder) throws IOException {
        var file = folder.resolve("a").resolve("b");
        SmallFile.replace(file, "one");
        SmallFile.replace(file, "two");
        assertThat(file).hasContent("two");
        assertThat(file.getParent()).isDirectoryContaining(file::equals);
        try (var files = Files.list(file.resolveSibling(""))) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void whatCannotBeReplacedStaysAndNothingIsLeftBeside(@TempDir Path folder) throws IOException {
        var file = Files.createDirectory(folder.resolve("b"));
        Files.createFile(file.resolve("inside"));
        assertThatThrownBy(() -> SmallFile.replace(file, "two")).isInstanceOf(IOException.class);
        assertThat(file.resolve("inside")).exists();
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }
}
