package dev.tessera.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.otp.Credential;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The way in as Chromium shows it: invitation, password, enrolment, second log-in, and all that goes wrong on it.
/// Each page is looked at by [Inspection].
class WayInJourney extends WalkInChromium {
    @Test
    void anInvitedPersonGoesFromTheLinkToTheAccountPage() throws IOException {
        chromium.open(walk.first.invitation());
        chromium.look("invitation");
        chromium.type("newPassword", "password2026!");
        chromium.press("Set password");
        assertThat(chromium.text("error")).contains("guess");
        chromium.look("invitation-refused");
        chromium.type("newPassword", Walk.PASSWORD);
        chromium.press("Set password");
        assertThat(chromium.text("notice")).contains("Your password is set");
        chromium.look("login-after-password");
        chromium.type("password", Walk.PASSWORD);
        chromium.press("Log in");

        assertThat(chromium.heading()).isEqualTo("Set up your authenticator");
        var credential = chromium.scanned();
        chromium.look("enrol");
        assertThat(Inspection.scanned("demo-enrol-dark-390")).contains("otpauth://totp/Pexip%20Demo:sofia");
        chromium.type("code", walk.code(credential));
        chromium.press("Verify");
        assertThat(chromium.text("wait")).contains("at 14:32:30 UTC");
        chromium.look("enrolled");

        chromium.follow("Go to log-in");
        logIn(walk.invited(), Walk.PASSWORD);
        assertThat(chromium.text("notice")).contains("Your current code has been used");
        chromium.look("code-used-up");
        typeCode(walk.code(credential));
        assertThat(chromium.text("error")).contains("has already been used", "at 14:32:30 UTC");
        chromium.look("code-used");
        walk.clock.nextStep();
        typeCode(walk.code(credential));
        assertThat(chromium.path()).isEqualTo("/account");
        assertThat(chromium.text("factor")).isEqualTo("Set up");
        chromium.look("account");
    }

    @Test
    void theTimeToWaitIsCountedDownToTheNextCode() {
        walk.clock.advance(Duration.ofSeconds(18));
        chromium.open(walk.first.invitation());
        chromium.type("newPassword", Walk.PASSWORD);
        chromium.press("Set password");
        chromium.type("password", Walk.PASSWORD);
        chromium.press("Log in");
        chromium.type("code", walk.code(chromium.scanned()));
        chromium.press("Verify");
        assertThat(chromium.text("left")).matches("[45] seconds");
        chromium.await("return document.getElementById('left').textContent === '3 seconds'");
        chromium.await("return document.getElementById('wait').textContent.includes('The next code is ready now')");
        chromium.look("enrolled-now");
    }

    @Test
    void aUserFromBeforeChoosesAPasswordAndSetsUp() {
        var jonas = walk.first.earlierUser();
        open("/login");
        chromium.look("login");
        logIn(jonas.userName(), jonas.password());
        assertThat(chromium.path()).isEqualTo("/new-password");
        chromium.look("new-password");
        chromium.type("newPassword", jonas.userName());
        chromium.press("Set password");
        assertThat(chromium.text("error")).isNotEmpty();
        chromium.look("new-password-refused");
        chromium.type("newPassword", Walk.PASSWORD);
        chromium.press("Set password");
        var first = chromium.scanned();
        chromium.type("code", walk.code(first, -8));
        chromium.press("Verify");
        assertThat(chromium.text("error")).contains("about 4 minutes behind", "Here it is 14:32:07 UTC");
        chromium.look("enrol-clock-off");
        chromium.press("Show a new QR code");
        var second = chromium.scanned();
        assertThat(second.codeAt(FakeClock.START)).isNotEqualTo(first.codeAt(FakeClock.START));
        chromium.type("code", walk.code(second));
        chromium.press("Verify");
        walk.clock.nextStep();
        chromium.follow("Go to log-in");
        logIn(jonas.userName(), Walk.PASSWORD);
        typeCode(walk.code(second));
        assertThat(chromium.path()).isEqualTo("/account");
    }

