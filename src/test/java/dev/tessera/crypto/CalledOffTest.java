package dev.tessera.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Named.named;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What opens other programs' files stops soon after its thread was interrupted, at costs that would take half a minute
/// and more.
class CalledOffTest {
    private static final byte[] SALT = new byte[32];

    static Stream<Named<Runnable>> derivations() {
        return Stream.of(
                named("Argon2d", () -> argon2(Argon2.Variant.D, 1)),
                named("Argon2id with lanes", () -> argon2(Argon2.Variant.ID, 8)),
                named("PBKDF2", () -> new Pbkdf2(Pbkdf2.Hash.SHA512, 10_000_000).derive(SALT, SALT, 4096)),
                named("AES-KDF", () -> aesKdf()));
    }

    private static void argon2(Argon2.Variant variant, int lanes) {
        new Argon2(variant, 0x13, 65_536, 256, lanes).derive(SALT, SALT);
    }

    /// The most rounds again and again, for a processor that knows AES does them in seconds.
    private static void aesKdf() {
        try (var key = Key.copyOf(SALT)) {
            for (int i = 0; i < 100; i++) {
                new AesKdf(500_000_000).derive(key, SALT).close();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("derivations")
    void aRunningDerivationStops(Runnable derivation)
            throws InterruptedException, ExecutionException, TimeoutException {
        var outcome = new CompletableFuture<Object>();
        var thread = Thread.ofPlatform().daemon().start(() -> {
            try {
                derivation.run();
                outcome.complete("went through");
            } catch (CancellationException e) {
                outcome.complete(e);
            }
        });
        // It is in its work once it has used the processor for longer than it takes to begin.
        while (cpu(thread).compareTo(Duration.ofMillis(100)) < 0) {
            Thread.onSpinWait();
        }
        assertThat(outcome).isNotDone();
        thread.interrupt();
        assertThat(outcome.get(20, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
    }

    private static Duration cpu(Thread thread) {
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId()));
    }

    @Test
    void noneBeginsWhereItIsCalledOffAlready() throws InterruptedException, ExecutionException {
        var outcome = new CompletableFuture<Object>();
        Thread.ofPlatform()
                .start(() -> {
                    Thread.currentThread().interrupt();
                    try {
                        new Scrypt(1 << 15, 8, 1).derive(SALT, SALT);
                    } catch (CancellationException e) {
                        outcome.complete(Thread.currentThread().isInterrupted());
                    }
                    outcome.complete("went through");
                })
                .join();
        assertThat(outcome.get()).isEqualTo(true);
    }

    @Test
    void nothingStopsByItself() {
        assertThatNoException().isThrownBy(CalledOff::check);
    }
}
