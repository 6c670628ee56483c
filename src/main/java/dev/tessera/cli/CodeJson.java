package dev.tessera.cli;

import dev.tessera.agent.Offer;
import java.time.Instant;
import java.util.Map;

/// A code as JSON fields.
final class CodeJson {
    private CodeJson() {}

    /// `validFrom`, `validUntil` and `secondsLeft` are missing for a counter-based code.
    static Map<String, Object> fields(Offer offer, Instant now) {
        var fields = Shown.fields(offer);
        fields.put("code", offer.code());
        if (!offer.kind().isCounterBased()) {
            fields.put("validFrom", Instant.ofEpochSecond(offer.validFrom()).toString());
            fields.put("validUntil", Instant.ofEpochSecond(offer.validUntil()).toString());
            fields.put("secondsLeft", offer.secondsLeft(now.toEpochMilli()));
        }
        return fields;
    }
}