    @Test
    void wrongPasswordsAreToldAndThenPaused() {
        open("/login");
        for (int i = 0; i < 5; i++) {
            logIn(walk.invited(), "not my password");
        }
        assertThat(chromium.text("error")).contains("The user name or password is wrong");
        chromium.look("login-refused");
        logIn(walk.invited(), Walk.PASSWORD);
        assertThat(chromium.text("error")).contains("Too many wrong passwords from here", "at 14:33:07 UTC");
        chromium.look("login-throttled");
    }

    @Test
    void wrongCodesAreToldAndThenPaused() {
        var credential = atCodePage();
        chromium.look("code");
        for (int i = 0; i < 5; i++) {
            typeCode(notA(credential));
        }
        assertThat(chromium.text("error")).contains("This code is wrong");
        chromium.look("code-wrong");
        typeCode(walk.code(credential));
        assertThat(chromium.text("error")).contains("Too many wrong codes", "at 14:33:37 UTC");
        chromium.look("code-throttled");
        walk.clock.advance(Duration.ofMinutes(2));
        typeCode(walk.code(credential));
        assertThat(chromium.path()).isEqualTo("/account");
    }

    @Test
    void aClockThatIsOffIsToldAndLearnedByTwoCodes() {
        var credential = atCodePage();
        typeCode(walk.code(credential, 6));
        assertThat(chromium.text("error")).contains("about 3 minutes ahead", "Here it is 14:32:37 UTC");
        chromium.look("code-clock-off");
        chromium.follow("Set the clock with two codes");
        chromium.look("clock");
        typeTwo(walk.code(credential, 10), walk.code(credential, 12));
        assertThat(chromium.text("error")).contains("not two codes in a row");
        chromium.look("clock-refused");
        typeTwo(walk.code(credential, 14), walk.code(credential, 15));
        assertThat(chromium.text("notice")).contains("is allowed for from now on");
        chromium.look("clock-learned");
        walk.clock.nextStep();
        typeCode(walk.code(credential, 15));
        assertThat(chromium.path()).isEqualTo("/account");
        assertThat(chromium.text("drift")).contains("allowed for");
        chromium.look("account-clock");
    }

    @Test
    void whatIsOverOrMissingIsSaidWithAWayOn() {
        walk.clock.advance(Duration.ofHours(24));
        chromium.open(walk.first.invitation());
        assertThat(chromium.heading()).isEqualTo("This link is no longer valid");
        chromium.look("invitation-gone");
        open("/reset?token=none");
        assertThat(chromium.heading()).isEqualTo("This link is no longer valid");
        open("/nowhere");
        assertThat(chromium.heading()).isEqualTo("There is no such page");
        chromium.look("not-found");
        chromium.follow("Continue");
        assertThat(chromium.path()).isEqualTo("/login");
        walk.store.failAt(1);
        logIn(walk.invited(), Walk.PASSWORD);
        assertThat(chromium.heading()).isEqualTo("Something went wrong here");
        chromium.look("fault");
        walk.store.repair();
    }

    private Credential atCodePage() {
        var credential = walk.enrol(walk.browser());
        walk.clock.nextStep();
        open("/login");
        logIn(walk.invited(), Walk.PASSWORD);
        return credential;
    }

    /// Six digits that are the code of no time step near.
    private String notA(Credential credential) {
        for (int wrong = 0; ; wrong++) {
            var code = "%06d".formatted(wrong);
            if (IntStream.rangeClosed(-25, 25)
                    .noneMatch(steps -> walk.code(credential, steps).equals(code))) {
                return code;
            }
        }
    }

    private void open(String path) {
        chromium.open(walk.server.address().resolve(path));
    }

    private static void logIn(String userName, String password) {
        chromium.type("username", userName);
        chromium.type("password", password);
        chromium.press("Log in");
    }

    private static void typeCode(String code) {
        chromium.type("code", code);
        chromium.press("Log in");
    }

    private static void typeTwo(String first, String second) {
        chromium.type("firstCode", first);
        chromium.type("secondCode", second);
        chromium.press("Set the clock");
    }
}
