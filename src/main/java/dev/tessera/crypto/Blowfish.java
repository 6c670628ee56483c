package dev.tessera.crypto;

import java.math.BigInteger;
import java.util.Arrays;
import javax.crypto.BadPaddingException;

/// Blowfish (Schneier 1993) block by block, to open what WinAuth sealed. The JDK and BouncyCastle refuse keys above 56
/// bytes, as the paper does; WinAuth's fill all 72 that the key schedule takes.
public final class Blowfish {

    /// As many bytes of a key as count.
    public static final int KEY_LENGTH = 72;

    private static final int ROUNDS = 16;
    private static final int SUBKEYS = ROUNDS + 2;
    private static final int BOX = 256;
    private static final int BLOCK = 8;

    /// The tables before any key: the fraction of pi, 32 bits each.
    private static final int[] PI = pi(SUBKEYS + 4 * BOX);

    private final int[] subkeys = Arrays.copyOf(PI, SUBKEYS);
    private final int[] boxes = Arrays.copyOfRange(PI, SUBKEYS, PI.length);

    private Blowfish(byte[] key) {
        for (int i = 0, at = 0; i < SUBKEYS; i++) {
            int word = 0;
            for (int b = 0; b < Integer.BYTES; b++, at++) {
                word = (word << Byte.SIZE) | (key[at % key.length] & 0xff);
            }
            subkeys[i] ^= word;
        }
        long block = fill(subkeys, 0);
        fill(boxes, block);
    }

    /// Opens a box whose last byte tells how long its padding is (ISO 10126). The caller wipes what it gets.
    ///
    /// @throws BadPaddingException if the key is another one, or the box is damaged
    public static byte[] open(Key key, byte[] box) throws BadPaddingException {
        if (box.length == 0 || box.length % BLOCK != 0) {
            throw new BadPaddingException("a box has whole blocks of " + BLOCK + " bytes, this one " + box.length);
        }
        byte[] bytes = key.toByteArray();
        var cipher = new Blowfish(bytes);
        Arrays.fill(bytes, (byte) 0);
        byte[] plain = new byte[box.length];
        for (int at = 0; at < box.length; at += BLOCK) {
            write(cipher.decrypt(read(box, at)), plain, at);
        }
        cipher.wipe();
        int padding = plain[plain.length - 1] & 0xff;
        boolean fits = padding >= 1 && padding <= BLOCK;
        byte[] content = Arrays.copyOf(plain, fits ? plain.length - padding : 0);
        Arrays.fill(plain, (byte) 0);
        if (!fits) {
            throw new BadPaddingException("the padding is not 1 to " + BLOCK + " bytes long");
        }
        return content;
    }

    /// One block, for the published vectors and for tests.
    static long encrypt(byte[] key, long block) {
        return new Blowfish(key).encrypt(block);
    }

    static long decrypt(byte[] key, long block) {
        return new Blowfish(key).decrypt(block);
    }

    /// Replaces a table by what the cipher makes of the block before, two words at a time.
    private long fill(int[] table, long first) {
        long block = first;
        for (int i = 0; i < table.length; i += 2) {
            block = encrypt(block);
            table[i] = (int) (block >>> Integer.SIZE);
            table[i + 1] = (int) block;
        }
        return block;
    }

    private long encrypt(long block) {
        int left = (int) (block >>> Integer.SIZE);
        int right = (int) block;
        for (int round = 0; round < ROUNDS; round++) {
            int mixed = left ^ subkeys[round];
            left = right ^ mix(mixed);
            right = mixed;
        }
        return joined(right ^ subkeys[ROUNDS + 1], left ^ subkeys[ROUNDS]);
    }

    private long decrypt(long block) {
        int left = (int) (block >>> Integer.SIZE);
        int right = (int) block;
        for (int round = ROUNDS + 1; round > 1; round--) {
            int mixed = left ^ subkeys[round];
            left = right ^ mix(mixed);
            right = mixed;
        }
        return joined(right ^ subkeys[0], left ^ subkeys[1]);
    }

    private int mix(int word) {
        int sum = boxes[word >>> 24] + boxes[BOX + ((word >>> 16) & 0xff)];
        return (sum ^ boxes[2 * BOX + ((word >>> 8) & 0xff)]) + boxes[3 * BOX + (word & 0xff)];
    }

    private void wipe() {
        Arrays.fill(subkeys, 0);
        Arrays.fill(boxes, 0);
    }

    private static long joined(int left, int right) {
        return ((long) left << Integer.SIZE) | Integer.toUnsignedLong(right);
    }

    private static long read(byte[] bytes, int at) {
        long block = 0;
        for (int i = 0; i < BLOCK; i++) {
            block = (block << Byte.SIZE) | (bytes[at + i] & 0xff);
        }
        return block;
    }

    private static void write(long block, byte[] bytes, int at) {
        for (int i = 0; i < BLOCK; i++) {
            bytes[at + i] = (byte) (block >>> ((BLOCK - 1 - i) * Byte.SIZE));
        }
    }

    /// The first bits behind the point of pi, by Machin's formula: pi = 16 arctan(1/5) - 4 arctan(1/239). Computed, for
    /// a table of a thousand numbers is nothing that anyone can check by reading.
    private static int[] pi(int words) {
        int bits = words * Integer.SIZE;
        int guard = Integer.SIZE;
        var one = BigInteger.ONE.shiftLeft(bits + guard);
        var pi = arctan(one, 5).shiftLeft(4).subtract(arctan(one, 239).shiftLeft(2));
        var fraction = pi.shiftRight(guard).subtract(BigInteger.valueOf(3).shiftLeft(bits));
        int[] table = new int[words];
        for (int i = 0; i < words; i++) {
            table[i] = fraction.shiftRight(bits - (i + 1) * Integer.SIZE).intValue();
        }
        return table;
    }

    /// arctan(1/x) as a multiple of 1/one.
    private static BigInteger arctan(BigInteger one, int x) {
        var square = BigInteger.valueOf((long) x * x);
        var power = one.divide(BigInteger.valueOf(x));
        var sum = power;
        for (int n = 3; power.signum() != 0; n += 2) {
            power = power.divide(square);
            var term = power.divide(BigInteger.valueOf(n));
            sum = n % 4 == 3 ? sum.subtract(term) : sum.add(term);
        }
        return sum;
    }
}
