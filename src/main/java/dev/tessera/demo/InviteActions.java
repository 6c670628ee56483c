package dev.tessera.demo;

import dev.tessera.demo.account.AuditEvent;
import dev.tessera.demo.account.Deed;
import dev.tessera.demo.account.People;
import dev.tessera.demo.account.Person;
import dev.tessera.demo.account.Role;
import dev.tessera.demo.account.Session;
import dev.tessera.demo.account.StoreException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Inviting somebody, with a role that the inviter may grant. An Access Admin is made of somebody who has registered:
/// who never answers must not count as the last one. Like a grant, a role with the invitation needs a code of the last
/// five minutes.
final class InviteActions {
    private final Inviting inviting;
    private final ConfirmActions confirming;
    private final AttemptLog log;

    InviteActions(Inviting inviting, ConfirmActions confirming, AttemptLog log) {
        this.inviting = inviting;
        this.confirming = confirming;
        this.log = log;
    }

    List<Route<?>> routes() {
        return List.of(
                Route.get("/invite", Session.SignedIn.class, this::show),
                Route.post("/invite", Session.SignedIn.class, this::invite));
    }

    private Reply show(Session.SignedIn session, Exchange exchange) {
        return session.person().has(Role.ACCESS_ADMIN)
                ? page(session.person(), exchange.form(), Map.of())
                : SignedInPage.forbidden();
    }

    private Reply invite(Session.SignedIn session, Exchange exchange) throws StoreException, MailException {
        var inviter = session.person();
        var form = exchange.form();
        var role = offered(inviter)
                .filter(one -> one.name().equals(form.text("role")))
                .findFirst();
        if (role.isEmpty()) {
            log.attempt(Deed.own(AuditEvent.ROLE_LACKING, inviter, exchange.address()));
            return SignedInPage.forbidden();
        }
        if (role.get() != Role.MEMBER && confirming.isDue(session)) {
            return ConfirmActions.ask(ConfirmActions.Destination.INVITE, "");
        }
        var objection = People.objection(form.text("fullName"), form.text("email"));
        if (objection.isPresent()) {
            return page(inviter, form, Map.of("error", objection.get())).withStatus(422);
        }
        var newcomer = People.newcomer(
                inviter.organisation(), form.text("fullName").strip(), form.text("email"), roles(role.get()));
        var deed = Deed.by(inviter, AuditEvent.INVITED, newcomer, exchange.address())
                .with(role.get().title());
        return switch (inviting.invite(newcomer, deed)) {
            case Inviting.Outcome.Sent(var person) -> {
                log.append(deed);
                yield page(
                        inviter,
                        Form.EMPTY,
                        Map.of(
                                "notice",
                                "The invitation is on its way to " + person.userName()
                                        + ". Its link is valid for 24 hours."));
            }
            case Inviting.Outcome.Taken() -> refused(inviter, form, "This e-mail address already has an account.");
            case Inviting.Outcome.OtherRoles(var person) ->
                refused(
                        inviter,
                        form,
                        "This person was invited as " + AccountActions.titles(person) + ", and that cannot change until"
                                + " they register. Choose the same role to send another link, and change it "
                                + "afterwards.");
        };
    }

    private static Reply refused(Person inviter, Form form, String error) {
        return page(inviter, form, Map.of("error", error)).withStatus(409);
    }

    private static Reply page(Person inviter, Form form, Map<String, String> said) {
        var model = SignedInPage.model(inviter, "Invite somebody", "/people");
        model.putAll(said);
        model.put("organisation", inviter.organisation());
        model.put("fullName", form.text("fullName"));
        model.put("email", form.text("email"));
        model.put(
                "roles",
                offered(inviter)
                        .map(role -> Map.of(
                                "name",
                                role.name(),
                                "title",
                                role.title(),
                                "isChosen",
                                role.name().equals(form.text("role"))))
                        .toList());
        return Reply.page("invite", model);
    }

    private static Stream<Role> offered(Person inviter) {
        return Stream.of(Role.MEMBER, Role.ADMIN, Role.SUPPORT).filter(inviter::mayGrant);
    }

    private static Set<Role> roles(Role role) {
        return role == Role.MEMBER ? Set.of() : Set.of(role);
    }
}
