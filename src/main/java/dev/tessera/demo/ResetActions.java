package dev.tessera.demo;

import dev.tessera.demo.account.Accounts;
import dev.tessera.demo.account.AuditEvent;
import dev.tessera.demo.account.Deed;
import dev.tessera.demo.account.Person;
import dev.tessera.demo.account.Resets;
import dev.tessera.demo.account.Resets.Request;
import dev.tessera.demo.account.Role;
import dev.tessera.demo.account.Session;
import dev.tessera.demo.account.StoreException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The requests for resets: whoever asked sees what became of them, Support decides.
final class ResetActions {
    private static final int MOST_SHOWN = 100;

    private final Accounts accounts;
    private final Inviting inviting;
    private final ConfirmActions confirming;
    private final AttemptLog log;

    ResetActions(Accounts accounts, Inviting inviting, ConfirmActions confirming, AttemptLog log) {
        this.accounts = accounts;
        this.inviting = inviting;
        this.confirming = confirming;
        this.log = log;
    }

    List<Route<?>> routes() {
        return List.of(
                Route.get("/resets", Session.SignedIn.class, (session, _) -> show(session)),
                Route.post(
                        "/resets/carry-out",
                        Session.SignedIn.class,
                        (session, exchange) -> decide(session, exchange, AuditEvent.RESET_CARRIED_OUT)),
                Route.post(
                        "/resets/decline",
                        Session.SignedIn.class,
                        (session, exchange) -> decide(session, exchange, AuditEvent.RESET_DECLINED)));
    }

    /// Who sees the requests of the organisation.
    static boolean maySee(Person person) {
        return person.has(Role.SUPPORT) || person.has(Role.ACCESS_ADMIN);
    }

    private Reply show(Session.SignedIn session) throws StoreException {
        return maySee(session.person()) ? page(session, Map.of()) : SignedInPage.forbidden();
    }

    private Reply decide(Session.SignedIn session, Exchange exchange, AuditEvent event)
            throws StoreException, MailException {
        var decider = session.person();
        if (!decider.has(Role.SUPPORT)) {
            log.attempt(Deed.own(AuditEvent.ROLE_LACKING, decider, exchange.address()));
            return SignedInPage.forbidden();
        }
        if (confirming.isDue(session)) {
            return ConfirmActions.ask(ConfirmActions.Destination.RESETS, "");
        }
        var request =
                accounts.resets().find(decider.organisation(), exchange.form().text("id"));
        if (request.isEmpty()) {
            return Reply.message(404, "There is no such request", "Choose one from the list of resets.");
        }
        var deed = Deed.by(decider, event, request.get().person(), exchange.address());
        boolean done = mayDecide(decider, request.get())
                && (event == AuditEvent.RESET_CARRIED_OUT
                        ? carryOut(request.get(), deed)
                        : accounts.resets().decline(request.get(), deed));
        if (!done) {
            return page(
                            session,
                            Map.of(
                                    "error",
                                    "Nothing was changed: somebody has already decided this, or you asked for it "
                                            + "yourself,"
                                            + " and a reset takes two people."))
                    .withStatus(409);
        }
        log.append(deed);
        return done(decider, told(event, request.get().person()));
    }

    /// The mail goes first: if it cannot be sent, nothing is changed. If the change then fails, its link is worthless.
    private boolean carryOut(Request request, Deed deed) throws StoreException, MailException {
        var ticket = inviting.sendReset(request.person());
        return accounts.resets().carryOut(request, ticket, deed);
    }

    /// A page that asks the store for nothing: what is done is not to be told as failed.
    private static Reply done(Person decider, String notice) {
        var model = SignedInPage.model(decider, "Reset decided", "/resets");
        model.put("notice", notice);
        return Reply.page("reset-decided", model);
    }

    private static String told(AuditEvent event, Person person) {
        return event == AuditEvent.RESET_CARRIED_OUT
                ? "The authenticator of " + person.userName() + " was removed, and all sessions have ended. A "
                        + "link for the next log-in is on its way by e-mail; it is valid for 24 hours."
                : "Declined. Nothing was changed for " + person.userName() + ".";
    }

    private Reply page(Session.SignedIn session, Map<String, String> said) throws StoreException {
        var reader = session.person();
        var requests = accounts.resets().of(reader.organisation(), MOST_SHOWN).stream()
                .map(request -> row(request, reader))
                .toList();
        var model = SignedInPage.model(reader, "Resets", "/resets");
        model.put("requests", requests);
        if (reader.has(Role.SUPPORT) && confirming.isDue(session)) {
            model.put("confirmAt", ConfirmActions.address(ConfirmActions.Destination.RESETS, ""));
        }
        model.putAll(said);
        return Reply.page("resets", model);
    }

    private static Map<String, Object> row(Request request, Person reader) {
        var row = new HashMap<String, Object>();
        row.put("id", request.id());
        row.put("fullName", request.person().fullName());
        row.put("userName", request.person().userName());
        row.put("priority", request.asked().priority().title());
        row.put("isUrgent", request.asked().priority() == Resets.Priority.URGENT);
        row.put("reason", request.asked().reason());
        row.put(
                "asked",
                request.asked().by() + ", "
                        + TimeText.dayAndTime(request.asked().at()));
        row.put("mayDecide", mayDecide(reader, request));
        row.put("isOpen", request.state() == Resets.State.OPEN);
        row.put("state", state(request));
        return row;
    }

    private static boolean mayDecide(Person reader, Request request) {
        return request.state() == Resets.State.OPEN
                && reader.has(Role.SUPPORT)
                && !reader.id().equals(request.asked().byId())
                && !reader.id().equals(request.person().id());
    }

    private static String state(Request request) {
        var by = request.decidedAt()
                .map(at -> " by " + request.decidedBy() + ", " + TimeText.dayAndTime(at))
                .orElse("");
        return switch (request.state()) {
            case OPEN -> "Waiting for somebody else with the Support role";
            case CARRIED_OUT -> "Carried out" + by;
            case DECLINED -> "Declined" + by;
        };
    }
}
