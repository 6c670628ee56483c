package dev.tessera.crypto;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;

/// A passphrase, copied in and wiped by [#close()]; in Unicode normalisation form C unless it is that of a foreign
/// file.
///
/// Form C makes `é` the same whether a keyboard sends one character or two. Nothing is trimmed.
/// The JDK normalises through a `String`, which cannot be wiped; a passphrase whose characters all lie
/// below U+0300 is in form C already and never becomes one.
public final class Passphrase implements AutoCloseable {

    /// Every character below is its own form C (Unicode Standard Annex 15, quick check).
    private static final char FIRST_COMBINING = '\u0300';

    /// Of one `char`; a surrogate pair needs four for both.
    private static final int MAX_UTF8_BYTES = 3;

    private final byte[] utf8;
    private volatile boolean closed;

    private Passphrase(byte[] utf8) {
        this.utf8 = utf8;
    }

    /// Copies the characters just as they are, in whatever normalisation form: other programs normalise nothing,
    /// and their files open with the very bytes that were typed there.
    ///
    /// @throws IllegalArgumentException if there is half a surrogate pair among them
    public static Passphrase ofForeignFile(char[] characters) {
        return new Passphrase(encode(characters));
    }

    /// Copies the characters; the caller wipes its own array.
    ///
    /// @throws IllegalArgumentException if there is half a surrogate pair among them
    public static Passphrase copyOf(char[] characters) {
        char[] normalised = normalise(characters);
        try {
            return new Passphrase(encode(normalised));
        } finally {
            Arrays.fill(normalised, '\0');
        }
    }

    /// Whether there is no character in it.
    public boolean isEmpty() {
        return utf8.length == 0;
    }

    /// A copy as UTF-8, which the caller wipes.
    ///
    /// @throws IllegalStateException after [#close()]
    public byte[] toUtf8() {
        if (closed) {
            throw new IllegalStateException("this passphrase was wiped");
        }
        return utf8.clone();
    }

    /// Wipes the bytes.
    @Override
    public void close() {
        closed = true;
        Arrays.fill(utf8, (byte) 0);
    }

    @Override
    public String toString() {
        return "Passphrase[hidden]";
    }

    private static char[] normalise(char[] characters) {
        for (char c : characters) {
            if (c >= FIRST_COMBINING) {
                return Normalizer.normalize(CharBuffer.wrap(characters), Normalizer.Form.NFC)
                        .toCharArray();
            }
        }
        return characters.clone();
    }

    private static byte[] encode(char[] characters) {
        byte[] room = new byte[characters.length * MAX_UTF8_BYTES];
        try {
            var out = ByteBuffer.wrap(room);
            var result = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(characters), out, true);
            if (result.isError()) {
                throw new IllegalArgumentException("the passphrase contains half a character (a lone surrogate)");
            }
            return Arrays.copyOf(room, out.position());
        } finally {
            Arrays.fill(room, (byte) 0);
        }
    }
}
