package dev.tessera.demo;

import dev.tessera.demo.account.Accounts;
import dev.tessera.demo.account.Enrolments.Outcome;
import dev.tessera.demo.account.Session;
import dev.tessera.demo.account.StoreException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// Setting up the authenticator: the QR code, and the first code that confirms it.
///
/// The seed is shown once, in the answer to the POST that made it. No GET shows it again: a page from the history, a
/// second
/// tab or a reload gets the field for the code and a button for a new seed.
final class EnrolmentActions {
    private final Accounts accounts;
    private final String issuer;
    private final AttemptLog log;
    private final InstantSource clock;

    EnrolmentActions(Accounts accounts, String issuer, AttemptLog log, InstantSource clock) {
        this.accounts = accounts;
        this.issuer = issuer;
        this.log = log;
        this.clock = clock;
    }

    List<Route<?>> routes() {
        return List.of(
                Route.get("/enrol", Session.Enrolling.class, (_, _) -> withoutSeed("")),
                Route.post("/enrol", Session.Enrolling.class, this::offer),
                Route.post("/enrol/verify", Session.Enrolling.class, this::verify));
    }

    /// The page with a new seed.
    Reply offer(Session.Enrolling session, Exchange exchange) throws StoreException {
        log.write(AttemptLog.Event.ENROLMENT_OFFERED, session.person(), exchange.address());
        try (var seed = accounts.enrolments().offer(session)) {
            var offer = new Offer(issuer, session.person().userName(), seed);
            return Reply.page(
                    "enrol",
                    Map.of(
                            "title", "Set up your authenticator",
                            "steps", Steps.SCAN.asCurrent(),
                            "error", "",
                            "qr", offer.qrCode(),
                            "secret", offer.groupedSecret(),
                            "serverTime", TimeText.time(clock.instant())));
        }
    }

    /// The page with a new seed, for somebody who has just changed the password.
    Reply begin(Session.PasswordDue session, Exchange exchange) throws StoreException {
        var risen = accounts.sessions().rise(session, Session.Stage.ENROLLING);
        if (risen.isEmpty() || !(risen.get().session() instanceof Session.Enrolling enrolling)) {
            return Reply.seeOther("/login");
        }
        return offer(enrolling, exchange).withToken(risen.get().token());
    }

    private Reply verify(Session.Enrolling session, Exchange exchange) throws StoreException {
        var outcome = accounts.enrolments().confirm(session, exchange.form().text("code"));
        if (outcome instanceof Outcome.Wrong) {
            log.write(AttemptLog.Event.ENROLMENT_CODE_REFUSED, session.person(), exchange.address());
        }
        return switch (outcome) {
            case Outcome.Malformed() -> withoutSeed(CodeActions.MALFORMED).withStatus(422);
            case Outcome.Wrong() ->
                withoutSeed("This code is not right. Type the one that your authenticator shows now.")
                        .withStatus(422);
            case Outcome.Gone() ->
                withoutSeed("There is no QR code to confirm any more. Get a new one.")
                        .withStatus(422);
            case Outcome.AlreadySetUp() ->
                Reply.message(
                        409,
                        "An authenticator is set up already",
                        "It was set up in another window, and that one counts. Log in with its codes.");
            case Outcome.Confirmed(var nextCodeFrom) -> {
                log.write(AttemptLog.Event.ENROLMENT_CONFIRMED, session.person(), exchange.address());
                yield confirmed(nextCodeFrom);
            }
        };
    }

    private Reply confirmed(Instant nextCodeFrom) {
        return Reply.page(
                "enrolled",
                Map.of(
                        "title", "Your authenticator is set up",
                        "steps", Steps.allDone(),
                        "wait", TimeText.wait(clock.instant(), nextCodeFrom),
                        "at", TimeText.time(nextCodeFrom)));
    }

    private Reply withoutSeed(String error) {
        return Reply.page(
                "enrol",
                Map.of(
                        "title",
                        "Set up your authenticator",
                        "steps",
                        Steps.VERIFY.asCurrent(),
                        "error",
                        error,
                        "serverTime",
                        TimeText.time(clock.instant())));
    }
}
