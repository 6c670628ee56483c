package dev.tessera.demo;

import dev.tessera.demo.account.Accounts;
import dev.tessera.demo.account.AuditEvent;
import dev.tessera.demo.account.CodeLogIn.Outcome;
import dev.tessera.demo.account.Deed;
import dev.tessera.demo.account.Session;
import dev.tessera.demo.account.StoreException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// For a device whose clock cannot be set: two codes, one after the other, show how far it is off.
final class ClockActions {
    private final Accounts accounts;
    private final CodeWords words;
    private final AttemptLog log;
    private final InstantSource clock;

    ClockActions(Accounts accounts, CodeWords words, AttemptLog log, InstantSource clock) {
        this.accounts = accounts;
        this.words = words;
        this.log = log;
        this.clock = clock;
    }

    List<Route<?>> routes() {
        return List.of(
                Route.get("/clock", Session.CodeDue.class, (session, _) -> page(session, "")),
                Route.post("/clock", Session.CodeDue.class, this::learn));
    }

    private Reply learn(Session.CodeDue session, Exchange exchange) throws StoreException {
        var person = session.person();
        var form = exchange.form();
        var deed = Deed.own(AuditEvent.CLOCK_LEARNED, person, exchange.address());
        var outcome = accounts.codeLogIn().resynchronise(form.text("firstCode"), form.text("secondCode"), deed);
        if (outcome instanceof Outcome.Learned(var drift)) {
            log.append(deed);
            return learned(session, drift);
        }
        if (outcome instanceof Outcome.Wrong) {
            log.attempt(Deed.own(AuditEvent.CLOCK_REFUSED, person, exchange.address()));
            return page(
                            session,
                            "These are not two codes in a row. Type one, wait until your authenticator shows"
                                    + " the next, and type that.")
                    .withStatus(403);
        }
        var event = CodeWords.event(outcome);
        if (event.isPresent()) {
            log.attempt(Deed.own(event.get(), person, exchange.address()));
        }
        var refusal = words.refusal(outcome, person).orElseThrow();
        return refusal.on(page(session, refusal.text()));
    }

    private Reply learned(Session.CodeDue session, Duration drift) {
        return CodeActions.page(
                session,
                clock,
                Map.of(
                        "notice",
                        "The clock of your device is " + TimeText.drift(drift) + ". This is allowed for from now on."
                                + " Both codes have been used: wait for the next one, and log in with it."));
    }

    private Reply page(Session.CodeDue session, String error) {
        return Reply.page(
                "clock",
                Map.of(
                        "title",
                        "Set the clock with two codes",
                        "userName",
                        session.person().userName(),
                        "error",
                        error,
                        "serverTime",
                        TimeText.time(clock.instant())));
    }
}
