package dev.tessera.crypto;

import java.util.Arrays;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Argon2 as password managers set it, in either variant and version: many lanes, for they count the processor's cores,
/// and many passes, for they measure how many a second holds.
///
/// @param variant Argon2d or Argon2id
/// @param version 0x10 or 0x13
/// @param memoryKib memory in KiB, 8 for each lane to 1,048,576
/// @param iterations passes over the memory, 1 to 100,000; memory times passes must not exceed 16 GiB
/// @param parallelism lanes, 1 to 128
public record ForeignArgon2(Variant variant, int version, int memoryKib, int iterations, int parallelism) {
    private static final String NAME = "Argon2";
    private static final int KEY_LENGTH = 32;

    /// Which way it goes through its memory.
    public enum Variant {
        /// By the passphrase: others on the machine could see it by its timing.
        D(Argon2Parameters.ARGON2_d),
        /// At first independently of it.
        ID(Argon2Parameters.ARGON2_id);

        private final int number;

        Variant(int number) {
            this.number = number;
        }
    }

    /// Checks the bounds.
    public ForeignArgon2 {
        if (version != Argon2Parameters.ARGON2_VERSION_10 && version != Argon2Parameters.ARGON2_VERSION_13) {
            throw new IllegalArgumentException(NAME + ": version is " + version + "; it must be 16 or 19");
        }
        Bounds.require(NAME, "parallelism", parallelism, 1, 128);
        Bounds.require(NAME, "iterations", iterations, 1, 100_000);
        Bounds.require(NAME, "memory in KiB", memoryKib, 8L * parallelism, 1_048_576);
        Bounds.require(NAME, "work in KiB", (long) memoryKib * iterations, 0, 16L * 1_048_576);
    }

    /// How many bytes of memory it takes.
    public long memory() {
        return memoryKib * 1024L;
    }

    /// Derives a key of 32 bytes. The arrays stay the caller's, who wipes them.
    public Key derive(byte[] password, byte[] salt) {
        var inputs = new Argon2Parameters.Builder(variant.number)
                .withVersion(version)
                .withMemoryAsKB(memoryKib)
                .withIterations(iterations)
                .withParallelism(parallelism)
                .withSalt(salt);
        byte[] derived = Argon2id.run(inputs, password, KEY_LENGTH);
        try {
            return Key.copyOf(derived);
        } finally {
            Arrays.fill(derived, (byte) 0);
        }
    }
}
