package dev.tessera.transfer;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// Bytes that were written as text.
public final class Encoded {
    private Encoded() {}

    /// Base64 in either alphabet, with or without padding, with line breaks; nothing if it is none.
    public static Optional<byte[]> base64(String text) {
        var plain = text.replaceAll("\\s", "").replace('-', '+').replace('_', '/');
        int end = plain.length();
        while (end > 0 && plain.charAt(end - 1) == '=') {
            end--; // A pattern would look at each run of them again and again.
        }
        try {
            return Optional.of(Base64.getDecoder().decode(plain.substring(0, end)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// A part of the file in Base64.
    ///
    /// @throws DamagedImportException if it is missing or none
    public static byte[] base64(Fields fields, String name) throws DamagedImportException {
        return base64(fields.requiredText(name)).orElseThrow(() -> damaged(name, "Base64"));
    }

    /// A part of the file in hexadecimal digits.
    ///
    /// @throws DamagedImportException if it is missing or none
    public static byte[] hex(Fields fields, String name) throws DamagedImportException {
        try {
            return HexFormat.of().parseHex(fields.requiredText(name));
        } catch (IllegalArgumentException _) {
            throw damaged(name, "hexadecimal");
        }
    }

    private static DamagedImportException damaged(String name, String form) {
        return new DamagedImportException("The file's part “" + name + "” is not " + form + ". Export it anew.");
    }
}
