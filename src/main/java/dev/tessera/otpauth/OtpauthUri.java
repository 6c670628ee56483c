package dev.tessera.otpauth;

import dev.tessera.otp.Account;
import java.util.List;
import java.util.Optional;

/// One account as a link, parsed with what was repaired on the way.
///
/// @param account what the link holds
/// @param repairs what was put right without guessing, as sentences for a person, without any secret
/// @param warnings what is usable but weak, such as a short secret
public record OtpauthUri(Account account, List<String> repairs, List<String> warnings) implements ReadLink {
    public OtpauthUri {
        repairs = List.copyOf(repairs);
        warnings = List.copyOf(warnings);
    }

    /// Parses `otpauth://`, `steam://` and `motp://` links; white space, brackets and quotes around one are
    /// left out. [ScannedText#parse(String)] can also ask for a PIN that a link lacks.
    ///
    /// @throws OtpauthException if it cannot be honoured to the letter, or lacks the PIN that its codes need
    public static OtpauthUri parse(String text) throws OtpauthException {
        return switch (LinkReader.read(text)) {
            case OtpauthUri uri -> uri;
            case PinlessUri pinless ->
                throw new OtpauthException(
                        "pin is missing: " + pinless.kind().shownName() + " codes need the account's PIN");
        };
    }

    /// What an `otpauth:` link calls its account, so that one which cannot be used can be named. Other links have
    /// their secret where this one has its label: of them, and of one without parameters, nothing is told.
    public static Optional<String> labelOf(String text) {
        return LinkReader.labelOf(text);
    }

    /// The strictest form, which every app reads: `%20` for a space, the secret in upper case without
    /// padding, each parameter named.
    ///
    /// The link is as secret as the account. A colon in the issuer becomes a space in the label, and
    /// stays in the parameter.
    public static String format(Account account) {
        return LinkWriter.write(account);
    }
}
