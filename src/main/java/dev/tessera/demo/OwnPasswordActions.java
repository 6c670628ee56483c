package dev.tessera.demo;

import dev.tessera.demo.account.Accounts;
import dev.tessera.demo.account.AuditEvent;
import dev.tessera.demo.account.BusyException;
import dev.tessera.demo.account.Deed;
import dev.tessera.demo.account.PasswordChange;
import dev.tessera.demo.account.PasswordLogIn;
import dev.tessera.demo.account.Session;
import dev.tessera.demo.account.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Another password, from the account: it takes the present one, under the same limit as at log-in.
final class OwnPasswordActions {
    private final Accounts accounts;
    private final AttemptLog log;
    private final InstantSource clock;

    OwnPasswordActions(Accounts accounts, AttemptLog log, InstantSource clock) {
        this.accounts = accounts;
        this.log = log;
        this.clock = clock;
    }

    List<Route<?>> routes() {
        return List.of(
                Route.get("/change-password", Session.SignedIn.class, (session, _) -> page(session, "", "")),
                Route.post("/change-password", Session.SignedIn.class, this::change));
    }

    /// What is wrong with the new one is said first: it tells nothing of the present one, and costs no attempt.
    private Reply change(Session.SignedIn session, Exchange exchange) throws StoreException, BusyException {
        var person = session.person();
        var newPassword = exchange.form().text("newPassword");
        var objection = PasswordChange.objection(newPassword, person);
        if (objection.isPresent()) {
            return page(session, "", objection.get()).withStatus(422);
        }
        var outcome = accounts.passwordLogIn()
                .attempt(person.userName(), exchange.form().text("password"), exchange.address(), Optional.empty());
        return switch (outcome) {
            case PasswordLogIn.Outcome.Refused _ -> {
                log.attempt(Deed.own(AuditEvent.PASSWORD_REFUSED, person, exchange.address()));
                yield page(session, "This is not your current password. Check it and try again.", "")
                        .withStatus(403);
            }
            case PasswordLogIn.Outcome.Blocked(var until) -> {
                log.attempt(Deed.own(AuditEvent.PASSWORD_BLOCKED, person, exchange.address()));
                yield blocked(session, until);
            }
            case PasswordLogIn.Outcome.Accepted _, PasswordLogIn.Outcome.TicketDue _ ->
                replace(session, newPassword, exchange);
        };
    }

    private Reply blocked(Session.SignedIn session, Instant until) {
        var now = clock.instant();
        return page(
                        session,
                        "Too many wrong passwords from here. Try again in " + TimeText.wait(now, until) + ", at "
                                + TimeText.time(until) + ".",
                        "")
                .tooMany(Duration.between(now, until));
    }

    private Reply replace(Session.SignedIn session, String newPassword, Exchange exchange)
            throws StoreException, BusyException {
        var deed = Deed.own(AuditEvent.PASSWORD_CHANGED, session.person(), exchange.address());
        return switch (accounts.passwordChange().replace(session, newPassword, deed)) {
            case PasswordChange.Outcome.Objected(var objection) ->
                page(session, "", objection).withStatus(422);
            case PasswordChange.Outcome.Overtaken() ->
                Reply.message(
                        409,
                        "Your password was not changed here",
                        "Another window was quicker, or you were logged out in the meantime. Log in with the "
                                + "password that"
                                + " you chose last.");
            case PasswordChange.Outcome.Changed(var token) -> {
                log.append(deed);
                var model = SignedInPage.model(session.person(), "Your password has been changed", "/account");
                yield Reply.page("password-changed", model).withToken(token);
            }
        };
    }

    /// @param ofPresent what is wrong with the present password; empty if nothing is
    /// @param ofNew the same of the new one
    private static Reply page(Session.SignedIn session, String ofPresent, String ofNew) {
        var model = SignedInPage.model(session.person(), "Change your password", "/account");
        model.put("userName", session.person().userName());
        model.put("error", ofPresent + ofNew);
        model.put("newIsWrong", !ofNew.isEmpty());
        model.put("presentIsWrong", !ofPresent.isEmpty());
        return Reply.page("change-password", model);
    }
}
