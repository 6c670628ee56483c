package dev.tessera.otpauth;

import dev.tessera.otp.Account;
import java.util.List;

/// One account as a link, parsed with what was repaired on the way.
///
/// @param account what the link holds
/// @param repairs what was put right without guessing, as sentences for a person, without any secret
/// @param warnings what is usable but weak, such as a short secret
public record OtpauthUri(Account account, List<String> repairs, List<String> warnings) {
    public OtpauthUri {
        repairs = List.copyOf(repairs);
        warnings = List.copyOf(warnings);
    }

    /// Parses `otpauth://`, `steam://` and `motp://` links.
    ///
    /// @throws OtpauthException if it cannot be honoured to the letter
    public static OtpauthUri parse(String text) throws OtpauthException {
        throw new UnsupportedOperationException("to come: " + text.length());
    }

    /// The strictest form, which every app reads.
    public static String format(Account account) {
        throw new UnsupportedOperationException("to come: " + account.title());
    }
}
