package dev.tessera.demo;

import dev.tessera.demo.account.Accounts;
import dev.tessera.demo.account.AuditEvent;
import dev.tessera.demo.account.BusyException;
import dev.tessera.demo.account.Deed;
import dev.tessera.demo.account.PasswordLogIn.Outcome;
import dev.tessera.demo.account.Person;
import dev.tessera.demo.account.Session;
import dev.tessera.demo.account.StoreException;
import dev.tessera.demo.account.Token;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The log-in page, and log-out.
final class LogInActions {
    private final Accounts accounts;
    private final EnrolmentActions enrolment;
    private final AttemptLog log;
    private final InstantSource clock;

    LogInActions(Accounts accounts, EnrolmentActions enrolment, AttemptLog log, InstantSource clock) {
        this.accounts = accounts;
        this.enrolment = enrolment;
        this.log = log;
        this.clock = clock;
    }

    List<Route<?>> routes() {
        return List.of(
                Route.get("/", Session.class, (session, _) -> Reply.seeOther(Router.home(session))),
                Route.get("/login", Session.class, (_, _) -> page("", "", "")),
                Route.get("/reset", Session.class, this::showReset),
                Route.post("/login", Session.class, this::logIn),
                Route.post("/logout", Session.Known.class, this::logOut));
    }

    private static Reply page(String userName, String ticket, String error) {
        return Reply.page("login", Map.of("title", "Log in", "userName", userName, "ticket", ticket, "error", error));
    }

    /// The log-in page by the link from the mail about a reset.
    private Reply showReset(Session session, Exchange exchange) throws StoreException {
        var ticket = Token.parse(exchange.form().text("token"));
        var person =
                ticket.isEmpty() ? Optional.<Person>empty() : accounts.resets().find(ticket.get());
        if (ticket.isEmpty() || person.isEmpty()) {
            return Reply.message(
                    410,
                    "This link is no longer valid",
                    "It is valid for 24 hours, until a new authenticator is set up with it. If you have none, ask your"
                            + " administrator for another reset.");
        }
        return Reply.page(
                "login",
                Map.of(
                        "title",
                        "Log in",
                        "userName",
                        person.get().userName(),
                        "ticket",
                        ticket.get().text(),
                        "notice",
                        "Your authenticator was reset. Log in with your password to set up a new one.",
                        "steps",
                        Steps.PASSWORD.asCurrent()));
    }

    /// The log-in page of somebody who has just set a password.
    static Reply pageAfterPassword(String userName) {
        return Reply.page(
                "login",
                Map.of(
                        "title",
                        "Log in",
                        "userName",
                        userName,
                        "notice",
                        "Your password is set. Log in with it to set up your authenticator.",
                        "steps",
                        Steps.PASSWORD.asCurrent()));
    }

    private Reply logIn(Session session, Exchange exchange) throws StoreException, BusyException {
        var userName = exchange.form().text("username");
        var ticket = exchange.form().text("ticket");
        var outcome = accounts.passwordLogIn()
                .attempt(userName, exchange.form().text("password"), exchange.address(), Token.parse(ticket));
        return switch (outcome) {
            case Outcome.Refused(var known) -> {
                log.attempt(Deed.outside(AuditEvent.PASSWORD_REFUSED, known, exchange.address()));
                yield page(userName, ticket, "The user name or password is wrong. Check both and try again.")
                        .withStatus(403);
            }
            case Outcome.Blocked(var until) -> {
                log.attempt(Deed.outside(AuditEvent.PASSWORD_BLOCKED, Optional.empty(), exchange.address()));
                var now = clock.instant();
                yield page(
                                userName,
                                ticket,
                                "Too many wrong passwords from here. Try again in " + TimeText.wait(now, until)
                                        + ", at " + TimeText.time(until) + ".")
                        .tooMany(Duration.between(now, until));
            }
            case Outcome.TicketDue(var person) -> {
                log.attempt(Deed.own(AuditEvent.RESET_LINK_MISSING, person, exchange.address()));
                yield page(
                                userName,
                                "",
                                "Your authenticator was reset. Open the link in the e-mail about it, which is "
                                        + "valid for 24"
                                        + " hours; if it has expired, ask your administrator for another reset.")
                        .withStatus(403);
            }
            case Outcome.Accepted accepted -> goOn(accepted, exchange);
        };
    }

    private Reply goOn(Outcome.Accepted accepted, Exchange exchange) throws StoreException {
        log.attempt(Deed.own(AuditEvent.PASSWORD_ACCEPTED, accepted.person(), exchange.address()));
        var begun = accounts.sessions().begin(exchange.token(), accepted.person(), accepted.next());
        var reply = begun.session() instanceof Session.Enrolling enrolling
                ? enrolment.offer(enrolling, exchange)
                : Reply.seeOther(Router.home(begun.session()));
        return reply.withToken(begun.token());
    }

    private Reply logOut(Session.Known session, Exchange exchange) throws StoreException {
        log.attempt(Deed.own(AuditEvent.LOGGED_OUT, session.person(), exchange.address()));
        accounts.sessions().end(session);
        return Reply.page("login", Map.of("title", "Log in", "userName", "", "notice", "You are logged out."));
    }
}
