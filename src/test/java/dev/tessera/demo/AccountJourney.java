package dev.tessera.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.otp.Credential;
import java.io.IOException;
import java.time.Duration;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/// What signed-in people do, as Chromium shows it: recovery codes, resets by two, roles in two organisations, the
/// logs. Each page is looked at by [Inspection].
class AccountJourney extends WalkInChromium {
    @Test
    void recoveryCodesAreMadePrintedAndUsed() throws IOException {
        var credential = walk.signIn(walk.browser(), walk.first.earlierUser());
        become("jonas@example.org", credential);
        chromium.press("Make new recovery codes");
        var codes = chromium.texts("#codes li");
        assertThat(codes).hasSize(10).allMatch(code -> code.matches("([A-Z2-7]{4}-){3}[A-Z2-7]{4}"));
        chromium.look("recovery-codes");
        try (var printed = Loader.loadPDF(chromium.printed())) {
            assertThat(printed.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(printed))
                    .contains(codes)
                    .contains("Pexip Demo", "jonas@example.org")
                    .doesNotContain("Log out", "I have saved them");
        }
        chromium.follow("I have saved them");
        assertThat(chromium.text("recoveryCodes")).startsWith("10 of 10 left");
        chromium.press("Log out");
        assertThat(chromium.text("notice")).isEqualTo("You are logged out.");
        chromium.look("logged-out");

        logIn("jonas@example.org");
        chromium.follow("Use a recovery code");
        chromium.look("recovery");
        typeRecoveryCode("AAAA-AAAA-AAAA-AAAA");
        assertThat(chromium.text("error")).contains("not one of your recovery codes");
        chromium.look("recovery-refused");
        typeRecoveryCode(codes.getFirst());
        assertThat(chromium.text("recoveryCodes")).startsWith("9 of 10 left");

        chromium.press("Make new recovery codes");
        assertThat(chromium.heading()).isEqualTo("Confirm that it is you");
        chromium.look("confirm");
        chromium.type("code", "000000".equals(walk.code(credential)) ? "000001" : "000000");
        chromium.press("Confirm");
        assertThat(chromium.text("error")).isNotEmpty();
        chromium.look("confirm-refused");
        walk.clock.nextStep();
        chromium.type("code", walk.code(credential));
        chromium.press("Confirm");
        assertThat(chromium.path()).isEqualTo("/account");
        chromium.press("Make new recovery codes");
        assertThat(chromium.texts("#codes li")).hasSize(10).doesNotContainAnyElementsOf(codes);
    }

    @Test
    void oneAsksForAResetAndAnotherDecides() {
        var jonas = walk.browser();
        walk.signIn(jonas, walk.first.earlierUser());
        var nils = walk.signIn(walk.browser(), walk.first.support());
        var amira = walk.signIn(walk.browser(), walk.first.administrator());

        become("amira@example.org", amira);
        askFor("Jonas Lind", "The phone was stolen on the train between Malmö and Lund.", "Normal");
        assertThat(chromium.texts(".request h2").getFirst()).contains("Jonas Lind");
        chromium.look("resets-waiting");

        become("nils@example.org", nils);
        chromium.follow("Resets");
        walk.clock.advance(Duration.ofMinutes(6));
        chromium.follow("Resets");
        assertThat(chromium.text("confirm")).contains("a code from the last five minutes");
        chromium.look("resets-to-confirm");
        chromium.follow("Confirm that it is you");
        chromium.type("code", walk.code(nils));
        chromium.press("Confirm");
        chromium.press("Decline the reset for Jonas Lind");
        assertThat(chromium.text("notice")).contains("Declined");
        chromium.look("reset-declined");
        assertThat(jonas.get("/account").uri().getPath()).isEqualTo("/account");

        become("amira@example.org", amira);
        askFor("Jonas Lind", "He called from the office phone; I know his voice.", "Urgent");
        become("nils@example.org", nils);
        chromium.follow("Resets");
        chromium.look("resets");
        chromium.press("Carry out the reset for Jonas Lind");
        assertThat(chromium.text("notice")).contains("was removed, and all sessions have ended");
        chromium.look("reset-carried-out");
        assertThat(jonas.get("/account").uri().getPath()).isEqualTo("/login");

        chromium.forget();
        logIn("jonas@example.org");
        assertThat(chromium.text("error")).contains("Open the link in the e-mail");
        chromium.look("login-reset-link-missing");
        chromium.open(walk.server.outbox());
        chromium.look("outbox");
        chromium.follow("Set up a new authenticator");
        assertThat(chromium.text("notice")).contains("Your authenticator was reset");
        chromium.look("login-reset");
        chromium.type("password", Walk.PASSWORD);
        chromium.press("Log in");
        assertThat(chromium.heading()).isEqualTo("Set up your authenticator");
    }

