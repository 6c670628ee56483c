package dev.tessera.walk;

import dev.tessera.demo.DemoOptions;
import dev.tessera.demo.DemoServer;
import dev.tessera.demo.FirstAccounts;
import dev.tessera.otp.Base32;
import dev.tessera.otp.Credential;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.Secret;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/// The login side walks through itself over HTTP, without a window: invitation, password, enrolment, verification,
/// second log-in and account; then a reset by two people, and the enrolment after it. Each step looks at what the page
/// says, and the walk ends at the first that is not as it should be.
///
/// It does not wait for the next code: the clock of its server is its own, and is set ahead.
public final class LoginWalk implements AutoCloseable {
    private final MovedClock clock = new MovedClock();
    private final WalkLog log;
    private final DemoServer server;
    private final FirstAccounts accounts;
    private final String password = randomPassword();
    private final Visitor sofia = new Visitor();
    private final Visitor amira = new Visitor();
    private final Visitor nils = new Visitor();

    private LoginWalk(Optional<String> issuer, PrintStream out) throws IOException {
        log = new WalkLog(out, Optional.empty());
        var options = DemoOptions.standard().withClock(clock);
        server = DemoServer.start(issuer.map(options::withIssuer).orElse(options));
        accounts = server.firstAccounts()
                .orElseThrow(() -> new AssertionError("a new data folder has its first accounts"));
    }

    /// Walks the whole way.
    ///
    /// @param issuer the name in the QR code; empty for the usual one
    /// @param out where each step is told
    /// @throws IOException if the login side cannot start, or a step fails, in sentences for a person
    public static void run(Optional<String> issuer, PrintStream out) throws IOException {
        try (var walk = new LoginWalk(issuer, out)) {
            walk.go();
        }
    }

    private void go() throws IOException {
        var lost = enrolInvited();
        log.step(accounts.administrator().userName() + " and "
                + accounts.support().userName() + " change their first passwords and set up authenticators");
        var amirasCode = enrolGiven(amira, accounts.administrator());
        var nilsCode = enrolGiven(nils, accounts.support());
        clock.nextStep();
        signIn(lost);
        reset(amirasCode, nilsCode);
        enrolAgain(lost);
        log.end();
    }

    private Credential enrolInvited() throws IOException {
        log.step("Sofia opens the invitation and sets a password");
        var registered = sofia.fill(sofia.open(accounts.invitation()), "newPassword", password);
        expect(registered, "Log in");
        log.step("She logs in with it; the page shows her QR code and the secret as text");
        var page = sofia.fill(registered, "username", accounts.invitedUserName(), "password", password);
        expect(page, "Set up your authenticator");
        var credential = scanned(page);
        log.step("Her authenticator's code verifies the enrolment");
        var code = code(credential);
        expect(sofia.fill(page, "code", code), "Your authenticator is set up");
        log.step("At once she logs in again: the code that she just typed has been used, and the page says for "
                + "how long");
        var refused = sofia.fill(logIn(sofia), "code", code);
        expect(refused, "Enter your code");
        if (refused.error()
                .filter(error -> error.contains("Wait for the next one"))
                .isEmpty()) {
            throw new WalkException("a used code was not refused with the time to wait");
        }
        return credential;
    }

    private void signIn(Credential credential) throws IOException {
        log.step("With the next code Sofia comes to her account page");
        expect(sofia.fill(logIn(sofia), "code", code(credential)), "Your account");
    }

    private Credential enrolGiven(Visitor visitor, FirstAccounts.LogIn user) throws IOException {
        var page = visitor.fill(visitor.open(at("/login")), "username", user.userName(), "password", user.password());
        page = visitor.fill(page, "newPassword", password);
        var credential = scanned(page);
        expect(visitor.fill(page, "code", code(credential)), "Your authenticator is set up");
        return credential;
    }

    private void reset(Credential amirasCode, Credential nilsCode) throws IOException {
        log.step("The administrator logs in and asks for a reset of Sofia's authenticator");
        signIn(amira, accounts.administrator(), amirasCode);
        var people = amira.open(at("/people"));
        var person = amira.open(people.link("/person?id=", "Sofia Marino"));
        var form = amira.open(person.link("/reset-request?id=", "Ask for a reset"));
        expect(amira.fill(form, "reason", "Phone lost", "priority", "URGENT"), "Resets");
        log.step("Somebody else, with the Support role, carries it out");
        signIn(nils, accounts.support(), nilsCode);
        expect(nils.fill(nils.open(at("/resets")), "id"), "Reset decided");
    }

    private void enrolAgain(Credential lost) throws IOException {
        log.step("Sofia's session has ended, and her password alone opens nothing");
        expect(sofia.open(at("/account")), "Log in");
        expect(logIn(sofia), "Log in");
        log.step("With the link from the e-mail and her password, she sets up a new authenticator");
        var link = sofia.open(server.outbox()).link("/reset?token=", "Set up a new authenticator");
        var page = sofia.fill(sofia.open(link), "username", accounts.invitedUserName(), "password", password);
        expect(page, "Set up your authenticator");
        var fresh = scanned(page);
        expect(sofia.fill(page, "code", code(fresh)), "Your authenticator is set up");
        log.step("The old one no longer works; the next code of the new one opens the account page");
        clock.nextStep();
        page = sofia.fill(logIn(sofia), "code", code(lost));
        expect(page, "Enter your code");
        expect(sofia.fill(page, "code", code(fresh)), "Your account");
    }

    private void signIn(Visitor visitor, FirstAccounts.LogIn user, Credential credential) throws IOException {
        var page = visitor.fill(visitor.open(at("/login")), "username", user.userName(), "password", password);
        expect(visitor.fill(page, "code", code(credential)), "Your account");
    }

    private Page logIn(Visitor visitor) throws IOException {
        return visitor.fill(visitor.open(at("/login")), "username", accounts.invitedUserName(), "password", password);
    }

    private static void expect(Page page, String heading) throws WalkException {
        if (!page.heading().equals(heading)) {
            throw new WalkException("the page \"" + heading + "\" was to come, but it was \"" + page.heading() + "\""
                    + page.error().map(error -> ": " + error).orElse(""));
        }
    }

    private static Credential scanned(Page page) throws WalkException {
        var secret = page.text("secret").orElseThrow(() -> new WalkException("the page shows no secret"));
        return new Credential(Secret.copyOf(Base32.decode(secret.replace(" ", ""))), OtpParameters.Totp.standard());
    }

    private String code(Credential credential) {
        return credential.codeAt(clock.instant()).text();
    }

    private URI at(String path) {
        return server.address().resolve(path);
    }

    private static String randomPassword() {
        byte[] random = new byte[12];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    @Override
    public void close() {
        sofia.close();
        amira.close();
        nils.close();
        server.close();
    }
}
