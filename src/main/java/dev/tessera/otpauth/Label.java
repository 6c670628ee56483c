package dev.tessera.otpauth;

import java.util.Optional;

/// The names of an account: those of the label, settled with the issuer parameter.
///
/// @param issuer empty when nobody names one
/// @param accountName empty when there is none
record Label(String issuer, String accountName) {
    private static final String ESCAPED_COLON = "%3A";

    /// Splits the raw label at its first colon, then decodes each part once.
    static Label parse(String rawLabel, Notes notes) {
        if (PercentText.hasRawSigns(rawLabel)) {
            notes.repaired("The label contains characters that should be percent-encoded; they were kept as they are.");
        }
        String raw = withoutDoubleEncoding(rawLabel, notes);
        int colon = raw.indexOf(':');
        int escaped = indexOfEscapedColon(raw);
        if (colon < 0 && escaped < 0) {
            return new Label("", Names.clean(PercentText.decode(raw), notes::repaired));
        }
        boolean isEscaped = colon < 0 || (escaped >= 0 && escaped < colon);
        int start = isEscaped ? escaped : colon;
        int end = start + (isEscaped ? ESCAPED_COLON.length() : 1);
        return new Label(
                Names.clean(PercentText.decode(raw.substring(0, start)), notes::repaired),
                Names.clean(PercentText.decode(raw.substring(end)), notes::repaired));
    }

    /// The issuer parameter wins over the label's issuer; a repeated issuer is dropped from the account name.
    Label withIssuerParameter(Optional<String> parameter, Notes notes) {
        String settled = parameter.orElse(issuer);
        var behind = behindWhole(settled);
        if (behind.isPresent()) {
            return new Label(settled, behind.get());
        }
        if (!issuer.isEmpty() && !settled.equals(issuer)) {
            notes.repaired("The label names the issuer “" + issuer + "”, but the issuer parameter says “" + settled
                    + "”; the parameter was used.");
        }
        var account = withoutIssuer(accountName, issuer).or(() -> withoutIssuer(accountName, settled));
        account.ifPresent(_ -> notes.repaired("The label repeats the issuer; it was dropped from the account name."));
        return new Label(settled, account.orElse(accountName));
    }

    /// The account name behind an issuer with a colon of its own, at which the label was split.
    private Optional<String> behindWhole(String settled) {
        int colon = settled.indexOf(':');
        boolean isSplit = colon > 0 && settled.substring(0, colon).strip().equals(issuer);
        return isSplit ? withoutIssuer(accountName, settled.substring(colon + 1).strip()) : Optional.empty();
    }

    private static Optional<String> withoutIssuer(String accountName, String issuer) {
        boolean repeats = !issuer.isEmpty() && accountName.startsWith(issuer + ":");
        return repeats ? Optional.of(accountName.substring(issuer.length() + 1).strip()) : Optional.empty();
    }

    private static String withoutDoubleEncoding(String raw, Notes notes) {
        String once = PercentText.decode(raw);
        if (!PercentText.isStillEncoded(once)) {
            return raw;
        }
        notes.repaired("The label was percent-encoded twice; it was decoded twice.");
        return once;
    }

    private static int indexOfEscapedColon(String raw) {
        int upper = raw.indexOf(ESCAPED_COLON);
        int lower = raw.indexOf("%3a");
        return upper < 0 || lower < 0 ? Math.max(upper, lower) : Math.min(upper, lower);
    }
}
