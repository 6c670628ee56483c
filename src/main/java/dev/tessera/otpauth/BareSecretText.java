package dev.tessera.otpauth;

import dev.tessera.otp.Secret;
import java.util.Optional;
import java.util.regex.Pattern;

/// A secret without a link, as sites show it beside their QR code.
final class BareSecretText {
    /// One case, in one piece or in groups of equal length; fewer than 16 signs would be any word.
    private static final Pattern ONE_PIECE = Pattern.compile("(?:[A-Z2-7]{16,}|[a-z2-7]{16,})=*");

    private static final Pattern GROUPS =
            Pattern.compile("(?:(?:[A-Z0-9]{4}[\\s-]){3,}[A-Z0-9]{1,4}|(?:[a-z0-9]{4}[\\s-]){3,}[a-z0-9]{1,4})=*");

    private BareSecretText() {}

    /// @throws OtpauthException if it looks like one in groups of four, but has a sign that is not Base32
    static Optional<Secret> find(String text) throws OtpauthException {
        boolean looksLikeOne =
                ONE_PIECE.matcher(text).matches() || GROUPS.matcher(text).matches();
        return looksLikeOne && !isNumber(text) ? Optional.of(SecretText.fromBase32(text)) : Optional.empty();
    }

    /// Card and customer numbers come in groups of four too.
    private static boolean isNumber(String text) {
        return text.chars().noneMatch(Character::isLetter);
    }
}
