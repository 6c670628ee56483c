package dev.tessera.vault.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a full disk says is tried on a real one, by `OddDisksTest`.
class DiskCallsTest {
    @TempDir
    private Path folder;

    @Test
    void doesNotCallADiskFullThatIsNot() {
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(ClosedByInterruptException.class)
                .isThrownBy(() -> new DiskCalls().write(folder.resolve("new"), new byte[1]));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void overwritesNothing() throws Exception {
        var file = Files.writeString(folder.resolve("there"), "kept");
        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> new DiskCalls().write(file, new byte[1]));
        assertThat(file).hasContent("kept");
    }

    @Test
    void makesAFolderOnceAndLeavesOneThatIsThere() throws Exception {
        var calls = new DiskCalls();
        calls.createFolder(folder.resolve("a").resolve("b"));
        calls.createFolder(folder.resolve("a").resolve("b"));
        assertThat(folder.resolve("a").resolve("b")).isEmptyDirectory();
    }
}
