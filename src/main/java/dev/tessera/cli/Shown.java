package dev.tessera.cli;

import dev.tessera.agent.Kind;
import dev.tessera.agent.Offer;
import dev.tessera.otp.Account;
import dev.tessera.otp.OtpParameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Accounts in words and as JSON fields, without their secrets.
final class Shown {
    private Shown() {}

    /// A foreign text that cannot move the cursor, colour the screen or turn the direction of reading.
    static String text(String foreign) {
        return Harmless.text(foreign);
    }

    /// `1 account`, `2 accounts`.
    static String accounts(int count) {
        return count + (count == 1 ? " account" : " accounts");
    }

    /// `Pexip (ann@example.org)`, or what of it is known.
    static String name(Account account) {
        return Harmless.name(account.issuer(), account.accountName());
    }

    /// The same.
    static String name(Offer offer) {
        return Harmless.name(offer.issuer(), offer.accountName());
    }

    /// Issuer and account name, what is special, and the tags.
    static String line(Offer offer) {
        var line = new StringBuilder(name(offer));
        var special = peculiarities(offer.kind());
        if (!special.isEmpty()) {
            line.append("  ").append(special);
        }
        offer.tags().forEach(tag -> line.append("  #").append(text(tag)));
        return line.toString();
    }

    /// What of the kind is not as nearly every site has it: `SHA256, 8 digits, 60 s`; empty if nothing.
    static String peculiarities(OtpParameters parameters) {
        return peculiarities(Kind.of(parameters));
    }

    private static String peculiarities(Kind kind) {
        var usual = Kind.of(OtpParameters.Totp.standard());
        return switch (kind.type()) {
            case "steam" -> "Steam";
            case "motp" -> "mOTP";
            case "yandex" -> "Yandex";
            default -> {
                var parts = new ArrayList<String>();
                add(parts, kind.isCounterBased(), "counter " + kind.moving());
                add(parts, !kind.algorithm().equals(usual.algorithm()), kind.algorithm());
                add(parts, kind.digits() != usual.digits(), kind.digits() + " digits");
                add(parts, !kind.isCounterBased() && kind.moving() != usual.moving(), kind.moving() + " s");
                yield String.join(", ", parts);
            }
        };
    }

    /// `issuer`, `accountName`, `type` and the numbers of the type.
    static Map<String, Object> fields(Account account) {
        return fields(
                account.issuer(),
                account.accountName(),
                Kind.of(account.credential().parameters()));
    }

    /// The same, after its `id`.
    static Map<String, Object> fields(Offer offer) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", offer.id());
        fields.putAll(fields(offer.issuer(), offer.accountName(), offer.kind()));
        return fields;
    }

    private static Map<String, Object> fields(String issuer, String accountName, Kind kind) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("issuer", issuer);
        fields.put("accountName", accountName);
        fields.put("type", kind.type());
        if (!kind.algorithm().isEmpty()) {
            fields.put("algorithm", kind.algorithm());
            fields.put("digits", kind.digits());
        }
        fields.put(kind.isCounterBased() ? "counter" : "period", kind.moving());
        return fields;
    }

    private static void add(List<String> parts, boolean worthTelling, String part) {
        if (worthTelling) {
            parts.add(part);
        }
    }
}
