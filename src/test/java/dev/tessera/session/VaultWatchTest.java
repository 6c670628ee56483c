package dev.tessera.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultWatchTest {
    @TempDir
    private Path folder;

    private final Semaphore told = new Semaphore(0);

    @Test
    void tellsOfWhatOthersWriteReplaceAndRemove() throws IOException, InterruptedException {
        var file = folder.resolve("a.tessera");
        try (var _ = VaultWatch.of(file, told::release)) {
            Files.writeString(file, "1");
            awaitTold();
            Files.move(Files.writeString(folder.resolve("new"), "2"), file, StandardCopyOption.REPLACE_EXISTING);
            awaitTold();
            Files.writeString(folder.resolve("a (conflict).tessera"), "3");
            awaitTold();
            Files.delete(file);
            awaitTold();
        }
    }

    @Test
    void otherFilesAreNoConcern() throws IOException, InterruptedException {
        try (var _ = VaultWatch.of(folder.resolve("a.tessera"), told::release)) {
            Files.writeString(folder.resolve("letter.txt"), "1");
            // Told in order: had the letter been told, there would be two.
            Files.writeString(folder.resolve("other.txt"), "1");
            assertThat(told.tryAcquire(1, TimeUnit.SECONDS)).isFalse();
            Files.writeString(folder.resolve("a.tessera"), "1");
            awaitTold();
        }
    }

    @Test
    void closedItTellsNothingAndItsThreadIsGone() throws IOException, InterruptedException {
        VaultWatch.of(folder.resolve("a.tessera"), told::release).close();
        Files.writeString(folder.resolve("a.tessera"), "1");

        for (var thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("vault-watch")) {
                thread.join(10_000);
            }
        }
        assertThat(told.availablePermits()).isZero();
    }

    @Test
    void aFolderThatIsGoneCannotBeWatched() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> VaultWatch.of(folder.resolve("gone").resolve("a.tessera"), told::release));
    }

    private void awaitTold() throws InterruptedException {
        assertThat(told.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        told.drainPermits();
    }
}
