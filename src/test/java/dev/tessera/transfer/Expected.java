package dev.tessera.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.Secret;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// An entry as a test compares it: as the corpus tells it, or as it was read. Tests alone may see secrets as text.
public record Expected(String names, String secretHex, String kind, String pin, List<String> tags) {
    private static final Set<String> ALGORITHMS = Set.of("SHA1", "SHA256", "SHA512");
    private static final Pattern HEX = Pattern.compile("([0-9a-f]{2})+");

    public static Expected of(ImportEntry entry) {
        var account = entry.account();
        var credential = account.credential();
        var kind = switch (credential.parameters()) {
            case OtpParameters.Totp totp -> "totp " + totp.algorithm() + " " + totp.digits() + " " + totp.period();
            case OtpParameters.Hotp hotp -> "hotp " + hotp.algorithm() + " " + hotp.digits() + " " + hotp.counter();
            case OtpParameters.Steam _ -> "steam SHA1 5 30";
            case OtpParameters.Motp _ -> "motp MD5 6 10";
            case OtpParameters.Yandex _ -> "yandex SHA256 8 30";
        };
        var pin = switch (credential.parameters()) {
            case OtpParameters.Motp motp -> new String(motp.pin().toByteArray(), UTF_8);
            case OtpParameters.Yandex yandex -> new String(yandex.pin().toByteArray(), UTF_8);
            case OtpParameters.Totp _, OtpParameters.Hotp _, OtpParameters.Steam _ -> "";
        };
        return new Expected(
                account.issuer() + " / " + account.accountName(),
                hex(credential.secret()),
                kind,
                pin,
                entry.extras().tags());
    }

    /// Without tags and PIN.
    public static Expected of(String names, String secretHex, String kind) {
        return new Expected(names, secretHex, kind, "", List.of());
    }

    public Expected tagged(String... names) {
        return new Expected(this.names, secretHex, kind, pin, List.of(names));
    }

    /// All of a file, in its order.
    public static List<Expected> allOf(Import found) {
        return found.entries().stream().map(Expected::of).toList();
    }

    static Expected of(JsonNode json) {
        var number = json.path("type").asText().equals("hotp") ? "counter" : "period";
        var tags = new ArrayList<String>();
        json.path("groups").forEach(group -> tags.add(group.asText()));
        json.path("tags").forEach(tag -> tags.add(tag.asText()));
        var kind = json.path("type").asText() + " " + json.path("algorithm").asText() + " "
                + json.path("digits").asText() + " " + json.path(number).asText();
        return new Expected(
                json.path("issuer").asText() + " / " + json.path("name").asText(),
                secretHex(json),
                // Steam has one way of making codes; what a file says of it counts for nothing.
                kind.startsWith("steam ") ? "steam SHA1 5 30" : kind,
                json.path("pin").asText(""),
                tags);
    }

    private static String secretHex(JsonNode json) {
        return json.path("secret_text").asText(json.path("secret_hex").asText());
    }

    /// Whether it is of a hash for which there are codes at all, and whole; others must be reported.
    static boolean isUsable(JsonNode json) {
        var type = json.path("type").asText();
        boolean isOfPin = type.equals("motp") || type.equals("yandex");
        if (isOfPin
                && (json.path("pin").asText("").isEmpty()
                        || !HEX.matcher(secretHex(json)).matches())) {
            return false;
        }
        return !(type.equals("totp") || type.equals("hotp"))
                || ALGORITHMS.contains(json.path("algorithm").asText());
    }

    private static String hex(Secret secret) {
        return HexFormat.of().formatHex(secret.toByteArray());
    }
}
