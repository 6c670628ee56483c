package dev.tessera.desktop.explain;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.clock.Amounts;
import dev.tessera.desktop.form.AccountCard;
import dev.tessera.explain.Match;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.OtpParameters.Hotp;
import dev.tessera.otp.OtpParameters.Totp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What came of comparing a code, in sentences: first what was found, then what to do.
///
/// @param sentences none before anything was compared
public record Verdict(List<String> sentences) {
    static final Verdict NONE = new Verdict(List.of());

    public Verdict {
        sentences = List.copyOf(sentences);
    }

    /// @param match how the other device comes to its code; empty if nothing fits
    /// @param own how the codes of the account are made
    static Verdict of(Optional<Match> match, OtpParameters own) {
        return match.map(found -> new Verdict(found(found, own)))
                .orElseGet(() -> new Verdict(List.of(text("explain.nothing"), text("explain.nothing-next"))));
    }

    static Verdict tooShort() {
        return new Verdict(List.of(text("explain.too-short")));
    }

    private static List<String> found(Match match, OtpParameters own) {
        boolean same = match.isOf(own);
        if (same && match.steps() == 0) {
            return List.of(text("explain.same"), text("explain.same-next"));
        }
        var sentences = new ArrayList<String>();
        if (!same) {
            sentences.add(text("explain.other-way", made(match.parameters())));
            if (match.cut() > 0) {
                sentences.add(text("explain.cut", match.cut()));
            }
            sentences.add(text("explain.other-way-next"));
        }
        if (match.steps() != 0) {
            sentences.addAll(own instanceof Hotp ? counter(match) : clock(match));
        }
        return sentences;
    }

    private static List<String> clock(Match match) {
        var amount = Amounts.inWords(match.offset());
        return List.of(
                match.steps() > 0 ? text("explain.clock-ahead", amount) : text("explain.clock-behind", amount),
                text("explain.clock-next"));
    }

    private static List<String> counter(Match match) {
        long codes = Math.abs(match.steps());
        return List.of(
                match.steps() > 0 ? text("explain.counter-ahead", codes) : text("explain.counter-behind", codes));
    }

    /// How codes are made, in words.
    static String made(OtpParameters parameters) {
        var terms = AccountCard.terms(parameters);
        return switch (parameters) {
            case Totp totp -> text("explain.made", terms, totp.digits());
            case Hotp hotp -> text("explain.made", terms, hotp.digits());
            case OtpParameters.Steam _, OtpParameters.Motp _, OtpParameters.Yandex _ -> terms;
        };
    }
}
