package dev.tessera.demo;

import dev.tessera.demo.account.Accounts;
import dev.tessera.demo.account.CodeLogIn.Outcome;
import dev.tessera.demo.account.Session;
import dev.tessera.demo.account.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The code page: the second step of a log-in.
final class CodeActions {
    static final String MALFORMED = "A code is six digits, without a space. Type it as your authenticator shows it.";

    private final Accounts accounts;
    private final AttemptLog log;
    private final InstantSource clock;

    CodeActions(Accounts accounts, AttemptLog log, InstantSource clock) {
        this.accounts = accounts;
        this.log = log;
        this.clock = clock;
    }

    List<Route<?>> routes() {
        return List.of(
                Route.get("/code", Session.CodeDue.class, (session, _) -> page(session, "")),
                Route.post("/code", Session.CodeDue.class, this::check));
    }

    private Reply check(Session.CodeDue session, Exchange exchange) throws StoreException {
        var outcome = accounts.codeLogIn().attempt(session, exchange.form().text("code"));
        event(outcome).ifPresent(event -> log.write(event, session.person(), exchange.address()));
        return switch (outcome) {
            case Outcome.Accepted() -> signIn(session);
            case Outcome.Malformed() -> page(session, MALFORMED).withStatus(422);
            case Outcome.Wrong() ->
                page(session, "This code is not right. Type the one that your authenticator shows now.")
                        .withStatus(403);
            case Outcome.Used() ->
                page(session, "This code was used already, and each counts once. " + whenFresh(session))
                        .withStatus(403);
            case Outcome.Blocked(var until) -> blocked(session, until);
            case Outcome.SwitchedOff() ->
                page(session, "After so many wrong codes your authenticator is switched off. Ask your administrator.")
                        .withStatus(403);
        };
    }

    private Reply signIn(Session.CodeDue session) throws StoreException {
        return accounts.sessions()
                .rise(session, Session.Stage.SIGNED_IN)
                .map(risen -> Reply.seeOther("/account").withToken(risen.token()))
                .orElseGet(() -> Reply.seeOther("/login"));
    }

    private Reply blocked(Session.CodeDue session, Instant until) throws StoreException {
        var now = clock.instant();
        return page(
                        session,
                        "Too many wrong codes. Try again in " + TimeText.wait(now, until) + ", at "
                                + TimeText.time(until) + ".")
                .tooMany(Duration.between(now, until));
    }

    private Reply page(Session.CodeDue session, String error) throws StoreException {
        return Reply.page(
                "code",
                Map.of(
                        "title",
                        "Enter your code",
                        "userName",
                        session.person().userName(),
                        "error",
                        error,
                        "notice",
                        error.isEmpty() ? whenFresh(session) : "",
                        "serverTime",
                        TimeText.time(clock.instant())));
    }

    /// When the next code is there, if the current one is used up.
    private String whenFresh(Session.CodeDue session) throws StoreException {
        var now = clock.instant();
        return accounts.codeLogIn()
                .factorOf(session.person())
                .filter(factor -> factor.freshFrom().isAfter(now))
                .map(factor -> "Your current code is used up. Wait for the next one: "
                        + TimeText.wait(now, factor.freshFrom()) + ", at " + TimeText.time(factor.freshFrom()) + ".")
                .orElse("");
    }

    private static Optional<AttemptLog.Event> event(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted() -> Optional.of(AttemptLog.Event.CODE_ACCEPTED);
            case Outcome.Malformed() -> Optional.empty();
            case Outcome.Wrong() -> Optional.of(AttemptLog.Event.CODE_REFUSED);
            case Outcome.Used() -> Optional.of(AttemptLog.Event.CODE_REUSED);
            case Outcome.Blocked _, Outcome.SwitchedOff() -> Optional.of(AttemptLog.Event.CODE_BLOCKED);
        };
    }
}
