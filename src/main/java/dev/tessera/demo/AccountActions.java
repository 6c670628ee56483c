package dev.tessera.demo;

import dev.tessera.demo.account.Accounts;
import dev.tessera.demo.account.CodeLogIn.Factor;
import dev.tessera.demo.account.People;
import dev.tessera.demo.account.Person;
import dev.tessera.demo.account.Role;
import dev.tessera.demo.account.Session;
import dev.tessera.demo.account.StoreException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a signed-in person sees and may do.
final class AccountActions {
    private final Accounts accounts;
    private final Inviting inviting;
    private final AttemptLog log;

    AccountActions(Accounts accounts, Inviting inviting, AttemptLog log) {
        this.accounts = accounts;
        this.inviting = inviting;
        this.log = log;
    }

    List<Route<?>> routes() {
        return List.of(
                Route.get("/account", Session.SignedIn.class, (session, _) -> account(session.person())),
                Route.get("/invite", Session.SignedIn.class, this::showInvite),
                Route.post("/invite", Session.SignedIn.class, this::invite));
    }

    private Reply account(Person person) throws StoreException {
        var factor = accounts.codeLogIn().factorOf(person);
        return Reply.page(
                "account",
                Map.of(
                        "title", "Your account",
                        "fullName", person.fullName(),
                        "userName", person.userName(),
                        "organisation", person.organisation(),
                        "role", person.role().title(),
                        "confirmedAt",
                                factor.map(Factor::confirmedAt)
                                        .map(TimeText::dayAndTime)
                                        .orElse(""),
                        "lastUsedAt",
                                factor.map(Factor::lastUsedAt)
                                        .map(TimeText::dayAndTime)
                                        .orElse(""),
                        "mayInvite", mayInvite(person)));
    }

    private Reply showInvite(Session.SignedIn session, Exchange exchange) {
        return mayInvite(session.person()) ? invitePage(session.person(), exchange.form(), Map.of()) : forbidden();
    }

    private Reply invite(Session.SignedIn session, Exchange exchange) throws StoreException {
        var inviter = session.person();
        var form = exchange.form();
        var role = roleOf(form.text("role"));
        if (!mayInvite(inviter) || role.isEmpty() || !inviter.role().covers(role.get())) {
            return forbidden();
        }
        var objection = People.objection(form.text("fullName"), form.text("email"));
        if (objection.isPresent()) {
            return invitePage(inviter, form, Map.of("error", objection.get())).withStatus(422);
        }
        var invited =
                inviting.invite(inviter.organisation(), form.text("fullName").strip(), form.text("email"), role.get());
        if (invited.isEmpty()) {
            return invitePage(inviter, form, Map.of("error", "This e-mail address has an account already."))
                    .withStatus(409);
        }
        log.write(AttemptLog.Event.INVITED, invited.get(), exchange.address());
        var notice = "The invitation is on its way to " + invited.get().userName() + ". Its link is good for 24 hours.";
        return invitePage(inviter, Form.EMPTY, Map.of("notice", notice));
    }

    private static boolean mayInvite(Person person) {
        return person.role().covers(Role.ACCESS_ADMIN);
    }

    private static Reply forbidden() {
        return Reply.message(403, "Your role does not allow this", "Ask an Access Admin of your organisation.");
    }

    private static Reply invitePage(Person inviter, Form form, Map<String, String> said) {
        var model = new HashMap<String, Object>(said);
        model.put("title", "Invite somebody");
        model.put("organisation", inviter.organisation());
        model.put("fullName", form.text("fullName"));
        model.put("email", form.text("email"));
        model.put(
                "roles",
                Arrays.stream(Role.values())
                        .filter(inviter.role()::covers)
                        .map(role -> Map.of("name", role.name(), "title", role.title()))
                        .toList());
        return Reply.page("invite", model);
    }

    private static Optional<Role> roleOf(String name) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(name))
                .findFirst();
    }
}
