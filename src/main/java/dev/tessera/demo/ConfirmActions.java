package dev.tessera.demo;

import dev.tessera.demo.account.Accounts;
import dev.tessera.demo.account.Deed;
import dev.tessera.demo.account.Session;
import dev.tessera.demo.account.StoreException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What touches the accounts of others needs a code of the last five minutes; whoever has none is asked for one here,
/// and led back.
final class ConfirmActions {
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

    private final Accounts accounts;
    private final CodeWords words;
    private final AttemptLog log;
    private final InstantSource clock;

    ConfirmActions(Accounts accounts, CodeWords words, AttemptLog log, InstantSource clock) {
        this.accounts = accounts;
        this.words = words;
        this.log = log;
        this.clock = clock;
    }

    /// Where somebody can be led back to: these pages and no others, whatever the request says.
    enum Destination {
        ACCOUNT("/account"),
        PERSON("/person"),
        INVITE("/invite"),
        RESETS("/resets"),
        RESET_REQUEST("/reset-request");

        private final String path;

        Destination(String path) {
            this.path = path;
        }
    }

    List<Route<?>> routes() {
        return List.of(
                Route.get("/confirm", Session.SignedIn.class, this::show),
                Route.post("/confirm", Session.SignedIn.class, this::confirm));
    }

    /// Whether this session must prove a code before it may touch anything.
    boolean isDue(Session.SignedIn session) {
        return !clock.instant().isBefore(session.codeAt().plus(FRESH));
    }

    /// The address of the page that asks for a code.
    static String address(Destination destination, String id) {
        return "/confirm?page=" + destination.name() + (id.isEmpty() ? "" : "&id=" + id);
    }

    /// Leads to the page that asks for a code.
    static Reply ask(Destination destination, String id) {
        return Reply.seeOther(address(destination, ID.matcher(id).matches() ? id : ""));
    }

    private Reply show(Session.SignedIn session, Exchange exchange) throws StoreException {
        var page = page(session, exchange.form(), "", words.whenFresh(session.person()));
        return words.untilFresh(session.person()).map(page::untilNextCode).orElse(page);
    }

    private Reply confirm(Session.SignedIn session, Exchange exchange) throws StoreException {
        var person = session.person();
        var outcome = accounts.codeLogIn().attempt(person, exchange.form().text("code"));
        var event = CodeWords.event(outcome);
        if (event.isPresent()) {
            log.attempt(Deed.own(event.get(), person, exchange.address()));
        }
        var refusal = words.refusal(outcome, person);
        if (refusal.isPresent()) {
            return refusal.get().on(page(session, exchange.form(), refusal.get().text(), ""));
        }
        return accounts.sessions()
                .renew(session, clock.instant())
                .map(renewed -> Reply.seeOther(back(exchange.form())).withToken(renewed.token()))
                .orElseGet(() -> Reply.seeOther("/login"));
    }

    private Reply page(Session.SignedIn session, Form form, String error, String notice) {
        var model = SignedInPage.model(session.person(), "Confirm that it is you", "");
        model.putAll(Map.of(
                "error", error,
                "notice", notice,
                "page", destination(form).map(Enum::name).orElse(""),
                "id", id(form),
                "back", back(form),
                "serverTime", TimeText.time(clock.instant())));
        return Reply.page("confirm", model);
    }

    private static String back(Form form) {
        var path = destination(form).orElse(Destination.ACCOUNT).path;
        return id(form).isEmpty() ? path : path + "?id=" + id(form);
    }

    private static String id(Form form) {
        return ID.matcher(form.text("id")).matches() ? form.text("id") : "";
    }

    private static Optional<Destination> destination(Form form) {
        return Arrays.stream(Destination.values())
                .filter(one -> one.name().equals(form.text("page")))
                .findFirst();
    }
}
