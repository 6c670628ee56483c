package dev.tessera.cli;

import dev.tessera.otp.Code;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/// A code of a time step or of a counter beside the present one.
///
/// @param step how many steps or codes it lies after the present one
record NeighbouringCode(long step, Code code) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    String line() {
        var when = code.isCounterBased() ? "" : time(code.validFrom()) + " to " + time(code.validUntil()) + "  ";
        return "%+4d  ".formatted(step) + when + code.grouped();
    }

    Map<String, Object> fields() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("step", step);
        fields.put("code", code.text());
        if (!code.isCounterBased()) {
            fields.put("validFrom", code.validFrom().toString());
            fields.put("validUntil", code.validUntil().toString());
        }
        return fields;
    }
}
