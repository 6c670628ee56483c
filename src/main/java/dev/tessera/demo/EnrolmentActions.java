package dev.tessera.demo;

import dev.tessera.demo.account.Accounts;
import dev.tessera.demo.account.AuditEvent;
import dev.tessera.demo.account.Deed;
import dev.tessera.demo.account.Enrolments.Outcome;
import dev.tessera.demo.account.Session;
import dev.tessera.demo.account.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// Setting up the authenticator on the way in: the QR code, and the first code that confirms it.
final class EnrolmentActions {
    private final Accounts accounts;
    private final EnrolmentPage page;
    private final AttemptLog log;
    private final InstantSource clock;

    EnrolmentActions(Accounts accounts, EnrolmentPage page, AttemptLog log, InstantSource clock) {
        this.accounts = accounts;
        this.page = page;
        this.log = log;
        this.clock = clock;
    }

    List<Route<?>> routes() {
        return List.of(
                Route.get("/enrol", Session.Enrolling.class, (session, _) -> page.withoutSeed(session, "")),
                Route.post("/enrol", Session.Enrolling.class, this::offer),
                Route.post("/enrol/verify", Session.Enrolling.class, this::verify));
    }

    /// The page with a new seed.
    Reply offer(Session.Enrolling session, Exchange exchange) throws StoreException {
        log.attempt(Deed.own(AuditEvent.ENROLMENT_OFFERED, session.person(), exchange.address()));
        try (var seed = accounts.enrolments().offer(session)) {
            return page.withSeed(session, seed);
        }
    }

    /// The page with a new seed, for somebody who has just changed the password.
    Reply begin(Session.PasswordDue session, Exchange exchange) throws StoreException {
        var risen = accounts.sessions().rise(session, Session.Stage.ENROLLING, Instant.EPOCH);
        if (risen.isEmpty() || !(risen.get().session() instanceof Session.Enrolling enrolling)) {
            return Reply.seeOther("/login");
        }
        return offer(enrolling, exchange).withToken(risen.get().token());
    }

    private Reply verify(Session.Enrolling session, Exchange exchange) throws StoreException {
        var deed = Deed.own(AuditEvent.ENROLMENT_CONFIRMED, session.person(), exchange.address());
        var outcome = accounts.enrolments().confirm(session, exchange.form().text("code"), deed);
        if (outcome instanceof Outcome.Confirmed(var nextCodeFrom)) {
            log.append(deed);
            return confirmed(nextCodeFrom);
        }
        if (outcome instanceof Outcome.Wrong || outcome instanceof Outcome.ClockOff) {
            log.attempt(Deed.own(AuditEvent.ENROLMENT_CODE_REFUSED, session.person(), exchange.address()));
        }
        return page.refused(session, outcome);
    }

    private Reply confirmed(Instant nextCodeFrom) {
        var now = clock.instant();
        var page = Reply.page(
                "enrolled",
                Map.of(
                        "title", "Your authenticator is set up",
                        "steps", Steps.allDone(),
                        "wait", TimeText.wait(now, nextCodeFrom),
                        "at", TimeText.time(nextCodeFrom)));
        return page.untilNextCode(Duration.between(now, nextCodeFrom));
    }
}
