package dev.tessera.transfer.zip;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tessera.crypto.Passphrase;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// No zip tells in which character set its passphrase was taken: UTF-8 by most programs, that of the computer by those
/// of Windows.
final class ZipPasswords {
    private static final List<Charset> OF_WINDOWS = List.of(Charset.forName("windows-1252"), Charset.forName("IBM850"));

    private ZipPasswords() {}

    /// The passphrase in each character set that it can be written in, one byte a char. The caller wipes them.
    static List<char[]> of(Passphrase passphrase) {
        byte[] utf8 = passphrase.toUtf8();
        var characters = UTF_8.decode(ByteBuffer.wrap(utf8));
        var passwords = new ArrayList<char[]>();
        if (characters.length() < utf8.length) {
            OF_WINDOWS.forEach(charset -> add(passwords, characters.duplicate(), charset));
        }
        passwords.addFirst(chars(utf8));
        Arrays.fill(characters.array(), '\0');
        return passwords;
    }

    /// Each sign is one byte in these sets. One that lacks a sign cannot have been in use where this was typed.
    private static void add(List<char[]> passwords, CharBuffer characters, Charset charset) {
        byte[] bytes = new byte[characters.remaining()];
        var result = charset.newEncoder().encode(characters, ByteBuffer.wrap(bytes), true);
        if (!result.isError()) {
            passwords.add(chars(bytes));
        }
        Arrays.fill(bytes, (byte) 0);
    }

    /// Wipes the bytes.
    private static char[] chars(byte[] bytes) {
        char[] chars = new char[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            chars[i] = (char) (bytes[i] & 0xff);
        }
        Arrays.fill(bytes, (byte) 0);
        return chars;
    }
}
