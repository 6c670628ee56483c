package dev.tessera.crypto;

/// Argon2id, version 0x13 (RFC 9106).
///
/// @param memoryKib memory in KiB (RFC 9106 section 3.1, `m`), 8 to 1,048,576
/// @param iterations passes over the memory (`t`), 1 to 16
/// @param parallelism lanes (`p`), 1 to 8
public record Argon2id(int memoryKib, int iterations, int parallelism) {

    /// Derives `length` bytes. The arrays stay the caller's, who wipes them.
    public byte[] derive(byte[] password, byte[] salt, int length) {
        throw new UnsupportedOperationException("to come");
    }
}
