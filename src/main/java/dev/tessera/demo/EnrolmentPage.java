package dev.tessera.demo;

import dev.tessera.demo.account.Enrolments.Outcome;
import dev.tessera.demo.account.Session;
import dev.tessera.otp.Secret;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/// The page on which an authenticator is set up: for the first time on the way in, or in place of an old one from the
/// account.
///
/// The seed is shown once, in the answer to the POST that made it. No GET shows it again: a page from the history, a
/// second tab or a reload gets the field for the code and a way to a new seed.
final class EnrolmentPage {
    private final String issuer;
    private final CodeWords words;
    private final InstantSource clock;

    EnrolmentPage(String issuer, CodeWords words, InstantSource clock) {
        this.issuer = issuer;
        this.words = words;
        this.clock = clock;
    }

    /// The page with a seed.
    Reply withSeed(Session.Enrollable session, Secret seed) {
        var offer = new Offer(issuer, session.person().userName(), seed);
        var model = model(session, Steps.SCAN);
        model.put("qr", offer.qrCode());
        model.put("secret", offer.groupedSecret());
        return Reply.page("enrol", model);
    }

    /// The page without one.
    Reply withoutSeed(Session.Enrollable session, String error) {
        var model = model(session, Steps.VERIFY);
        model.put("error", error);
        return Reply.page("enrol", model);
    }

    /// The page that says why a first code was not taken.
    Reply refused(Session.Enrollable session, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Malformed() ->
                withoutSeed(session, CodeWords.MALFORMED).withStatus(422);
            case Outcome.Wrong() -> withoutSeed(session, CodeWords.WRONG).withStatus(422);
            case Outcome.ClockOff(var drift) ->
                withoutSeed(session, words.clockOff(drift)).withStatus(422);
            case Outcome.Gone() ->
                withoutSeed(session, "There is no QR code to confirm any more. Get a new one.")
                        .withStatus(422);
            case Outcome.AlreadySetUp() ->
                Reply.message(
                        409,
                        "An authenticator is already set up",
                        "It was set up in another window, and that one counts. Log in with its codes.");
            case Outcome.Confirmed _, Outcome.Replaced _ ->
                throw new IllegalArgumentException("a confirmed one was not refused");
        };
    }

    private Map<String, Object> model(Session.Enrollable session, Steps step) {
        var model = new HashMap<String, Object>();
        switch (session) {
            case Session.Enrolling _ -> {
                model.put("title", "Set up your authenticator");
                model.put("steps", step.asCurrent());
                model.put("verifyAction", "/enrol/verify");
            }
            case Session.SignedIn signedIn -> {
                model.putAll(SignedInPage.model(signedIn.person(), "Set up a new authenticator", "/account"));
                model.put("verifyAction", "/authenticator/verify");
                model.put(
                        "notice",
                        "Your old authenticator stays valid until a code from the new one is verified. Then it no "
                                + "longer works.");
            }
        }
        model.put("serverTime", TimeText.time(clock.instant()));
        return model;
    }
}
