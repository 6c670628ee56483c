package dev.tessera.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tessera.cli.ReadFiles.Outcome;
import dev.tessera.cli.ReadFiles.ReadFile;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.Secret;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What was in a file, as JSON fields; secrets are among them only where they were asked for.
final class ImportJson {
    private ImportJson() {}

    static Map<String, Object> fields(ReadFile file, boolean reveal) {
        var content = file.content();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("file", file.path().toString());
        fields.put("format", content.format());
        fields.put(
                "entries",
                file.outcomes().stream().map(outcome -> fields(outcome, reveal)).toList());
        fields.put(
                "rejected",
                content.rejected().stream()
                        .map(rejected -> Map.of("label", rejected.label(), "reason", rejected.reason()))
                        .toList());
        fields.put(
                "repairs",
                content.entries().stream()
                        .flatMap(entry -> entry.repairs().stream()
                                .map(repair -> Map.of("label", Shown.name(entry.account()), "repair", repair)))
                        .toList());
        fields.put("notes", content.notes());
        return fields;
    }

    private static Map<String, Object> fields(Outcome outcome, boolean reveal) {
        var entry = outcome.entry();
        var credential = entry.account().credential();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("result", outcome.fate().field());
        fields.put("issuer", entry.account().issuer());
        fields.put("name", entry.account().accountName());
        fields.putAll(numbers(credential.parameters()));
        fields.put("tags", entry.extras().tags());
        fields.put("note", entry.extras().note());
        fields.put("pinned", entry.extras().pinned());
        fields.put("binned", entry.extras().binned());
        if (reveal) {
            fields.put("secretHex", text(credential.secret(), HexFormat.of()::formatHex));
            pin(credential.parameters())
                    .ifPresent(pin -> fields.put("pin", text(pin, bytes -> new String(bytes, UTF_8))));
        }
        return fields;
    }

    /// Each kind with all of its numbers, those that never change too.
    private static Map<String, Object> numbers(OtpParameters parameters) {
        return switch (parameters) {
            case OtpParameters.Totp totp ->
                numbers("totp", totp.algorithm().name(), totp.digits(), "period", totp.period());
            case OtpParameters.Hotp hotp ->
                numbers("hotp", hotp.algorithm().name(), hotp.digits(), "counter", hotp.counter());
            case OtpParameters.Steam steam -> numbers("steam", "SHA1", 5, "period", steam.period());
            case OtpParameters.Motp motp -> numbers("motp", "MD5", 6, "period", motp.period());
            case OtpParameters.Yandex yandex -> numbers("yandex", "SHA256", 8, "period", yandex.period());
        };
    }

    private static Map<String, Object> numbers(
            String type, String algorithm, int digits, String last, long periodOrCounter) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("type", type);
        fields.put("algorithm", algorithm);
        fields.put("digits", digits);
        fields.put(last, periodOrCounter);
        return fields;
    }

    private static Optional<Secret> pin(OtpParameters parameters) {
        return switch (parameters) {
            case OtpParameters.Motp motp -> Optional.of(motp.pin());
            case OtpParameters.Yandex yandex -> Optional.of(yandex.pin());
            case OtpParameters.Totp _, OtpParameters.Hotp _, OtpParameters.Steam _ -> Optional.empty();
        };
    }

    private static String text(Secret secret, Function<byte[], String> form) {
        byte[] bytes = secret.toByteArray();
        try {
            return form.apply(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
