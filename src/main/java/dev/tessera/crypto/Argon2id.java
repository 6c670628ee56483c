package dev.tessera.crypto;

/// Argon2id, version 0x13 (RFC 9106): turns a passphrase into a key at a cost in memory and time.
///
/// The bounds stand here, before anything is allocated, so that no number from a file can exhaust
/// the machine. Lanes run at once, on as many threads as there are processors.
///
/// @param memoryKib memory in KiB (RFC 9106 section 3.1, `m`), 8 for each lane to 1,048,576
/// @param iterations passes over the memory (`t`), 1 to 16
/// @param parallelism lanes (`p`), 1 to 8
public record Argon2id(int memoryKib, int iterations, int parallelism) {

    private static final int MAX_MEMORY_KIB = 1_048_576;
    private static final int MAX_ITERATIONS = 16;
    private static final int MAX_PARALLELISM = 8;
    private static final byte[] NONE = {};

    /// Checks the bounds.
    public Argon2id {
        Bounds.require("Argon2id", "parallelism", parallelism, 1, MAX_PARALLELISM);
        Bounds.require("Argon2id", "iterations", iterations, 1, MAX_ITERATIONS);
        Bounds.require("Argon2id", "memory in KiB", memoryKib, 8L * parallelism, MAX_MEMORY_KIB);
    }

    /// Derives `length` bytes. The arrays stay the caller's, who wipes them.
    public byte[] derive(byte[] password, byte[] salt, int length) {
        return derive(password, salt, NONE, NONE, length);
    }

    /// With the secret value and the associated data of RFC 9106 section 3.1 (`K` and `X`).
    byte[] derive(byte[] password, byte[] salt, byte[] secret, byte[] associatedData, int length) {
        return Argon2.id(memoryKib, iterations, parallelism).derive(length, password, salt, secret, associatedData);
    }
}
