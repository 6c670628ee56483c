package dev.tessera.otpauth;

import dev.tessera.otp.HmacAlgorithm;
import java.util.Locale;
import java.util.regex.Pattern;

/// The names that the world gives to the three hashes.
public final class Algorithms {
    private static final Pattern SHOWABLE = Pattern.compile("[A-Za-z0-9-]{1,12}");

    private Algorithms() {}

    /// Any case, with or without dashes, with or without `Hmac` in front; SHA1 where there is none.
    ///
    /// @throws OtpauthException for any other: another hash would make other codes
    static HmacAlgorithm read(Parameters parameters, Notes notes) throws OtpauthException {
        var name = parameters.find("algorithm");
        if (name.isPresent()) {
            return parse(name.get());
        }
        if (parameters.isNamed("algorithm")) {
            notes.repaired("The parameter “algorithm” is empty; the default SHA1 was used.");
        }
        return HmacAlgorithm.SHA1;
    }

    /// Any case, with or without dashes, with or without `Hmac` in front.
    ///
    /// @throws OtpauthException for any other: another hash would make other codes
    public static HmacAlgorithm parse(String name) throws OtpauthException {
        String plain = name.toUpperCase(Locale.ROOT).replaceAll("[-_ ]", "");
        return switch (plain.startsWith("HMAC") ? plain.substring("HMAC".length()) : plain) {
            case "SHA1" -> HmacAlgorithm.SHA1;
            case "SHA256" -> HmacAlgorithm.SHA256;
            case "SHA512" -> HmacAlgorithm.SHA512;
            default ->
                throw new OtpauthException("algorithm is " + shown(name) + "; it must be SHA1, SHA256 or SHA512");
        };
    }

    private static String shown(String name) {
        return SHOWABLE.matcher(name).matches() ? name : "unknown";
    }
}
