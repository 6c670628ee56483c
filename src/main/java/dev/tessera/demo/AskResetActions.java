package dev.tessera.demo;

import dev.tessera.demo.account.Accounts;
import dev.tessera.demo.account.AuditEvent;
import dev.tessera.demo.account.Deed;
import dev.tessera.demo.account.People;
import dev.tessera.demo.account.Resets;
import dev.tessera.demo.account.Role;
import dev.tessera.demo.account.Session;
import dev.tessera.demo.account.StoreException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asking for a reset of somebody who lost the authenticator: why, and how soon.
final class AskResetActions {
    private final Accounts accounts;
    private final ConfirmActions confirming;
    private final AttemptLog log;

    AskResetActions(Accounts accounts, ConfirmActions confirming, AttemptLog log) {
        this.accounts = accounts;
        this.confirming = confirming;
        this.log = log;
    }

    List<Route<?>> routes() {
        return List.of(
                Route.get("/reset-request", Session.SignedIn.class, this::show),
                Route.post("/reset-request", Session.SignedIn.class, this::ask));
    }

    private Reply show(Session.SignedIn session, Exchange exchange) throws StoreException {
        return answer(session, exchange, listed -> page(session, listed, exchange.form(), ""));
    }

    private Reply ask(Session.SignedIn session, Exchange exchange) throws StoreException {
        return answer(session, exchange, listed -> ask(session, exchange, listed));
    }

    /// What is done for somebody of the own organisation.
    @FunctionalInterface
    private interface Answer {
        Reply about(People.Listed listed) throws StoreException;
    }

    /// Whoever may not ask, must first prove a code, or asks for a stranger, gets no further.
    private Reply answer(Session.SignedIn session, Exchange exchange, Answer answer) throws StoreException {
        var id = exchange.form().text("id");
        if (!session.person().has(Role.ACCESS_ADMIN)) {
            log.attempt(Deed.own(AuditEvent.ROLE_LACKING, session.person(), exchange.address()));
            return SignedInPage.forbidden();
        }
        if (confirming.isDue(session)) {
            return ConfirmActions.ask(ConfirmActions.Destination.RESET_REQUEST, id);
        }
        var listed = accounts.people().find(session.person().organisation(), id);
        return listed.isPresent() ? answer.about(listed.get()) : PeopleActions.nobody();
    }

    private Reply ask(Session.SignedIn session, Exchange exchange, People.Listed listed) throws StoreException {
        var form = exchange.form();
        var priority = priority(form);
        var objection = priority.isEmpty()
                ? Optional.of("Choose how soon it is needed.")
                : Resets.objection(form.text("reason"));
        if (objection.isPresent()) {
            return page(session, listed, form, objection.get()).withStatus(422);
        }
        var deed = Deed.by(session.person(), AuditEvent.RESET_ASKED, listed.person(), exchange.address());
        if (!accounts.resets().ask(form.text("reason"), priority.orElseThrow(), deed)) {
            return page(
                            session,
                            listed,
                            form,
                            "There is nothing to ask for: a request is already open, or this person has no "
                                    + "authenticator.")
                    .withStatus(409);
        }
        log.append(deed.with(priority.orElseThrow().title()));
        return Reply.seeOther("/resets");
    }

    private static Reply page(Session.SignedIn session, People.Listed listed, Form form, String error) {
        var chosen = priority(form).orElse(Resets.Priority.NORMAL);
        var model = SignedInPage.model(session.person(), "Ask for a reset", "/people");
        model.put("id", listed.person().id());
        model.put("fullName", listed.person().fullName());
        model.put("userName", listed.person().userName());
        model.put("reason", form.text("reason"));
        model.put("error", error);
        model.put(
                "priorities",
                Arrays.stream(Resets.Priority.values())
                        .map(one -> Map.of("name", one.name(), "title", one.title(), "isChosen", one == chosen))
                        .toList());
        return Reply.page("reset-request", model);
    }

    private static Optional<Resets.Priority> priority(Form form) {
        return Arrays.stream(Resets.Priority.values())
                .filter(one -> one.name().equals(form.text("priority")))
                .findFirst();
    }
}
