package dev.tessera.transfer;

import java.util.Locale;

/// The kinds of codes, by the names that other programs give them.
public enum Kind {
    TOTP,
    HOTP,
    STEAM,
    MOTP,
    YANDEX;

    /// In any case; TOTP where there is no name.
    ///
    /// @throws UnusableEntryException for a name that is not known
    public static Kind parse(String name) throws UnusableEntryException {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "", "totp" -> TOTP;
            case "hotp" -> HOTP;
            case "steam", "steamtotp" -> STEAM;
            case "motp" -> MOTP;
            case "yandex", "yaotp" -> YANDEX;
            default ->
                throw new UnusableEntryException("the type is not known; it must be totp, hotp, steam, motp or yandex");
        };
    }
}
