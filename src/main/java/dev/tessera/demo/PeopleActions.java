package dev.tessera.demo;

import dev.tessera.demo.account.Accounts;
import dev.tessera.demo.account.AuditEvent;
import dev.tessera.demo.account.Deed;
import dev.tessera.demo.account.People;
import dev.tessera.demo.account.Person;
import dev.tessera.demo.account.Role;
import dev.tessera.demo.account.RoleChanges;
import dev.tessera.demo.account.Session;
import dev.tessera.demo.account.StoreException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The people of one's own organisation, and their roles. Somebody of another organisation is nobody here.
final class PeopleActions {
    private final Accounts accounts;
    private final ConfirmActions confirming;
    private final AttemptLog log;

    PeopleActions(Accounts accounts, ConfirmActions confirming, AttemptLog log) {
        this.accounts = accounts;
        this.confirming = confirming;
        this.log = log;
    }

    List<Route<?>> routes() {
        return List.of(
                Route.get("/people", Session.SignedIn.class, this::people),
                Route.get("/person", Session.SignedIn.class, this::person),
                Route.post(
                        "/person/grant",
                        Session.SignedIn.class,
                        (session, exchange) -> change(session, exchange, AuditEvent.ROLE_GRANTED)),
                Route.post(
                        "/person/take",
                        Session.SignedIn.class,
                        (session, exchange) -> change(session, exchange, AuditEvent.ROLE_TAKEN)));
    }

    private Reply people(Session.SignedIn session, Exchange exchange) throws StoreException {
        var reader = session.person();
        if (!reader.has(Role.ADMIN)) {
            return SignedInPage.forbidden();
        }
        var model = SignedInPage.model(reader, "People", "/people");
        model.put("organisation", reader.organisation());
        model.put("mayInvite", reader.has(Role.ACCESS_ADMIN));
        model.put(
                "people",
                accounts.people().of(reader.organisation()).stream()
                        .map(PeopleActions::row)
                        .toList());
        return Reply.page("people", model);
    }

    private static Map<String, Object> row(People.Listed listed) {
        return Map.of(
                "id", listed.person().id(),
                "fullName", listed.person().fullName(),
                "userName", listed.person().userName(),
                "roles", AccountActions.titles(listed.person()),
                "state", state(listed));
    }

    /// How far somebody has come with the log-in.
    static String state(People.Listed listed) {
        if (!listed.hasRegistered()) {
            return "Invited";
        }
        return listed.codeLastUsed()
                .map(at -> "Last code " + TimeText.dayAndTime(at))
                .orElse("No authenticator yet");
    }

    private Reply person(Session.SignedIn session, Exchange exchange) throws StoreException {
        if (!session.person().has(Role.ADMIN)) {
            return SignedInPage.forbidden();
        }
        return accounts.people()
                .find(session.person().organisation(), exchange.form().text("id"))
                .map(listed -> page(session, listed, Map.of()))
                .orElseGet(PeopleActions::nobody);
    }

    private Reply change(Session.SignedIn session, Exchange exchange, AuditEvent event) throws StoreException {
        var changer = session.person();
        var id = exchange.form().text("id");
        var role = grantable()
                .filter(one -> one.name().equals(exchange.form().text("role")))
                .findFirst();
        if (role.isEmpty() || !changer.mayGrant(role.get())) {
            log.attempt(Deed.own(AuditEvent.ROLE_LACKING, changer, exchange.address()));
            return SignedInPage.forbidden();
        }
        if (confirming.isDue(session)) {
            return ConfirmActions.ask(ConfirmActions.Destination.PERSON, id);
        }
        var listed = accounts.people().find(changer.organisation(), id);
        if (listed.isEmpty()) {
            return nobody();
        }
        var deed = Deed.by(changer, event, listed.get().person(), exchange.address())
                .with(role.get().title());
        var outcome = event == AuditEvent.ROLE_GRANTED
                ? accounts.roleChanges().grant(role.get(), deed)
                : accounts.roleChanges().take(role.get(), deed);
        if (outcome == RoleChanges.Outcome.DONE) {
            log.append(deed);
            return Reply.seeOther("/person?id=" + id);
        }
        return refused(session, id, outcome);
    }

    private Reply refused(Session.SignedIn session, String id, RoleChanges.Outcome outcome) throws StoreException {
        var now = accounts.people().find(session.person().organisation(), id);
        if (now.isEmpty()) {
            return nobody();
        }
        var error = outcome == RoleChanges.Outcome.LAST_ACCESS_ADMIN
                ? "This is the last Access Admin of the organisation, and must stay one. Make somebody else an "
                        + "Access Admin"
                        + " first."
                : "Nothing was changed: it was already so, the person has not registered yet, or your own roles have"
                        + " changed.";
        return page(session, now.get(), Map.of("error", error)).withStatus(409);
    }

    private Reply page(Session.SignedIn session, People.Listed listed, Map<String, String> said) {
        var reader = session.person();
        var person = listed.person();
        var model = new HashMap<String, Object>(SignedInPage.model(reader, person.fullName(), "/people"));
        model.put("id", person.id());
        model.put("userName", person.userName());
        model.put("organisation", person.organisation());
        model.put("state", state(listed));
        model.put(
                "roles", grantable().map(role -> roleRow(role, reader, listed)).toList());
        model.put(
                "mayAskReset",
                reader.has(Role.ACCESS_ADMIN) && listed.codeLastUsed().isPresent());
        if (reader.has(Role.ACCESS_ADMIN) && confirming.isDue(session)) {
            model.put("confirmAt", ConfirmActions.address(ConfirmActions.Destination.PERSON, person.id()));
        }
        model.putAll(said);
        return Reply.page("person", model);
    }

    private static Map<String, Object> roleRow(Role role, Person reader, People.Listed listed) {
        boolean has = listed.person().roles().contains(role);
        return Map.of(
                "name",
                role.name(),
                "title",
                role.title(),
                "duty",
                role.duty(),
                "has",
                has,
                "mayTake",
                has && reader.mayGrant(role),
                "mayGrant",
                !has && reader.mayGrant(role) && listed.hasRegistered());
    }

    /// The roles that are granted and taken; everybody is a Member.
    private static Stream<Role> grantable() {
        return Arrays.stream(Role.values()).filter(role -> role != Role.MEMBER);
    }

    /// What somebody gets who asks for a stranger.
    static Reply nobody() {
        return Reply.message(404, "There is no such person", "Choose somebody from the people of your organisation.");
    }
}
