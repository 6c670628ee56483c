package dev.tessera.demo;

import dev.tessera.demo.account.Accounts;
import dev.tessera.demo.account.AuditEvent;
import dev.tessera.demo.account.BusyException;
import dev.tessera.demo.account.Deed;
import dev.tessera.demo.account.Enrolments;
import dev.tessera.demo.account.PasswordLogIn;
import dev.tessera.demo.account.Session;
import dev.tessera.demo.account.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// A new authenticator in place of the old one, from the account: it takes a fresh password, and the old one counts
/// until a code of the new one is verified.
final class AuthenticatorActions {
    private final Accounts accounts;
    private final EnrolmentPage page;
    private final AttemptLog log;
    private final InstantSource clock;

    AuthenticatorActions(Accounts accounts, EnrolmentPage page, AttemptLog log, InstantSource clock) {
        this.accounts = accounts;
        this.page = page;
        this.log = log;
        this.clock = clock;
    }

    List<Route<?>> routes() {
        return List.of(
                Route.get("/authenticator", Session.SignedIn.class, (session, _) -> passwordPage(session, "")),
                Route.post("/authenticator", Session.SignedIn.class, this::offer),
                Route.post("/authenticator/verify", Session.SignedIn.class, this::verify));
    }

    private Reply offer(Session.SignedIn session, Exchange exchange) throws StoreException, BusyException {
        var person = session.person();
        var outcome = accounts.passwordLogIn()
                .attempt(person.userName(), exchange.form().text("password"), exchange.address(), Optional.empty());
        return switch (outcome) {
            case PasswordLogIn.Outcome.Refused _ -> {
                log.attempt(Deed.own(AuditEvent.PASSWORD_REFUSED, person, exchange.address()));
                yield passwordPage(session, "This is not your password. Check it and try again.")
                        .withStatus(403);
            }
            case PasswordLogIn.Outcome.Blocked(var until) -> {
                log.attempt(Deed.own(AuditEvent.PASSWORD_BLOCKED, person, exchange.address()));
                yield passwordPage(
                                session,
                                "Too many wrong passwords from here. Try again in "
                                        + TimeText.wait(clock.instant(), until) + ", at " + TimeText.time(until) + ".")
                        .tooMany(Duration.between(clock.instant(), until));
            }
            case PasswordLogIn.Outcome.Accepted _, PasswordLogIn.Outcome.TicketDue _ -> show(session, exchange);
        };
    }

    /// The person has proved the password once more, so the session gets a new id.
    private Reply show(Session.SignedIn session, Exchange exchange) throws StoreException {
        log.attempt(Deed.own(AuditEvent.PASSWORD_ACCEPTED, session.person(), exchange.address()));
        var renewed = accounts.sessions().renew(session, session.codeAt());
        if (renewed.isEmpty() || !(renewed.get().session() instanceof Session.SignedIn fresh)) {
            return Reply.seeOther("/login");
        }
        log.attempt(Deed.own(AuditEvent.ENROLMENT_OFFERED, session.person(), exchange.address()));
        try (var seed = accounts.enrolments().offer(fresh)) {
            return page.withSeed(fresh, seed).withToken(renewed.get().token());
        }
    }

    private Reply verify(Session.SignedIn session, Exchange exchange) throws StoreException {
        var deed = Deed.own(AuditEvent.AUTHENTICATOR_REPLACED, session.person(), exchange.address());
        var outcome = accounts.enrolments().confirm(session, exchange.form().text("code"), deed);
        if (outcome instanceof Enrolments.Outcome.Replaced(var nextCodeFrom, var token)) {
            log.append(deed);
            return replaced(session, nextCodeFrom).withToken(token);
        }
        if (outcome instanceof Enrolments.Outcome.Wrong || outcome instanceof Enrolments.Outcome.ClockOff) {
            log.attempt(Deed.own(AuditEvent.ENROLMENT_CODE_REFUSED, session.person(), exchange.address()));
        }
        return page.refused(session, outcome);
    }

    private Reply replaced(Session.SignedIn session, Instant nextCodeFrom) {
        var model = SignedInPage.model(session.person(), "Your new authenticator is set up", "/account");
        var now = clock.instant();
        model.put("wait", TimeText.wait(now, nextCodeFrom));
        model.put("at", TimeText.time(nextCodeFrom));
        return Reply.page("replaced", model).untilNextCode(Duration.between(now, nextCodeFrom));
    }

    private static Reply passwordPage(Session.SignedIn session, String error) {
        var model = SignedInPage.model(session.person(), "Set up a new authenticator", "/account");
        model.put("userName", session.person().userName());
        model.put("error", error);
        return Reply.page("authenticator", model);
    }
}
