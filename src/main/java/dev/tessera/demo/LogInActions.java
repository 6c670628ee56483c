package dev.tessera.demo;

import dev.tessera.demo.account.Accounts;
import dev.tessera.demo.account.BusyException;
import dev.tessera.demo.account.PasswordLogIn.Outcome;
import dev.tessera.demo.account.Session;
import dev.tessera.demo.account.StoreException;
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
                Route.get("/login", Session.class, (_, _) -> page("", "")),
                Route.post("/login", Session.class, this::logIn),
                Route.post("/logout", Session.Known.class, this::logOut));
    }

    static Reply page(String userName, String error) {
        return Reply.page("login", Map.of("title", "Log in", "userName", userName, "error", error));
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
        var outcome = accounts.passwordLogIn().attempt(userName, exchange.form().text("password"), exchange.address());
        return switch (outcome) {
            case Outcome.Refused(var known) -> {
                log.write(AttemptLog.Event.PASSWORD_REFUSED, known, exchange.address());
                yield page(userName, "User name or password is wrong. Check both and try again.")
                        .withStatus(403);
            }
            case Outcome.Blocked(var until) -> {
                log.write(AttemptLog.Event.PASSWORD_BLOCKED, Optional.empty(), exchange.address());
                var now = clock.instant();
                yield page(
                                userName,
                                "Too many wrong passwords from here. Try again in " + TimeText.wait(now, until)
                                        + ", at " + TimeText.time(until) + ".")
                        .tooMany(Duration.between(now, until));
            }
            case Outcome.Accepted accepted -> goOn(accepted, exchange);
        };
    }

    private Reply goOn(Outcome.Accepted accepted, Exchange exchange) throws StoreException {
        log.write(AttemptLog.Event.PASSWORD_ACCEPTED, accepted.person(), exchange.address());
        var begun = accounts.sessions().begin(exchange.token(), accepted.person(), accepted.next());
        var reply = begun.session() instanceof Session.Enrolling enrolling
                ? enrolment.offer(enrolling, exchange)
                : Reply.seeOther(Router.home(begun.session()));
        return reply.withToken(begun.token());
    }

    private Reply logOut(Session.Known session, Exchange exchange) throws StoreException {
        accounts.sessions().end(session);
        log.write(AttemptLog.Event.LOGGED_OUT, session.person(), exchange.address());
        return Reply.page("login", Map.of("title", "Log in", "userName", "", "notice", "You are logged out."));
    }
}
