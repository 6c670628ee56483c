package dev.tessera.otp;

import java.util.Arrays;
import java.util.HexFormat;

/// Base32 of RFC 4648 section 6, the form in which secrets are written.
public final class Base32 {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;
    private static final int BLOCK = 8;

    private Base32() {}

    /// The text of `bytes`: upper case, without padding.
    public static String encode(byte[] bytes) {
        var text = new StringBuilder((bytes.length * Byte.SIZE + BITS - 1) / BITS);
        int held = 0;
        int bits = 0;
        for (byte b : bytes) {
            held = (held << Byte.SIZE) | (b & 0xff);
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                text.append(ALPHABET.charAt((held >> bits) & 0x1f));
            }
            held &= (1 << bits) - 1;
        }
        if (bits > 0) {
            text.append(ALPHABET.charAt(held << (BITS - bits)));
        }
        return text.toString();
    }

    /// The bytes of a text that a program wrote: upper case, whole padding or none, no bits left over.
    ///
    /// @throws NotBase32Exception otherwise
    public static byte[] decode(String text) {
        int signs = lengthWithoutPadding(text);
        boolean padded = signs < text.length();
        if (padded && (text.length() % BLOCK != 0 || text.length() - signs >= BLOCK)) {
            throw new NotBase32Exception("not Base32: the padding is incomplete");
        }
        var reader = new Reader(signs);
        for (int i = 0; i < signs; i++) {
            reader.take(text.charAt(i), i);
        }
        return reader.strictBytes();
    }

    /// The bytes of a text that a person typed or a site handed out: any case, spaces and dashes between
    /// the signs, any padding behind them. Bits that fill no byte are dropped, because sites hand out such secrets
    /// and compute with the whole bytes.
    ///
    /// @throws NotBase32Exception at any other sign; `0`, `1`, `8` and `9` are never guessed into letters
    public static byte[] decodeTyped(String text) {
        var reader = new Reader(text.length());
        boolean padding = false;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (isFiller(sign)) {
                continue;
            }
            if (sign == '=') {
                padding = true;
            } else if (padding) {
                throw new NotBase32Exception("not Base32: padding before position " + (i + 1));
            } else {
                reader.take(upperCase(sign), i);
            }
        }
        return reader.wholeBytes();
    }

    /// What people and web pages put between the groups of a secret.
    private static boolean isFiller(char sign) {
        return switch (Character.getType(sign)) {
            case Character.SPACE_SEPARATOR, Character.DASH_PUNCTUATION, Character.FORMAT -> true;
            default -> Character.isWhitespace(sign);
        };
    }

    /// For ASCII alone: other scripts' letters that fold to ASCII ones (long s, dotless i) are not meant.
    private static char upperCase(char sign) {
        return sign >= 'a' && sign <= 'z' ? (char) (sign - 'a' + 'A') : sign;
    }

    private static int lengthWithoutPadding(String text) {
        int length = text.length();
        while (length > 0 && text.charAt(length - 1) == '=') {
            length--;
        }
        return length;
    }

    /// Five bits in, whole bytes out.
    private static final class Reader {
        private final byte[] bytes;
        private int length;
        private int held;
        private int bits;

        Reader(int signs) {
            bytes = new byte[signs * BITS / Byte.SIZE];
        }

        void take(char sign, int index) {
            int value = ALPHABET.indexOf(sign);
            if (value < 0) {
                Arrays.fill(bytes, (byte) 0);
                throw new NotBase32Exception("not Base32: " + shown(sign) + " at position " + (index + 1));
            }
            held = (held << BITS) | value;
            bits += BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes[length++] = (byte) (held >> bits);
                held &= (1 << bits) - 1;
            }
        }

        byte[] wholeBytes() {
            var whole = Arrays.copyOf(bytes, length);
            Arrays.fill(bytes, (byte) 0);
            return whole;
        }

        byte[] strictBytes() {
            if (bits >= BITS || held != 0) {
                Arrays.fill(bytes, (byte) 0);
                throw new NotBase32Exception("not Base32: the last character is incomplete");
            }
            return wholeBytes();
        }

        private static String shown(char sign) {
            return Character.isISOControl(sign) || Character.isSurrogate(sign)
                    ? "the character U+" + HexFormat.of().withUpperCase().toHexDigits(sign)
                    : "'" + sign + "'";
        }
    }
}
