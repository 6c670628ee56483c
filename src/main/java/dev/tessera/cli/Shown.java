package dev.tessera.cli;

import dev.tessera.otp.Account;
import dev.tessera.otp.OtpParameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Accounts in words and as JSON fields, without their secrets.
final class Shown {
    private static final int REPLACEMENT = 0xFFFD;

    private Shown() {}

    /// A foreign text that cannot move the cursor, colour the screen or turn the direction of reading.
    static String text(String foreign) {
        return foreign.codePoints()
                .map(c -> isHarmless(c) ? c : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// `1 account`, `2 accounts`.
    static String accounts(int count) {
        return count + (count == 1 ? " account" : " accounts");
    }

    /// `Pexip (ann@example.org)`, or what of it is known.
    static String name(Account account) {
        if (account.issuer().isEmpty() || account.accountName().isEmpty()) {
            var known = account.title();
            return known.isEmpty() ? "(no name)" : text(known);
        }
        return text(account.issuer()) + " (" + text(account.accountName()) + ")";
    }

    /// What of the kind is not as nearly every site has it: `SHA256, 8 digits, 60 s`; empty if nothing.
    static String peculiarities(OtpParameters parameters) {
        var parts = new ArrayList<String>();
        switch (parameters) {
            case OtpParameters.Totp totp -> {
                var usual = OtpParameters.Totp.standard();
                add(
                        parts,
                        totp.algorithm() != usual.algorithm(),
                        totp.algorithm().name());
                add(parts, totp.digits() != usual.digits(), totp.digits() + " digits");
                add(parts, totp.period() != usual.period(), totp.period() + " s");
            }
            case OtpParameters.Hotp hotp -> {
                parts.add("counter " + hotp.counter());
                add(
                        parts,
                        !hotp.algorithm().name().equals("SHA1"),
                        hotp.algorithm().name());
                add(parts, hotp.digits() != 6, hotp.digits() + " digits");
            }
            case OtpParameters.Steam _ -> parts.add("Steam");
            case OtpParameters.Motp _ -> parts.add("mOTP");
            case OtpParameters.Yandex _ -> parts.add("Yandex");
        }
        return parts.stream().collect(Collectors.joining(", "));
    }

    /// `issuer`, `accountName`, `type` and the numbers of the type.
    static Map<String, Object> fields(Account account) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("issuer", account.issuer());
        fields.put("accountName", account.accountName());
        switch (account.credential().parameters()) {
            case OtpParameters.Totp totp -> {
                fields.put("type", "totp");
                fields.put("algorithm", totp.algorithm().name());
                fields.put("digits", totp.digits());
                fields.put("period", totp.period());
            }
            case OtpParameters.Hotp hotp -> {
                fields.put("type", "hotp");
                fields.put("algorithm", hotp.algorithm().name());
                fields.put("digits", hotp.digits());
                fields.put("counter", hotp.counter());
            }
            case OtpParameters.Steam steam -> putTimed(fields, "steam", steam);
            case OtpParameters.Motp motp -> putTimed(fields, "motp", motp);
            case OtpParameters.Yandex yandex -> putTimed(fields, "yandex", yandex);
        }
        return fields;
    }

    private static void putTimed(Map<String, Object> fields, String type, OtpParameters.TimeBased parameters) {
        fields.put("type", type);
        fields.put("period", parameters.period());
    }

    private static void add(List<String> parts, boolean worthTelling, String part) {
        if (worthTelling) {
            parts.add(part);
        }
    }

    private static boolean isHarmless(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
