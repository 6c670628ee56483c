package dev.tessera.demo;

import dev.tessera.demo.account.Accounts;
import dev.tessera.demo.account.AuditEvent;
import dev.tessera.demo.account.CodeLogIn.Outcome;
import dev.tessera.demo.account.Person;
import dev.tessera.demo.account.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// What came of a code, in words for the person and for the log; the same wherever a code is asked for.
final class CodeWords {
    static final String MALFORMED = "A code is six digits, without spaces. Type the one that your authenticator shows.";
    static final String WRONG = "This code is wrong. Type the one that your authenticator shows now.";

    private final Accounts accounts;
    private final InstantSource clock;

    CodeWords(Accounts accounts, InstantSource clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /// Why a code was not accepted; empty if it was.
    Optional<Refusal> refusal(Outcome outcome, Person person) throws StoreException {
        return switch (outcome) {
            case Outcome.Accepted(), Outcome.Learned _ -> Optional.empty();
            case Outcome.Malformed() -> Optional.of(new Refusal(422, MALFORMED));
            case Outcome.Wrong() -> Optional.of(new Refusal(403, WRONG));
            case Outcome.Used() ->
                Optional.of(Refusal.used(
                        ("This code has already been used, and each code works only once. " + whenFresh(person))
                                .strip(),
                        untilFresh(person)));
            case Outcome.ClockOff(var drift) -> Optional.of(new Refusal(403, clockOff(drift, person)));
            case Outcome.Gone() ->
                Optional.of(new Refusal(403, "Your authenticator was removed in the meantime. Log in again."));
            case Outcome.Blocked(var until) -> Optional.of(blocked(until));
            case Outcome.SwitchedOff() ->
                Optional.of(new Refusal(
                        403, "After so many wrong codes, your authenticator is switched off. Ask your administrator."));
        };
    }

    /// When the next code is there, if the current one is used up.
    String whenFresh(Person person) throws StoreException {
        return untilFresh(person)
                .map(wait -> "Your current code has been used. Wait for the next one: " + TimeText.wait(wait) + ", at "
                        + TimeText.time(clock.instant().plus(wait)) + ".")
                .orElse("");
    }

    /// How long until the next code, if the current one is used up.
    Optional<Duration> untilFresh(Person person) throws StoreException {
        var now = clock.instant();
        return accounts.codeLogIn()
                .factorOf(person)
                .filter(factor -> factor.freshFrom().isAfter(now))
                .map(factor -> Duration.between(now, factor.freshFrom()));
    }

    /// A clock that was learned is not to be set: the window lies around it until it is learned anew.
    private String clockOff(Duration drift, Person person) throws StoreException {
        boolean isLearned = accounts.codeLogIn()
                .factorOf(person)
                .filter(factor -> !factor.allowance().isZero())
                .isPresent();
        return isLearned
                ? "This code does not match now: the clock of your device was allowed for, but has changed. It is "
                        + TimeText.drift(drift)
                        + " now. Set the clock with two codes again, on the page that asks for the code at log-in."
                : clockOff(drift);
    }

    /// How far the device's clock is off, and what to do.
    String clockOff(Duration drift) {
        return "This code does not match now: the clock of your device is " + TimeText.drift(drift) + ". Here it is "
                + TimeText.time(clock.instant())
                + ". Let your device set its time automatically, then type the code that it shows.";
    }

    private Refusal blocked(Instant until) {
        var now = clock.instant();
        return Refusal.tooMany(
                "Too many wrong codes. Try again in " + TimeText.wait(now, until) + ", at " + TimeText.time(until)
                        + ".",
                Duration.between(now, until));
    }

    /// What the log calls it; empty for what was no attempt.
    static Optional<AuditEvent> event(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted() -> Optional.of(AuditEvent.CODE_ACCEPTED);
            case Outcome.Malformed() -> Optional.empty();
            case Outcome.Learned _ -> Optional.of(AuditEvent.CLOCK_LEARNED);
            case Outcome.Wrong(), Outcome.Gone() -> Optional.of(AuditEvent.CODE_REFUSED);
            case Outcome.ClockOff _ -> Optional.of(AuditEvent.CODE_CLOCK_OFF);
            case Outcome.Used() -> Optional.of(AuditEvent.CODE_REUSED);
            case Outcome.Blocked _, Outcome.SwitchedOff() -> Optional.of(AuditEvent.CODE_BLOCKED);
        };
    }
}
