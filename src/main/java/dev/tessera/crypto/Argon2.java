package dev.tessera.crypto;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.Blake2bDigest;

/// Argon2 (RFC 9106) in either variant and version, with as many lanes and passes as password managers set: they count
/// the processor's cores, and measure how many passes a second holds. Lanes run at once, on as many threads as there
/// are processors. It stops where it is [CalledOff].
///
/// @param variant Argon2d or Argon2id
/// @param version 0x10 or 0x13
/// @param memoryKib memory in KiB, 8 for each lane to 1,048,576
/// @param iterations passes over the memory, 1 to 100,000; memory times passes must not exceed 16 GiB
/// @param parallelism lanes, 1 to 128
public record Argon2(Variant variant, int version, int memoryKib, int iterations, int parallelism) {
    private static final String NAME = "Argon2";
    private static final int OLD_VERSION = 0x10;
    private static final int VERSION = 0x13;
    private static final int KEY_LENGTH = 32;
    private static final int HASH_LENGTH = 64;

    /// Which way it goes through its memory.
    public enum Variant {
        /// By the passphrase: others on the machine could see it by its timing.
        D(0),
        /// At first independently of it.
        ID(2);

        private final int number;

        Variant(int number) {
            this.number = number;
        }
    }

    /// Checks the bounds.
    public Argon2 {
        if (version != OLD_VERSION && version != VERSION) {
            throw new IllegalArgumentException(NAME + ": version is " + version + "; it must be 16 or 19");
        }
        Bounds.require(NAME, "parallelism", parallelism, 1, 128);
        Bounds.require(NAME, "iterations", iterations, 1, 100_000);
        Bounds.require(NAME, "memory in KiB", memoryKib, 8L * parallelism, 1_048_576);
        Bounds.require(NAME, "work in KiB", (long) memoryKib * iterations, 0, 16L * 1_048_576);
    }

    /// Version 0x13 of Argon2id.
    static Argon2 id(int memoryKib, int iterations, int parallelism) {
        return new Argon2(Variant.ID, VERSION, memoryKib, iterations, parallelism);
    }

    /// How many bytes of memory it takes.
    public long memory() {
        return memoryKib * 1024L;
    }

    /// Derives a key of 32 bytes. The arrays stay the caller's, who wipes them.
    ///
    /// @throws java.util.concurrent.CancellationException if it is called off
    public Key derive(byte[] password, byte[] salt) {
        byte[] derived = derive(KEY_LENGTH, password, salt, new byte[0], new byte[0]);
        try {
            return Key.copyOf(derived);
        } finally {
            Arrays.fill(derived, (byte) 0);
        }
    }

    /// @param length of what is derived, in bytes
    /// @param inputs `P`, `S`, `K` and `X` of RFC 9106 section 3.1: password, salt, secret, associated data
    byte[] derive(int length, byte[]... inputs) {
        CalledOff.check();
        byte[] seed = Arrays.copyOf(first(length, inputs), HASH_LENGTH + 8);
        try (var memory =
                new Argon2Memory(variant == Variant.ID, version == VERSION, memoryKib, iterations, parallelism)) {
            for (int lane = 0; lane < parallelism; lane++) {
                for (int index = 0; index < 2; index++) {
                    littleEndian(seed).putInt(HASH_LENGTH, index).putInt(HASH_LENGTH + 4, lane);
                    byte[] block = hash(seed, Argon2Memory.BLOCK * Long.BYTES);
                    memory.begin(lane, index, littleEndian(block).asLongBuffer());
                    Arrays.fill(block, (byte) 0);
                }
            }
            byte[] last = new byte[Argon2Memory.BLOCK * Long.BYTES];
            littleEndian(last).asLongBuffer().put(memory.fill());
            byte[] derived = hash(last, length);
            Arrays.fill(last, (byte) 0);
            return derived;
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }

    /// `H0` of RFC 9106 section 3.2.
    private byte[] first(int length, byte[]... inputs) {
        var digest = new Blake2bDigest(HASH_LENGTH * 8);
        for (int number : new int[] {parallelism, length, memoryKib, iterations, version, variant.number}) {
            digest.update(number(number), 0, Integer.BYTES);
        }
        for (byte[] input : inputs) {
            digest.update(number(input.length), 0, Integer.BYTES);
            digest.update(input, 0, input.length);
        }
        byte[] first = new byte[HASH_LENGTH];
        digest.doFinal(first, 0);
        return first;
    }

    /// `H'` of RFC 9106 section 3.3.
    private static byte[] hash(byte[] input, int length) {
        byte[] whole = new byte[length];
        byte[] last = input;
        byte[] prefix = number(length);
        int at = 0;
        while (length - at > HASH_LENGTH) {
            last = blake(prefix, last, HASH_LENGTH);
            System.arraycopy(last, 0, whole, at, HASH_LENGTH / 2);
            prefix = new byte[0];
            at += HASH_LENGTH / 2;
        }
        byte[] end = blake(prefix, last, length - at);
        System.arraycopy(end, 0, whole, at, end.length);
        return whole;
    }

    private static byte[] blake(byte[] prefix, byte[] input, int length) {
        var digest = new Blake2bDigest(length * 8);
        digest.update(prefix, 0, prefix.length);
        digest.update(input, 0, input.length);
        byte[] hash = new byte[length];
        digest.doFinal(hash, 0);
        return hash;
    }

    private static byte[] number(int number) {
        byte[] bytes = new byte[Integer.BYTES];
        littleEndian(bytes).putInt(number);
        return bytes;
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
