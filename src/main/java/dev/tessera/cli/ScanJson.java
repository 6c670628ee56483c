package dev.tessera.cli;

import dev.tessera.cli.AccountScan.Find;
import dev.tessera.cli.AccountScan.Scanned;
import dev.tessera.cli.Additions.Outcome;
import dev.tessera.otpauth.ScannedText;
import java.util.LinkedHashMap;
import java.util.Map;

/// What was scanned, as JSON fields; no secret is among them.
final class ScanJson {
    private ScanJson() {}

    static Map<String, Object> fields(Scanned picture) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("file", picture.name());
        fields.put("millis", picture.millis());
        fields.put("codes", picture.finds().stream().map(ScanJson::fields).toList());
        picture.reason().ifPresent(reason -> fields.put("reason", NotFound.field(reason)));
        return fields;
    }

    private static Map<String, Object> fields(Find find) {
        var fields = new LinkedHashMap<String, Object>();
        switch (find.text()) {
            case ScannedText.One _ -> fields.put("is", "account");
            case ScannedText.Part(var part) -> {
                fields.put("is", "export");
                fields.put("part", part.batchIndex() + 1);
                fields.put("parts", part.batchSize());
                fields.put("rejected", part.rejected());
            }
            case ScannedText.NeedsPin(var uri) -> {
                fields.put("is", "needs-pin");
                fields.put("issuer", uri.issuer());
                fields.put("accountName", uri.accountName());
            }
            case ScannedText.BareSecret _ -> fields.put("is", "bare-secret");
            case ScannedText.Unusable(var problem) -> put(fields, "unusable", problem);
            case ScannedText.Other(var explanation) -> put(fields, "other", explanation);
        }
        if (!find.accounts().isEmpty()) {
            fields.put(
                    "accounts", find.accounts().stream().map(ScanJson::fields).toList());
        }
        return fields;
    }

    private static void put(Map<String, Object> fields, String is, String explanation) {
        fields.put("is", is);
        fields.put("explanation", explanation);
    }

    /// As `tessera add --json` writes it, too.
    static Map<String, Object> fields(Outcome outcome) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("result", outcome.fate().field());
        fields.putAll(Shown.fields(outcome.uri().account()));
        fields.put("repairs", outcome.uri().repairs());
        fields.put("warnings", outcome.uri().warnings());
        return fields;
    }
}
