package dev.tessera.crypto;

/// Argon2id as other programs ask for it, which goes beyond what our own vaults may ask for.
///
/// @param memoryKib memory in KiB, 8 for each lane to 1,048,576
/// @param iterations passes over the memory, 1 to 256; memory times passes must not exceed 10 GiB
/// @param parallelism lanes, 1 to 16
public record ForeignArgon2id(int memoryKib, int iterations, int parallelism) {
    private static final String NAME = "Argon2id";

    /// Checks the bounds.
    public ForeignArgon2id {
        Bounds.require(NAME, "parallelism", parallelism, 1, 16);
        Bounds.require(NAME, "iterations", iterations, 1, 256);
        Bounds.require(NAME, "memory in KiB", memoryKib, 8L * parallelism, 1_048_576);
        Bounds.require(NAME, "work in KiB", (long) memoryKib * iterations, 0, 10L * 1_048_576);
    }

    /// How many bytes of memory it takes.
    public long memory() {
        return memoryKib * 1024L;
    }

    /// Derives a key of 32 bytes. The arrays stay the caller's, who wipes them.
    ///
    /// @throws java.util.concurrent.CancellationException if it is called off
    public Key derive(byte[] password, byte[] salt) {
        return Argon2.id(memoryKib, iterations, parallelism).derive(password, salt);
    }
}
