package dev.tessera.desktop.entries;

import static dev.tessera.desktop.control.Messages.counted;
import static dev.tessera.desktop.control.Messages.leftToRight;
import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.control.CodeFigures;
import dev.tessera.desktop.control.Countdown;
import dev.tessera.otp.Code;
import dev.tessera.otp.OtpParameters;
import dev.tessera.vault.Entry;
import java.time.Instant;
import java.util.Optional;

/// What a card shows at one instant.
///
/// @param code in groups; dots for a counter-based one that was not asked for yet
/// @param countdown empty for a counter-based code
/// @param line under the code, on a place of its own that is there even when empty
/// @param kind how the line looks
record CardState(String code, Optional<Countdown> countdown, String line, Kind kind) {
    private static final int SECONDS_OF_PREVIOUS = 4;

    /// What the line says.
    enum Kind {
        EMPTY,
        COPIED,
        AWAITED,
        NEXT,
        PREVIOUS
    }

    /// A time-based card.
    static CardState of(TimedCodes codes, Instant now, Optional<Copied> copied) {
        var countdown = Countdown.of(codes.current(), now);
        int gone = countdown.period() - countdown.secondsLeft();
        var code = codes.current().grouped();
        var state = new CardState(code, Optional.of(countdown), "", Kind.EMPTY);
        if (countdown.isNearEnd()) {
            var next = codes.next().grouped();
            return copied.isPresent()
                    ? state.with(text("card.copied-next", leftToRight(next)), Kind.COPIED)
                    : state.with(text("card.next", leftToRight(next)), Kind.NEXT);
        }
        if (copied.isPresent()) {
            return state.copied(copied.get(), now);
        }
        return gone < SECONDS_OF_PREVIOUS && gone < countdown.period() / 3
                ? state.with(text("card.previous", leftToRight(codes.previous().grouped())), Kind.PREVIOUS)
                : state;
    }

    /// A counter-based card; `shown` is the code last asked for.
    static CardState of(OtpParameters.Hotp parameters, Optional<Code> shown, Instant now, Optional<Copied> copied) {
        var code = shown.orElse(Code.ofCounter(CodeFigures.HIDDEN.repeat(parameters.digits())))
                .grouped();
        var state = new CardState(code, Optional.empty(), "", Kind.EMPTY);
        return copied.map(c -> state.copied(c, now)).orElse(state);
    }

    /// The same, with nothing to see of any code.
    CardState hidden() {
        var dots = code.replaceAll("[^ ]", CodeFigures.HIDDEN);
        return switch (kind) {
            case NEXT, PREVIOUS -> new CardState(dots, countdown, "", Kind.EMPTY);
            // Near the end its line would tell the next code.
            case COPIED -> new CardState(dots, countdown, isNearEnd() ? text("card.copied-hidden") : line, kind);
            case EMPTY, AWAITED -> new CardState(dots, countdown, line, kind);
        };
    }

    /// The same, when its next code will be copied.
    CardState awaited() {
        int left = countdown.map(Countdown::secondsLeft).orElse(0);
        return with(counted("card.awaited", left), Kind.AWAITED);
    }

    /// Whether there is no code to see.
    boolean isWaiting() {
        return code.startsWith(CodeFigures.HIDDEN);
    }

    /// Whether all but the seconds left is the same.
    boolean differsInTimeAlone(CardState other) {
        return code.equals(other.code)
                && line.equals(other.line)
                && kind == other.kind
                && isNearEnd() == other.isNearEnd();
    }

    boolean isNearEnd() {
        return countdown.map(Countdown::isNearEnd).orElse(false);
    }

    /// What a screen reader says: names, then the code sign by sign.
    String spoken(Entry entry) {
        var account = entry.account();
        var names = account.issuer().isEmpty() || account.accountName().isEmpty()
                ? account.title()
                : account.issuer() + ", " + account.accountName();
        if (isWaiting()) {
            return countdown.isPresent() ? text("card.spoken-hidden", names) : text("card.spoken-waiting", names);
        }
        return text("card.spoken", names, String.join(" ", code.replace(" ", "").split("")));
    }

    private CardState copied(Copied copied, Instant now) {
        return with(text("card.copied", copied.secondsLeft(now)), Kind.COPIED);
    }

    private CardState with(String newLine, Kind newKind) {
        return new CardState(code, countdown, newLine, newKind);
    }

    /// Hides the codes.
    @Override
    public String toString() {
        return "CardState[code hidden, " + countdown + ", " + kind + "]";
    }
}
