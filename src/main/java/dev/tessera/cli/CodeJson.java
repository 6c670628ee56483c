package dev.tessera.cli;

import dev.tessera.otp.Code;
import dev.tessera.vault.Entry;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// A code as JSON fields.
final class CodeJson {
    private CodeJson() {}

    /// `validFrom`, `validUntil` and `secondsLeft` are missing for a counter-based code.
    static Map<String, Object> fields(Entry entry, Code code, Instant now) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", entry.id().toString());
        fields.putAll(Shown.fields(entry.account()));
        fields.put("code", code.text());
        if (!code.isCounterBased()) {
            fields.put("validFrom", code.validFrom().toString());
            fields.put("validUntil", code.validUntil().toString());
            fields.put("secondsLeft", secondsLeft(code, now));
        }
        return fields;
    }

    /// A second that has begun counts, so that 0 is never shown for a code that still counts.
    static long secondsLeft(Code code, Instant now) {
        return code.remainingAt(now).plusNanos(999_999_999).toSeconds();
    }
}
