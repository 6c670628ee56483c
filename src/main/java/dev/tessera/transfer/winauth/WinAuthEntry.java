package dev.tessera.transfer.winauth;

import dev.tessera.transfer.Draft;
import dev.tessera.transfer.Kind;
import dev.tessera.transfer.SecretTexts;
import dev.tessera.transfer.UnusableEntryException;
import java.util.HexFormat;
import java.util.OptionalLong;

/// One authenticator of `winauth.xml`.
///
/// @param name as the person gave it
/// @param type the class of WinAuth that it was
record WinAuthEntry(String name, String type) {
    /// @param secretData the secret in hexadecimal, digits, hash and period, with tabs between them; behind bars, what
    /// the type keeps beside them
    void read(Draft draft, String secretData) throws UnusableEntryException {
        name(draft);
        var parts = secretData.strip().split("\\|", -1);
        var numbers = parts[0].split("\t", -1);
        draft.kind(kind())
                .digits(number(numbers, 1, "digits", isBlizzard() ? 8 : 6))
                .algorithm(numbers.length > 2 ? numbers[2] : "")
                .period(number(numbers, 3, "period", 30));
        if (kind() == Kind.HOTP) {
            draft.counter(number(parts, 1, "counter", 0));
        } else if (kind() == Kind.STEAM && parts.length > 3) {
            steam(draft, parts[3]);
        }
        draft.secret(SecretTexts.hex(numbers[0]));
    }

    /// One that does not open.
    void refuse(Draft draft, String reason) throws UnusableEntryException {
        name(draft);
        throw new UnusableEntryException(reason);
    }

    private void name(Draft draft) {
        int colon = name.indexOf(':');
        var owner = owner();
        if (colon > 0) {
            draft.issuer(name.substring(0, colon)).accountName(name.substring(colon + 1));
        } else {
            draft.issuer(owner).accountName(name.equalsIgnoreCase(owner) ? "" : name);
        }
    }

    private Kind kind() {
        return switch (type) {
            case "WinAuth.HOTPAuthenticator" -> Kind.HOTP;
            case "WinAuth.SteamAuthenticator" -> Kind.STEAM;
            default -> Kind.TOTP;
        };
    }

    /// The kinds that one company alone uses name it by themselves.
    private String owner() {
        return switch (type) {
            case "WinAuth.SteamAuthenticator" -> "Steam";
            case "WinAuth.BattleNetAuthenticator" -> "Battle.net";
            case "WinAuth.TrionAuthenticator" -> "Trion";
            case "WinAuth.MicrosoftAuthenticator" -> "Microsoft";
            default -> "";
        };
    }

    private boolean isBlizzard() {
        return type.equals("WinAuth.BattleNetAuthenticator") || type.equals("WinAuth.TrionAuthenticator");
    }

    private static OptionalLong number(String[] parts, int index, String name, long usual)
            throws UnusableEntryException {
        var text = index < parts.length ? parts[index].strip() : "";
        if (text.isEmpty()) {
            return OptionalLong.of(usual);
        }
        if (!text.matches("-?[0-9]{1,18}")) {
            throw new UnusableEntryException(name + " is not a whole number");
        }
        return OptionalLong.of(Long.parseLong(text));
    }

    private static void steam(Draft draft, String hex) {
        try {
            WinAuthSteam.note(draft, WinAuthSteam.json(HexFormat.of().parseHex(hex.strip())));
        } catch (IllegalArgumentException _) {
            // Only the revocation code is taken from there; the secret stands by itself.
        }
    }
}
