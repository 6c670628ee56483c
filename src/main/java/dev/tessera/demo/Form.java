package dev.tessera.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The fields of a form or of a query, each of them at most once.
record Form(Map<String, String> fields) {
    static final Form EMPTY = new Form(Map.of());
    private static final int MOST_FIELDS = 20;

    Form {
        fields = Map.copyOf(fields);
    }

    /// Reads `application/x-www-form-urlencoded`; empty if it is not in that form or has a field twice, of
    /// which one part of a server might read the first and another the last, or holds a NUL, which nobody types and
    /// not every database takes.
    static Optional<Form> parse(String text) {
        if (text.isEmpty()) {
            return Optional.of(EMPTY);
        }
        var parts = text.split("&", -1);
        if (parts.length > MOST_FIELDS) {
            return Optional.empty();
        }
        var fields = new HashMap<String, String>();
        try {
            for (String part : parts) {
                int equals = part.indexOf('=');
                if (equals < 0
                        || fields.put(decode(part.substring(0, equals)), decode(part.substring(equals + 1))) != null) {
                    return Optional.empty();
                }
            }
        } catch (IllegalArgumentException _) { // not percent-encoded
            return Optional.empty();
        }
        boolean holdsNul = fields.values().stream().anyMatch(value -> value.indexOf('\0') >= 0);
        return holdsNul ? Optional.empty() : Optional.of(new Form(fields));
    }

    /// The text of a field, or an empty one.
    String text(String name) {
        return fields.getOrDefault(name, "");
    }

    /// Hides the values: there are passwords and codes among them.
    @Override
    public String toString() {
        return "Form" + fields.keySet();
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, UTF_8);
    }
}
