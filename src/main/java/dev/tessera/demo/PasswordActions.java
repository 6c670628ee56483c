package dev.tessera.demo;

import dev.tessera.demo.account.Accounts;
import dev.tessera.demo.account.AuditEvent;
import dev.tessera.demo.account.BusyException;
import dev.tessera.demo.account.Deed;
import dev.tessera.demo.account.Invitations.Outcome;
import dev.tessera.demo.account.Person;
import dev.tessera.demo.account.Session;
import dev.tessera.demo.account.StoreException;
import dev.tessera.demo.account.Token;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Setting a password: by an invitation's link, and in place of one that the server made up.
final class PasswordActions {
    private final Accounts accounts;
    private final EnrolmentActions enrolment;
    private final AttemptLog log;

    PasswordActions(Accounts accounts, EnrolmentActions enrolment, AttemptLog log) {
        this.accounts = accounts;
        this.enrolment = enrolment;
        this.log = log;
    }

    List<Route<?>> routes() {
        return List.of(
                Route.get("/invitation", Session.class, this::showInvitation),
                Route.post("/invitation", Session.class, this::acceptInvitation),
                Route.get("/new-password", Session.PasswordDue.class, (session, _) -> changePage(session, "")),
                Route.post("/new-password", Session.PasswordDue.class, this::change));
    }

    private Reply showInvitation(Session session, Exchange exchange) throws StoreException {
        var token = Token.parse(exchange.form().text("token"));
        var person = token.isEmpty()
                ? null
                : accounts.invitations().find(token.get()).orElse(null);
        return token.isEmpty() || person == null ? gone() : invitationPage(person, token.get(), "");
    }

    private Reply acceptInvitation(Session session, Exchange exchange) throws StoreException, BusyException {
        var token = Token.parse(exchange.form().text("token"));
        if (token.isEmpty()) {
            return gone();
        }
        var outcome =
                accounts.invitations().accept(token.get(), exchange.form().text("newPassword"), exchange.address());
        return switch (outcome) {
            case Outcome.Gone() -> gone();
            case Outcome.Objected(var person, var objection) ->
                invitationPage(person, token.get(), objection).withStatus(422);
            case Outcome.Accepted(var person) -> {
                log.append(Deed.own(AuditEvent.PASSWORD_SET, person, exchange.address()));
                yield LogInActions.pageAfterPassword(person.userName());
            }
        };
    }

    private Reply change(Session.PasswordDue session, Exchange exchange) throws StoreException, BusyException {
        var objection =
                accounts.passwordChange().change(session, exchange.form().text("newPassword"), exchange.address());
        if (objection.isPresent()) {
            return changePage(session, objection.get()).withStatus(422);
        }
        log.append(Deed.own(AuditEvent.PASSWORD_SET, session.person(), exchange.address()));
        return enrolment.begin(session, exchange);
    }

    private static Reply gone() {
        return Reply.message(
                410,
                "This link is no longer valid",
                "An invitation works once, for 24 hours. If you have already set your password, log in with it;"
                        + " otherwise ask whoever invited you for a new one.");
    }

    private static Reply invitationPage(Person person, Token token, String error) {
        var model = model(person, "Complete the registration", error);
        model.put("action", "/invitation");
        model.put("token", token.text());
        model.put("lead", "Welcome, " + person.fullName() + ". Choose the password that you will log in with.");
        return Reply.page("password", model);
    }

    private static Reply changePage(Session.PasswordDue session, String error) {
        var model = model(session.person(), "Choose your own password", error);
        model.put("action", "/new-password");
        model.put("lead", "The password that you were given was for one use only. Choose your own.");
        model.put("canLogOut", true);
        return Reply.page("password", model);
    }

    private static Map<String, Object> model(Person person, String title, String error) {
        var model = new HashMap<String, Object>();
        model.put("title", title);
        model.put("userName", person.userName());
        model.put("error", error);
        model.put("steps", Steps.PASSWORD.asCurrent());
        return model;
    }
}