    @Test
    void rolesAreGrantedAndEndAtTheBorderOfTheOrganisation() {
        var other = walk.browser();
        var jonas = walk.signIn(other, walk.first.earlierUser());
        for (int i = 0; i < 50; i++) { // a page of the audit log
            assertThat(other.get("/reset-request").statusCode()).isEqualTo(403);
        }
        var lena = walk.signIn(walk.browser(), walk.first.otherAdministrator());
        become("jonas@example.org", jonas);
        assertThat(chromium.texts(".nav a")).containsExactly("Account");
        open("/people");
        assertThat(chromium.heading()).isEqualTo("Your role does not allow this");
        chromium.look("forbidden");

        become("amira@example.org", walk.signIn(walk.browser(), walk.first.administrator()));
        assertThat(chromium.texts(".nav a")).containsExactly("Account", "People", "Audit log", "Resets");
        chromium.follow("People");
        assertThat(chromium.text()).contains("Nils Berg").doesNotContain("Lena Brandt");
        chromium.look("people");
        chromium.follow("Jonas Lind");
        chromium.look("person");
        chromium.press("Grant the role Admin");
        assertThat(chromium.text("has-ADMIN")).isEqualTo("granted");
        chromium.follow("Back to the people");
        chromium.follow("Amira Haddad");
        chromium.press("Remove the role Access Admin");
        assertThat(chromium.text("error")).contains("last Access Admin");
        chromium.look("person-refused");
        chromium.follow("Back to the people");
        chromium.follow("Invite somebody");
        chromium.look("invite");
        invite("Zoë Ångström", "amira@example.org", "Support");
        assertThat(chromium.text("error")).contains("already has an account");
        chromium.look("invite-refused");
        invite("Zoë Ångström", "zoe@example.org", "Support");
        assertThat(chromium.text("notice")).contains("on its way to zoe@example.org");
        chromium.look("invite-sent");
        chromium.follow("Audit log");
        assertThat(chromium.texts("#log .event")).contains("Invited (Support)", "Role granted (Admin)");
        chromium.look("audit");
        chromium.follow("Older");
        assertThat(chromium.texts("#log li")).isNotEmpty();
        chromium.look("audit-older");

        become("jonas@example.org", jonas);
        chromium.follow("People");
        chromium.follow("Nils Berg");
        assertThat(chromium.has("main button"))
                .as("an Admin reads and changes nothing")
                .isFalse();
        chromium.look("person-read");

        become("lena@example.net", lena);
        chromium.follow("People");
        assertThat(chromium.texts(".people .who a")).containsExactly("Lena Brandt");
        open("/person?id=" + walk.idOf("jonas@example.org"));
        assertThat(chromium.heading()).isEqualTo("There is no such person");
        chromium.look("nobody");
    }

    @Test
    void loggingOutEverywhereEndsTheOtherBrowsersSession() {
        var other = walk.browser();
        var jonas = walk.signIn(other, walk.first.earlierUser());
        become("jonas@example.org", jonas);
        assertThat(chromium.text("sessions")).isEqualTo("2, including this one");
        chromium.press("Log out everywhere");
        assertThat(chromium.text("notice")).isEqualTo("You are logged out everywhere.");
        chromium.look("logged-out-everywhere");
        assertThat(other.get("/account").uri().getPath()).isEqualTo("/login");
        open("/account");
        assertThat(chromium.path()).isEqualTo("/login");
    }

    @Test
    void aNewAuthenticatorTakesThePlaceOfTheOld() {
        var old = walk.signIn(walk.browser(), walk.first.earlierUser());
        become("jonas@example.org", old);
        chromium.follow("Set up a new authenticator");
        chromium.look("authenticator");
        chromium.type("password", "not my password");
        chromium.press("Show a QR code");
        assertThat(chromium.text("error")).contains("not your password");
        chromium.look("authenticator-refused");
        chromium.type("password", Walk.PASSWORD);
        chromium.press("Show a QR code");
        var fresh = chromium.scanned();
        chromium.look("authenticator-scan");
        chromium.type("code", walk.code(old));
        chromium.press("Verify");
        assertThat(chromium.text("error")).contains("This code is wrong");
        chromium.look("authenticator-verify");
        chromium.type("code", walk.code(fresh));
        chromium.press("Verify");
        assertThat(chromium.heading()).isEqualTo("Your new authenticator is set up");
        chromium.look("replaced");
        become("jonas@example.org", fresh);
        assertThat(chromium.path()).isEqualTo("/account");
    }

    @Test
    void aPersonChangesThePassword() {
        var credential = walk.signIn(walk.browser(), walk.first.earlierUser());
        become("jonas@example.org", credential);
        chromium.follow("Change your password");
        chromium.look("change-password");
        chromium.type("password", "not my password");
        chromium.type("newPassword", "a kettle of green tea");
        chromium.press("Change password");
        assertThat(chromium.text("error")).contains("password");
        chromium.look("change-password-refused");
        chromium.type("password", Walk.PASSWORD);
        chromium.type("newPassword", "password");
        chromium.press("Change password");
        assertThat(chromium.text("error")).contains("easy to guess");
        chromium.look("change-password-easy");
        chromium.type("password", Walk.PASSWORD);
        chromium.type("newPassword", "a kettle of green tea");
        chromium.press("Change password");
        assertThat(chromium.path()).isNotEqualTo("/account");
        chromium.look("password-changed");
        chromium.forget();
        logIn("jonas@example.org");
        assertThat(chromium.text("error")).contains("wrong");
    }

    /// A fresh session of somebody with a password and an authenticator.
    private void become(String userName, Credential credential) {
        chromium.forget();
        walk.clock.nextStep();
        logIn(userName);
        chromium.type("code", walk.code(credential));
        chromium.press("Log in");
        assertThat(chromium.heading()).isEqualTo("Your account");
    }

    private void logIn(String userName) {
        open("/login");
        chromium.type("username", userName);
        chromium.type("password", Walk.PASSWORD);
        chromium.press("Log in");
    }

    private void askFor(String fullName, String reason, String priority) {
        chromium.follow("People");
        chromium.follow(fullName);
        chromium.follow("Ask for a reset of the authenticator");
        chromium.look("reset-request");
        chromium.type("reason", reason);
        chromium.choose("priority", priority);
        chromium.press("Ask for the reset");
    }

    private static void invite(String fullName, String email, String role) {
        chromium.type("fullName", fullName);
        chromium.type("email", email);
        chromium.choose("role", role);
        chromium.press("Send invitation");
    }

    private static void typeRecoveryCode(String code) {
        chromium.type("recoveryCode", code);
        chromium.press("Log in");
    }

    private void open(String path) {
        chromium.open(walk.server.address().resolve(path));
    }
}
