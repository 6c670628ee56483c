package dev.tessera.crypto;

import java.util.Arrays;
import org.bouncycastle.crypto.generators.SCrypt;

/// scrypt (RFC 7914), to open what other programs sealed.
///
/// @param n cost, a power of two, 2 to 1,048,576
/// @param r block size, 1 to 64
/// @param p parallelism, 1 to 16; `128 n r` bytes are its memory, 256 MiB at most, and `p` times as
///     much its work, 512 MiB at most
public record Scrypt(int n, int r, int p) {
    private static final long MAX_MEMORY = 256L << 20;
    private static final long MAX_WORK = 512L << 20;

    /// Checks the bounds.
    public Scrypt {
        Bounds.require("scrypt", "n", n, 2, 1 << 20);
        Bounds.require("scrypt", "r", r, 1, 64);
        Bounds.require("scrypt", "p", p, 1, 16);
        if (Integer.bitCount(n) != 1) {
            throw new IllegalArgumentException("scrypt: n is " + n + "; it must be a power of two");
        }
        Bounds.require("scrypt", "memory in bytes", memory(n, r), 0, MAX_MEMORY);
        Bounds.require("scrypt", "work in bytes", memory(n, r) * p, 0, MAX_WORK);
    }

    /// How many bytes of memory it takes.
    public long memory() {
        return memory(n, r);
    }

    /// Derives a key of 32 bytes. The arrays stay the caller's, who wipes them.
    /// Its bounds let it run for a second or two: it looks before and behind whether it is [CalledOff].
    public Key derive(byte[] password, byte[] salt) {
        CalledOff.check();
        byte[] derived = SCrypt.generate(password, salt, n, r, p, 32);
        try {
            CalledOff.check();
            return Key.copyOf(derived);
        } finally {
            Arrays.fill(derived, (byte) 0);
        }
    }

    private static long memory(int n, int r) {
        return 128L * n * r;
    }
}
