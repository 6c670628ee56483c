package dev.tessera.transfer;

/// What a label such as `Issuer:name` says, as apps keep it beside an issuer or without one.
///
/// @param issuer may be empty
/// @param accountName may be empty
public record LabelParts(String issuer, String accountName) {

    /// An issuer that is given wins over that of the label; both are split at the end of the given one, or else at the
    /// first colon.
    public static LabelParts of(String label, String issuer) {
        boolean repeats = !issuer.isEmpty() && label.regionMatches(true, 0, issuer + ":", 0, issuer.length() + 1);
        int colon = repeats ? issuer.length() : label.indexOf(':');
        if (colon < 0) {
            return new LabelParts(issuer, label.strip());
        }
        var prefix = label.substring(0, colon).strip();
        return new LabelParts(
                issuer.isEmpty() ? prefix : issuer, label.substring(colon + 1).strip());
    }
}
