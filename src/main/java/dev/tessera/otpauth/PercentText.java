package dev.tessera.otpauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/// Percent-encoding (RFC 3986 section 2.1) for text that the world wrote: every sign that is no escape
/// stands for itself, so that nothing here can fail.
///
/// `java.net.URI` refuses such text and `URLDecoder` turns a plus into a space everywhere.
final class PercentText {
    private static final int ESCAPE_LENGTH = 3;
    private static final String UNRESERVED = "-._~";

    private PercentText() {}

    /// Decodes each escape once, as UTF-8; bytes that are no UTF-8 become U+FFFD.
    static String decode(String raw) {
        var text = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); ) {
            int end = endOfEscapes(raw, i);
            if (end > i) {
                text.append(new String(bytes(raw, i, end), UTF_8));
                i = end;
            } else {
                text.append(raw.charAt(i++));
            }
        }
        return text.toString();
    }

    /// Whether a text that was decoded once still has escapes, no other percent sign, and UTF-8 in them:
    /// then its writer encoded it twice.
    static boolean isStillEncoded(String decoded) {
        return decoded.indexOf('%') >= 0
                && !hasStrayPercent(decoded)
                && decode(decoded).indexOf('\ufffd') < 0;
    }

    /// Whether there is a percent sign that begins no escape.
    static boolean hasStrayPercent(String raw) {
        for (int i = raw.indexOf('%'); i >= 0; i = raw.indexOf('%', i + 1)) {
            if (!isEscape(raw, i)) {
                return true;
            }
        }
        return false;
    }

    /// Whether there are signs that a well-made link would have encoded.
    static boolean hasRawSigns(String raw) {
        return hasStrayPercent(raw)
                || raw.chars().anyMatch(c -> c <= ' ' || c >= 0x7f || "\"#<>\\^`{|}".indexOf(c) >= 0);
    }

    /// Encodes all but the unreserved signs; a space is `%20`.
    static String encode(String text) {
        var raw = new StringBuilder(text.length());
        for (byte b : text.getBytes(UTF_8)) {
            if (isUnreserved((char) b)) {
                raw.append((char) b);
            } else {
                raw.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return raw.toString();
    }

    private static boolean isUnreserved(char sign) {
        return (sign >= 'A' && sign <= 'Z')
                || (sign >= 'a' && sign <= 'z')
                || (sign >= '0' && sign <= '9')
                || UNRESERVED.indexOf(sign) >= 0;
    }

    private static int endOfEscapes(String raw, int start) {
        int end = start;
        while (isEscape(raw, end)) {
            end += ESCAPE_LENGTH;
        }
        return end;
    }

    private static boolean isEscape(String raw, int index) {
        return index + ESCAPE_LENGTH <= raw.length()
                && raw.charAt(index) == '%'
                && HexFormat.isHexDigit(raw.charAt(index + 1))
                && HexFormat.isHexDigit(raw.charAt(index + 2));
    }

    private static byte[] bytes(String raw, int start, int end) {
        var bytes = new ByteArrayOutputStream();
        for (int i = start; i < end; i += ESCAPE_LENGTH) {
            bytes.write(HexFormat.fromHexDigits(raw, i + 1, i + ESCAPE_LENGTH));
        }
        return bytes.toByteArray();
    }
}
