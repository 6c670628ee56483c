package dev.tessera.vault.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SaveLockTest {
    private static final Duration SHORT = Duration.ofMillis(50);

    @TempDir
    private Path folder;

    private Path vault;

    @BeforeEach
    void nameTheVault() throws IOException {
        vault = folder.toRealPath().resolve("a.tessera");
    }

    @Test
    void tellsThatAnotherProgramDoesNotComeToAnEnd() throws IOException, InterruptedException {
        var other = OtherJvm.start(SaveLockTest.class, vault.toString());
        try {
            assertThat(other.inputReader().readLine()).isEqualTo("locked");
            assertThatExceptionOfType(NotSavedException.class)
                    .isThrownBy(() -> SaveLock.acquire(vault, SHORT))
                    .withMessageContaining("another program is saving it");
        } finally {
            other.getOutputStream().close();
            other.waitFor();
        }
        try (var lock = SaveLock.acquire(vault, SHORT)) {
            assertThat(lock.isHeld())
                    .as("it waited in vain, and yet is free now")
                    .isTrue();
        }
    }

    @Test
    void tellsAnInterruptionWhileItWaitsAndLeavesItToTheCaller() {
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(InterruptedIOException.class).isThrownBy(() -> DiskCalls.pause(60_000));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void goesOnWithoutWhereLockingIsRefused() throws IOException {
        var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        channel.close(); // every call on it fails, as locking does in a folder without locks
        assertThat(SaveLock.waitFor(channel, SHORT)).isNull();
    }

    /// Holds the lock until its standard input ends.
    public static void main(String... arguments) throws IOException {
        try (var _ = SaveLock.acquire(Path.of(arguments[0]))) {
            System.out.println("locked");
            System.in.readAllBytes();
        }
    }
}
