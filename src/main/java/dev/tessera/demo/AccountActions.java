package dev.tessera.demo;

import dev.tessera.demo.account.Accounts;
import dev.tessera.demo.account.AuditEvent;
import dev.tessera.demo.account.CodeLogIn.Factor;
import dev.tessera.demo.account.Deed;
import dev.tessera.demo.account.Person;
import dev.tessera.demo.account.RecoveryCodes;
import dev.tessera.demo.account.Role;
import dev.tessera.demo.account.Session;
import dev.tessera.demo.account.StoreException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What a signed-in person sees of the own account: what is set up, when it was last used, and what happened.
final class AccountActions {
    private static final int LINES = 20;

    private final Accounts accounts;
    private final AttemptLog log;

    AccountActions(Accounts accounts, AttemptLog log) {
        this.accounts = accounts;
        this.log = log;
    }

    List<Route<?>> routes() {
        return List.of(
                Route.get("/account", Session.SignedIn.class, (session, _) -> account(session.person())),
                Route.post("/logout-everywhere", Session.SignedIn.class, this::logOutEverywhere));
    }

    private Reply account(Person person) throws StoreException {
        var model = SignedInPage.model(person, "Your account", "/account");
        model.putAll(Map.of(
                "fullName", person.fullName(),
                "userName", person.userName(),
                "organisation", person.organisation(),
                "roles", titles(person),
                "sessions", sessions(accounts.sessions().count(person)),
                "recoveryCodes", left(accounts.recoveryCodes().left(person)),
                "log", AuditActions.rows(accounts.audit().of(person, LINES))));
        accounts.codeLogIn().factorOf(person).ifPresent(factor -> model.putAll(words(factor)));
        return Reply.page("account", model);
    }

    private Reply logOutEverywhere(Session.SignedIn session, Exchange exchange) throws StoreException {
        var deed = Deed.own(AuditEvent.LOGGED_OUT_EVERYWHERE, session.person(), exchange.address());
        accounts.sessions().endAll(deed);
        log.append(deed);
        return Reply.page(
                "login", Map.of("title", "Log in", "userName", "", "notice", "You are logged out everywhere."));
    }

    private static Map<String, String> words(Factor factor) {
        return Map.of(
                "confirmedAt", TimeText.dayAndTime(factor.confirmedAt()),
                "lastUsedAt", TimeText.dayAndTime(factor.lastUsedAt()),
                "drift", TimeText.drift(factor.drift()),
                "allowance", factor.allowance().isZero() ? "" : "allowed for");
    }

    private static String left(RecoveryCodes.Left left) {
        return left.madeAt()
                .map(at -> left.left() + " of 10 left, made on " + TimeText.dayAndTime(at))
                .orElse("None yet");
    }

    private static String sessions(int count) {
        return count == 1 ? "Only this one" : count + ", including this one";
    }

    /// `Member`, or the roles beside it.
    static String titles(Person person) {
        return person.roles().isEmpty()
                ? Role.MEMBER.title()
                : person.roles().stream().sorted().map(Role::title).collect(Collectors.joining(", "));
    }
}
