package dev.tessera.transfer.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tessera.otp.Secret;
import dev.tessera.transfer.CostlyImportException;
import dev.tessera.transfer.Draft;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.Kind;
import dev.tessera.transfer.SecretTexts;
import dev.tessera.transfer.UnusableEntryException;
import dev.tessera.transfer.kdbx.KeePassEntry;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One-time passwords in the fields of an entry, in each way that the world has found: `otp` as a link or as
/// KeeOtp's query, KeePass's own `TimeOtp-` and `HmacOtp-`, and `TOTP Seed` with `TOTP Settings`. Where an
/// entry has several, the first of these counts, for plugins leave the older one in place; but a time-based and
/// a counter-based one are two.
final class KeePassOtp {
    private static final String OTP = "otp";
    private static final String TIME = "TimeOtp-";
    private static final String COUNTER = "HmacOtp-";
    private static final String SEED = "TOTP Seed";
    private static final List<String> SECRETS = List.of("Secret", "Secret-Hex", "Secret-Base32", "Secret-Base64");
    private static final Pattern KEE_OTP = Pattern.compile("(?i)(?:.*&)?key=.*");
    private static final Pattern STEAM = Pattern.compile("(?i)[?&]encoder=steam(?:&|$)");
    private static final Pattern NUMBERS = Pattern.compile("(?i)(?:digits|period|algorithm)=[^&]*");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private KeePassOtp() {}

    static void add(KeePassEntry entry, Findings findings) throws CostlyImportException {
        boolean isTime =
                SECRETS.stream().anyMatch(name -> entry.find(TIME + name).isPresent());
        boolean isCounter =
                SECRETS.stream().anyMatch(name -> entry.find(COUNTER + name).isPresent());
        if (entry.find(OTP).isPresent()) {
            findings.add(draft -> otp(named(draft, entry), entry.text(OTP)));
        } else if (!isTime && !isCounter && entry.find(SEED).isPresent()) {
            findings.add(draft -> seed(named(draft, entry), entry));
        } else if (!isTime && !isCounter) {
            findings.leaveOut(); // settings without a secret, as templates have them
        }
        if (entry.find(OTP).isEmpty() && isTime) {
            findings.add(draft -> time(named(draft, entry), entry));
        }
        if (entry.find(OTP).isEmpty() && isCounter) {
            findings.add(draft -> counter(named(draft, entry), entry));
        }
    }

    private static Draft named(Draft draft, KeePassEntry entry) {
        draft.issuer(Titles.of(entry.text("Title"), entry.text("URL")))
                .accountName(entry.text("UserName"))
                .note(entry.text("Notes"))
                .tag(entry.group());
        entry.tags().forEach(draft::tag);
        return draft;
    }

    private static void otp(Draft draft, String value) throws UnusableEntryException {
        if (value.contains("://") || !KEE_OTP.matcher(value).matches()) {
            draft.linkOrSecret(ofSteam(value));
        } else {
            keeOtp(draft, value);
        }
    }

    /// KeePassXC writes its usual numbers into the links of Steam, and does not use them.
    static String ofSteam(String link) {
        int query = link.indexOf('?');
        if (!STEAM.matcher(link).find() || query < 0) {
            return link;
        }
        var kept = Stream.of(link.substring(query + 1).split("&", -1))
                .filter(pair -> !NUMBERS.matcher(pair).matches())
                .collect(Collectors.joining("&"));
        return link.substring(0, query + 1) + kept;
    }

    private static void keeOtp(Draft draft, String query) throws UnusableEntryException {
        var values = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (var pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            values.put(pair.substring(0, Math.max(0, equals)), pair.substring(equals + 1));
        }
        draft.kind(Kind.parse(values.getOrDefault("type", "")))
                .algorithm(values.getOrDefault("otpHashMode", ""))
                .digits(number("size", values.getOrDefault("size", "")))
                .period(number("step", values.getOrDefault("step", "")))
                .counter(number("counter", values.getOrDefault("counter", "")))
                .secret(SecretTexts.base32(values.getOrDefault("key", "")));
    }

    private static void time(Draft draft, KeePassEntry entry) throws UnusableEntryException {
        draft.algorithm(entry.text(TIME + "Algorithm"))
                .digits(number("length", entry.text(TIME + "Length")))
                .period(number("period", entry.text(TIME + "Period")))
                .secret(secret(entry, TIME));
    }

    private static void counter(Draft draft, KeePassEntry entry) throws UnusableEntryException {
        draft.kind(Kind.HOTP)
                .counter(number("counter", entry.text(COUNTER + "Counter")))
                .secret(secret(entry, COUNTER));
    }

    private static Secret secret(KeePassEntry entry, String prefix) throws UnusableEntryException {
        var name = SECRETS.stream()
                .filter(candidate -> entry.find(prefix + candidate).isPresent())
                .findFirst()
                .orElseThrow();
        var text = entry.text(prefix + name);
        return switch (name) {
            case "Secret-Hex" -> SecretTexts.hex(text);
            case "Secret-Base32" -> SecretTexts.base32(text);
            case "Secret-Base64" -> SecretTexts.base64(text);
            default -> SecretTexts.take(text.getBytes(UTF_8));
        };
    }

    /// The settings are `period;digits`, or `period;S` for Steam; what follows is the address of a clock.
    private static void seed(Draft draft, KeePassEntry entry) throws UnusableEntryException {
        var settings = entry.text("TOTP Settings").split(";", -1);
        var digits = settings.length > 1 ? settings[1].strip().toUpperCase(Locale.ROOT) : "";
        if (digits.equals("S")) {
            draft.kind(Kind.STEAM);
        } else {
            draft.digits(number("digits", digits)).period(number("period", settings[0]));
        }
        draft.secret(SecretTexts.base32(entry.text(SEED)));
    }

    private static OptionalLong number(String name, String text) throws UnusableEntryException {
        var plain = text.strip();
        if (plain.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!NUMBER.matcher(plain).matches()) {
            throw new UnusableEntryException(name + " is not a whole number");
        }
        return OptionalLong.of(Long.parseLong(plain));
    }
}
