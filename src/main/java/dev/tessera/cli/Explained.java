package dev.tessera.cli;

import dev.tessera.agent.Kind;
import dev.tessera.explain.Match;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.OtpParameters.Hotp;
import dev.tessera.otp.OtpParameters.TimeBased;
import dev.tessera.otp.OtpParameters.Totp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How codes are made and where two devices differ, in words and as JSON fields.
///
/// @param own how those of the account are made
record Explained(OtpParameters own) {

    String inWords() {
        return words(own);
    }

    private static String words(OtpParameters parameters) {
        return switch (parameters) {
            case Totp totp ->
                "time-based, " + totp.algorithm() + ", " + totp.digits() + " digits, every " + totp.period()
                        + " seconds";
            case Hotp hotp ->
                "counter-based, " + hotp.algorithm() + ", " + hotp.digits() + " digits, counter " + hotp.counter();
            case OtpParameters.Steam _ -> "Steam, every 30 seconds";
            case OtpParameters.Motp _ -> "mOTP, every 10 seconds";
            case OtpParameters.Yandex _ -> "Yandex, every 30 seconds";
        };
    }

    /// That no difference explains the code.
    static List<String> nothing() {
        return List.of(
                "nothing matches: the code is not from this account, or it was shown more than a few minutes ago",
                "if the site refuses the codes of this account, set it up again there: the secrets may differ");
    }

    List<String> told(Match match) {
        var lines = new ArrayList<String>();
        if (match.isOf(own) && match.steps() == 0) {
            lines.add("the two agree: this is the current code of this account");
            lines.add("if the site refuses it, both clocks are off (tessera clock shows it), the site's is, or the "
                    + "account was set up again there");
            return lines;
        }
        if (!match.isOf(own)) {
            lines.add("the other device makes its codes differently: " + words(match.parameters()) + cut(match));
            lines.add("only the site knows which of the two is right; tessera edit changes this account");
        }
        if (match.steps() != 0) {
            lines.addAll(own instanceof Hotp ? counter(match) : clock(match));
        }
        return lines;
    }

    private static String cut(Match match) {
        return match.cut() == 0 ? "" : ", of which it shows all but the last " + match.cut();
    }

    private static List<String> counter(Match match) {
        return List.of("the other device's counter is " + Math.abs(match.steps())
                + (match.steps() > 0 ? " ahead" : " behind"));
    }

    private static List<String> clock(Match match) {
        return List.of(
                "the other device's clock is about " + Spans.inWords(match.offset())
                        + (match.steps() > 0 ? " ahead of" : " behind") + " this computer's",
                "tessera clock shows which of the two is wrong: sites accept a code for half a minute or so");
    }

    Map<String, Object> fields(Match match) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("same", match.isOf(own) && match.steps() == 0);
        fields.put("steps", match.steps());
        if (own instanceof TimeBased) {
            fields.put("offsetSeconds", match.offset().toSeconds());
        }
        var kind = Kind.of(match.parameters());
        if (!kind.algorithm().isEmpty()) {
            fields.put("algorithm", kind.algorithm());
            fields.put("digits", kind.digits());
        }
        if (!kind.isCounterBased()) {
            fields.put("period", kind.moving());
        }
        fields.put("cut", match.cut());
        return fields;
    }
}
