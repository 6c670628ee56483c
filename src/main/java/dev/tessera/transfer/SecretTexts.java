package dev.tessera.transfer;

import dev.tessera.otp.Base32;
import dev.tessera.otp.NotBase32Exception;
import dev.tessera.otp.Secret;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// Secrets out of the texts of files. No reason holds more of one than a single wrong sign.
public final class SecretTexts {
    private static final Pattern HEX_ALONE = Pattern.compile("[2-7A-Fa-f\\s]*[0189][0-9A-Fa-f\\s]*");

    private SecretTexts() {}

    /// Base32 in any case, with spaces, hyphens and padding, also where the padding stayed percent-encoded. Bits that
    /// fill no byte are dropped. `0`, `1`, `8` and `9` are never guessed into letters.
    public static Secret base32(String text) throws UnusableEntryException {
        try {
            return take(Base32.decodeTyped(text.replaceAll("(?i)%3D", "=")));
        } catch (NotBase32Exception e) {
            throw new UnusableEntryException("secret is " + e.getMessage());
        }
    }

    /// Base32, or hexadecimal where digits that Base32 lacks tell so: for the few programs that write both.
    public static Secret base32OrHex(String text) throws UnusableEntryException {
        return HEX_ALONE.matcher(text.strip()).matches() ? hex(text) : base32(text);
    }

    /// Pairs of hexadecimal digits, in any case.
    public static Secret hex(String text) throws UnusableEntryException {
        try {
            return take(HexFormat.of().parseHex(text.replaceAll("\\s", "")));
        } catch (IllegalArgumentException _) {
            throw new UnusableEntryException("secret is not hexadecimal");
        }
    }

    /// Base64 in either alphabet, with or without padding.
    public static Secret base64(String text) throws UnusableEntryException {
        return take(Encoded.base64(text).orElseThrow(() -> new UnusableEntryException("secret is not Base64")));
    }

    /// Wipes the bytes.
    public static Secret take(byte[] bytes) throws UnusableEntryException {
        try {
            if (bytes.length == 0) {
                throw new UnusableEntryException("secret is missing");
            }
            if (bytes.length > Secret.MAX_LENGTH) {
                throw new UnusableEntryException("secret is longer than " + Secret.MAX_LENGTH + " bytes");
            }
            return Secret.copyOf(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
