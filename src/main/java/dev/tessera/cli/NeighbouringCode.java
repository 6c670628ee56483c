package dev.tessera.cli;

import dev.tessera.explain.Neighbour;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/// A code of a time step or of a counter beside the present one, as a line and as JSON fields.
record NeighbouringCode(Neighbour neighbour) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    String line() {
        var code = neighbour.code();
        var when = code.isCounterBased() ? "" : time(code.validFrom()) + " to " + time(code.validUntil()) + "  ";
        return "%+4d  ".formatted(neighbour.step()) + when + code.grouped();
    }

    Map<String, Object> fields() {
        var code = neighbour.code();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("step", neighbour.step());
        fields.put("code", code.text());
        if (!code.isCounterBased()) {
            fields.put("validFrom", code.validFrom().toString());
            fields.put("validUntil", code.validUntil().toString());
        }
        return fields;
    }
}
