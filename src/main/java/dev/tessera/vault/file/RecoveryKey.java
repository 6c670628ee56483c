package dev.tessera.vault.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.tessera.crypto.Key;
import dev.tessera.crypto.Passphrase;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

/// The 32 random bytes that open a vault whose passphrase is forgotten, written for paper: fourteen groups of four
/// characters, of which the last one checks the others. See docs/vault-format.md, "Recovery key".
///
/// The characters are those of Crockford's Base32. Read back, capitals do not matter, nor what stands between the
/// groups, nor whether `O` was written for `0` and `I` or `L` for `1`.
public final class RecoveryKey implements AutoCloseable {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final byte[] CHECK_LABEL = "recovery-key/v1".getBytes(US_ASCII);
    private static final int LENGTH = 32;
    private static final int BITS = 5;
    private static final int KEY_SYMBOLS = 52;
    private static final int CHECK_SYMBOLS = 4;
    private static final int SYMBOLS = KEY_SYMBOLS + CHECK_SYMBOLS;
    private static final int GROUP = 4;
    private static final int LEAST_SEPARATORS = 8;
    private static final int MISSED = 6;

    private final Key key;

    private RecoveryKey(Key key) {
        this.key = key;
    }

    static RecoveryKey random(SecureRandom random) {
        return new RecoveryKey(Key.random(random, LENGTH));
    }

    /// The one that was typed where a passphrase may be typed, if it is one.
    static Optional<RecoveryKey> in(Passphrase typed) {
        byte[] symbols = symbols(typed);
        try {
            return symbols.length == SYMBOLS ? ofSymbols(symbols) : Optional.empty();
        } finally {
            Arrays.fill(symbols, (byte) 0);
        }
    }

    /// Whether it is one, of whatever vault.
    static boolean isOne(Passphrase typed) {
        var key = in(typed);
        key.ifPresent(RecoveryKey::close);
        return key.isPresent();
    }

    /// Whether it has the look of one, be it mistyped or not.
    static boolean looksLikeOne(Passphrase typed) {
        byte[] utf8 = typed.toUtf8();
        byte[] symbols = symbols(typed);
        try {
            int separators = 0;
            for (byte character : utf8) {
                separators += isSeparator(character) ? 1 : 0;
            }
            return separators >= LEAST_SEPARATORS && Math.abs(symbols.length - SYMBOLS) <= MISSED;
        } finally {
            Arrays.fill(utf8, (byte) 0);
            Arrays.fill(symbols, (byte) 0);
        }
    }

    Key key() {
        return key;
    }

    /// The groups with hyphens between them; the caller wipes it.
    public char[] toCharArray() {
        byte[] bytes = key.toByteArray();
        byte[] check = check(bytes);
        char[] text = new char[SYMBOLS + SYMBOLS / GROUP - 1];
        Arrays.fill(text, '-');
        try {
            for (int i = 0; i < SYMBOLS; i++) {
                int symbol = i < KEY_SYMBOLS ? symbol(bytes, i) : symbol(check, i - KEY_SYMBOLS);
                text[i + i / GROUP] = ALPHABET.charAt(symbol);
            }
            return text;
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /// Wipes the key.
    @Override
    public void close() {
        key.close();
    }

    @Override
    public String toString() {
        return "RecoveryKey[hidden]";
    }

    private static Optional<RecoveryKey> ofSymbols(byte[] symbols) {
        byte[] bytes = new byte[LENGTH];
        try {
            for (int bit = 0; bit < LENGTH * Byte.SIZE; bit++) {
                int value = (symbols[bit / BITS] >> (BITS - 1 - bit % BITS)) & 1;
                bytes[bit / Byte.SIZE] |= (byte) (value << (Byte.SIZE - 1 - bit % Byte.SIZE));
            }
            byte[] check = check(bytes);
            for (int i = 0; i < CHECK_SYMBOLS; i++) {
                if (symbols[KEY_SYMBOLS + i] != symbol(check, i)) {
                    return Optional.empty();
                }
            }
            return symbols[KEY_SYMBOLS - 1] == symbol(bytes, KEY_SYMBOLS - 1)
                    ? Optional.of(new RecoveryKey(Key.copyOf(bytes)))
                    : Optional.empty();
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /// The values of the characters, or nothing if one is of no such key.
    private static byte[] symbols(Passphrase typed) {
        byte[] utf8 = typed.toUtf8();
        byte[] symbols = new byte[utf8.length];
        int count = 0;
        try {
            for (byte character : utf8) {
                int value = value(character);
                if (value >= 0) {
                    symbols[count++] = (byte) value;
                } else if (!isSeparator(character)) {
                    return new byte[0];
                }
            }
            return Arrays.copyOf(symbols, count);
        } finally {
            Arrays.fill(utf8, (byte) 0);
            Arrays.fill(symbols, (byte) 0);
        }
    }

    private static boolean isSeparator(byte character) {
        return character == '-' || character == ' ';
    }

    private static int value(byte character) {
        char upper = Character.toUpperCase((char) character);
        return ALPHABET.indexOf(
                switch (upper) {
                    case 'O' -> '0';
                    case 'I', 'L' -> '1';
                    default -> upper;
                });
    }

    /// The value of the five bits from that place on; beyond the last byte they are zeros.
    private static int symbol(byte[] bytes, int place) {
        int value = 0;
        for (int bit = place * BITS; bit < (place + 1) * BITS; bit++) {
            int one = bit / Byte.SIZE < bytes.length ? bytes[bit / Byte.SIZE] >> (Byte.SIZE - 1 - bit % Byte.SIZE) : 0;
            value = value << 1 | (one & 1);
        }
        return value;
    }

    private static byte[] check(byte[] bytes) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(CHECK_LABEL);
            return sha256.digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("SHA-256 is part of every JDK", e);
        }
    }
}
