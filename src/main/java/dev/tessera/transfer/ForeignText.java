package dev.tessera.transfer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Optional;

/// Bytes as text: by their byte order mark, else as UTF-8, else as the ISO 8859-1 of old programs, or as Windows-1252,
/// where bytes stand for signs that the former has not.
final class ForeignText {
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private ForeignText() {}

    /// Nothing for what is no text: a control sign other than white space tells.
    static Optional<String> decode(byte[] bytes) {
        return charset(bytes)
                .flatMap(charset -> decode(bytes, charset))
                .or(() -> decode(bytes, ISO_8859_1).filter(ForeignText::isText))
                .or(() -> isMostlyAscii(bytes) ? decode(bytes, WINDOWS_1252) : Optional.empty())
                .map(text -> !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text)
                .filter(ForeignText::isText);
    }

    private static boolean isText(String text) {
        return text.chars().noneMatch(ForeignText::isOfBinary);
    }

    /// A short cipher may by chance be without any control sign: in text of Windows, letters of English outnumber the
    /// others.
    private static boolean isMostlyAscii(byte[] bytes) {
        int others = 0;
        for (byte one : bytes) {
            others += one < 0 ? 1 : 0;
        }
        return others * 4L < bytes.length;
    }

    private static Optional<Charset> charset(byte[] bytes) {
        if (bytes.length >= 2 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe) {
            return Optional.of(UTF_16LE);
        }
        boolean big = bytes.length >= 2 && (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff;
        return Optional.of(big ? UTF_16BE : UTF_8);
    }

    private static Optional<String> decode(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException _) {
            return Optional.empty(); // Another character set, or no text at all.
        }
    }

    private static boolean isOfBinary(int sign) {
        return (sign < ' ' && sign != '\t' && sign != '\n' && sign != '\r' && sign != '\f')
                || (sign >= 0x7f && sign < 0xa0);
    }
}
