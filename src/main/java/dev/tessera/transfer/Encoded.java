package dev.tessera.transfer;

import com.fasterxml.jackson.databind.JsonNode;
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

    /// An array of numbers, signed (-128 to 127) or not (0 to 255); nothing if it is none.
    public static Optional<byte[]> numbers(JsonNode array) {
        if (!array.isArray()) {
            return Optional.empty();
        }
        byte[] bytes = new byte[array.size()];
        for (int i = 0; i < bytes.length; i++) {
            var number = array.get(i);
            if (!number.isIntegralNumber() || !number.canConvertToInt() || !isByte(number.intValue())) {
                return Optional.empty();
            }
            bytes[i] = (byte) number.intValue();
        }
        return Optional.of(bytes);
    }

    /// A part of the file as an array of numbers.
    ///
    /// @throws DamagedImportException if it is missing or none
    public static byte[] numbers(Fields fields, String name) throws DamagedImportException {
        return numbers(fields.node(name)).orElseThrow(() -> damaged(name, "a sequence of bytes"));
    }

    private static boolean isByte(int number) {
        return number >= Byte.MIN_VALUE && number <= 0xff;
    }

    private static DamagedImportException damaged(String name, String form) {
        return new DamagedImportException("The file's part “" + name + "” is not " + form + ". Export it again.");
    }
}
