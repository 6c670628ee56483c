package dev.tessera.demo;

import dev.tessera.demo.account.Accounts;
import dev.tessera.demo.account.AuditEvent;
import dev.tessera.demo.account.CodeLogIn.Outcome;
import dev.tessera.demo.account.Deed;
import dev.tessera.demo.account.Session;
import dev.tessera.demo.account.StoreException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Recovery codes: shown once when they are made, and taken in place of a code at log-in.
final class RecoveryActions {
    private final Accounts accounts;
    private final CodeWords words;
    private final ConfirmActions confirming;
    private final AttemptLog log;
    private final InstantSource clock;

    RecoveryActions(
            Accounts accounts, CodeWords words, ConfirmActions confirming, AttemptLog log, InstantSource clock) {
        this.accounts = accounts;
        this.words = words;
        this.confirming = confirming;
        this.log = log;
        this.clock = clock;
    }

    List<Route<?>> routes() {
        return List.of(
                Route.get("/recovery", Session.CodeDue.class, (session, _) -> page(session, "")),
                Route.post("/recovery", Session.CodeDue.class, this::check),
                Route.post("/recovery-codes", Session.SignedIn.class, this::make));
    }

    private Reply check(Session.CodeDue session, Exchange exchange) throws StoreException {
        var person = session.person();
        var outcome = accounts.recoveryCodes().attempt(person, exchange.form().text("recoveryCode"));
        var event = event(outcome);
        if (event.isPresent()) {
            log.attempt(Deed.own(event.get(), person, exchange.address()));
        }
        if (outcome instanceof Outcome.Accepted) {
            // The epoch: a recovery code opens the account, but is no code of the last five minutes.
            return accounts.sessions()
                    .rise(session, Session.Stage.SIGNED_IN, Instant.EPOCH)
                    .map(risen -> Reply.seeOther("/account").withToken(risen.token()))
                    .orElseGet(() -> Reply.seeOther("/login"));
        }
        var refusal = refusal(outcome, session);
        return refusal.on(page(session, refusal.text()));
    }

    private Refusal refusal(Outcome outcome, Session.CodeDue session) throws StoreException {
        return switch (outcome) {
            case Outcome.Malformed() ->
                new Refusal(
                        422, "A recovery code is four groups of four letters and digits, such as ABCD-EFGH-2345-6723.");
            case Outcome.Wrong() ->
                new Refusal(
                        403,
                        "This is not one of your recovery codes, or it has already been used: each works only once.");
            case Outcome.Accepted(),
                    Outcome.ClockOff _,
                    Outcome.Learned _,
                    Outcome.Used(),
                    Outcome.Blocked _,
                    Outcome.SwitchedOff(),
                    Outcome.Gone() -> words.refusal(outcome, session.person()).orElseThrow();
        };
    }

    private Reply make(Session.SignedIn session, Exchange exchange) throws StoreException {
        if (confirming.isDue(session)) {
            return ConfirmActions.ask(ConfirmActions.Destination.ACCOUNT, "");
        }
        var deed = Deed.own(AuditEvent.RECOVERY_CODES_MADE, session.person(), exchange.address());
        var codes = accounts.recoveryCodes().make(deed);
        log.append(deed);
        var model = SignedInPage.model(session.person(), "Your recovery codes", "/account");
        model.put("codes", codes);
        model.put("userName", session.person().userName());
        model.put("madeAt", TimeText.dayAndTime(clock.instant()));
        return Reply.page("recovery-codes", model);
    }

    private static Reply page(Session.CodeDue session, String error) {
        return Reply.page(
                "recovery",
                Map.of(
                        "title",
                        "Use a recovery code",
                        "userName",
                        session.person().userName(),
                        "error",
                        error));
    }

    private static Optional<AuditEvent> event(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted() -> Optional.of(AuditEvent.RECOVERY_CODE_ACCEPTED);
            case Outcome.Wrong() -> Optional.of(AuditEvent.RECOVERY_CODE_REFUSED);
            case Outcome.Malformed(),
                    Outcome.ClockOff _,
                    Outcome.Learned _,
                    Outcome.Used(),
                    Outcome.Blocked _,
                    Outcome.SwitchedOff(),
                    Outcome.Gone() -> CodeWords.event(outcome);
        };
    }
}
