package dev.tessera.transfer.extension;

import dev.tessera.otp.Secret;
import dev.tessera.transfer.Draft;
import dev.tessera.transfer.Fields;
import dev.tessera.transfer.Kind;
import dev.tessera.transfer.SecretTexts;
import dev.tessera.transfer.UnusableEntryException;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// One entry of the browser extension, in the clear.
final class ExtensionEntry {

    /// The site that an entry belongs to, behind the name of the issuer.
    private static final Pattern SITE = Pattern.compile("::.*", Pattern.DOTALL);

    /// How old versions marked what has a type of its own now.
    private static final Pattern BATTLE_NET = Pattern.compile("(?i)bli?z-");

    private static final Pattern STEAM = Pattern.compile("(?i)stm-");

    private ExtensionEntry() {}

    static void read(Draft draft, Fields entry, String secretText) throws UnusableEntryException {
        name(draft, entry);
        draft.pinned(entry.isTrue("pinned"))
                .algorithm(entry.text("algorithm"))
                .digits(entry.number("digits"))
                .period(entry.number("period"))
                .counter(entry.number("counter"));
        var secret = secretText.strip();
        var type = entry.text("type").toLowerCase(Locale.ROOT);
        if (BATTLE_NET.matcher(secret).lookingAt()) {
            ofType(draft, "battle", BATTLE_NET.matcher(secret).replaceFirst(""));
        } else if (STEAM.matcher(secret).lookingAt()) {
            ofType(draft, "steam", STEAM.matcher(secret).replaceFirst(""));
        } else {
            ofType(draft, type, secret);
        }
    }

    private static void ofType(Draft draft, String type, String secret) throws UnusableEntryException {
        draft.kind(kind(type)).secret(secret(type, secret));
        if (type.equals("battle")) {
            draft.digits(OptionalLong.of(8));
        }
    }

    private static Kind kind(String type) throws UnusableEntryException {
        return switch (type) {
            case "battle", "hex" -> Kind.TOTP;
            case "hhex" -> Kind.HOTP;
            default -> Kind.parse(type);
        };
    }

    private static Secret secret(String type, String text) throws UnusableEntryException {
        return type.equals("hex") || type.equals("hhex") ? SecretTexts.hex(text) : SecretTexts.base32OrHex(text);
    }

    /// One that does not open, by what stands beside its seal.
    static void refuse(Draft draft, Fields entry, String reason) throws UnusableEntryException {
        name(draft, entry);
        throw new UnusableEntryException(reason);
    }

    private static void name(Draft draft, Fields entry) {
        draft.issuer(SITE.matcher(entry.text("issuer")).replaceFirst("")).accountName(entry.text("account"));
    }
}
