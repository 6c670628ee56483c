package dev.tessera.otpauth;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The parameters of a link: split first, then each value decoded once.
final class Parameters {
    private static final Set<String> KNOWN =
            Set.of("secret", "issuer", "algorithm", "digits", "period", "counter", "encoder", "pin", "pin_length");
    private static final String HTML_AMPERSAND = "amp;";

    private final Map<String, String> values = new HashMap<>();
    private final Notes notes;
    private String issuerReadOtherwise = "";

    private Parameters(Notes notes) {
        this.notes = notes;
    }

    /// Unknown parameters are left out; what they point to is never fetched.
    ///
    /// @throws OtpauthException if a known one is given twice with different values
    static Parameters parse(String query, Notes notes) throws OtpauthException {
        var parameters = new Parameters(notes);
        for (String piece : query.split("&", -1)) {
            parameters.add(piece);
        }
        return parameters;
    }

    /// The value, unless it is missing, empty or the text `null`, which some writers put for nothing.
    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !isNothing(value));
    }

    /// The issuer. A plus in it may be a plus or a space: where the label tells which, as the label has it.
    Optional<String> findIssuer(String inLabel) {
        return find("issuer")
                .map(issuer -> !inLabel.isEmpty() && issuerReadOtherwise.equals(inLabel) ? inLabel : issuer);
    }

    /// Whether the parameter is there, with or without a value.
    boolean isNamed(String name) {
        return values.containsKey(name);
    }

    private static boolean isNothing(String value) {
        return value.isEmpty() || value.equalsIgnoreCase("null") || value.equalsIgnoreCase("undefined");
    }

    private void add(String piece) throws OtpauthException {
        int equals = piece.indexOf('=');
        String name = nameOf(equals < 0 ? piece : piece.substring(0, equals));
        if (!KNOWN.contains(name)) {
            if (equals < 0 && !piece.isBlank()) {
                notes.repaired("A part of the link without “=” was left out.");
            }
            return;
        }
        String value = equals < 0 ? "" : valueOf(name, piece.substring(equals + 1));
        String before = values.putIfAbsent(name, value);
        if (before != null && !before.equals(value)) {
            throw new OtpauthException(name + " is given twice, with different values");
        }
    }

    private String nameOf(String rawName) {
        String name = PercentText.decode(rawName).strip().toLowerCase(Locale.ROOT);
        if (!name.startsWith(HTML_AMPERSAND)) {
            return name;
        }
        notes.repaired("The link was copied with “&amp;” instead of “&”.");
        return name.substring(HTML_AMPERSAND.length());
    }

    private String valueOf(String name, String raw) {
        if (name.equals("issuer") && PercentText.hasRawSigns(raw)) {
            notes.repaired(
                    "The issuer contains characters that should be percent-encoded; they were kept as they are.");
        }
        // A writer that has %20 for a space means a plus by a plus.
        boolean plusIsSpace = !raw.contains("%20");
        if (name.equals("issuer") && raw.indexOf('+') >= 0) {
            issuerReadOtherwise = PercentText.decode(plusIsSpace ? raw : raw.replace('+', ' '))
                    .strip();
        }
        String once = PercentText.decode(plusIsSpace ? raw.replace('+', ' ') : raw);
        if (!PercentText.isStillEncoded(once) || name.equals("pin")) {
            return once.strip();
        }
        notes.repaired("The " + name + " was percent-encoded twice; it was decoded twice.");
        return PercentText.decode(once).strip();
    }
}
