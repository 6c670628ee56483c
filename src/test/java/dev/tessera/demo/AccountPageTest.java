package dev.tessera.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.otp.Credential;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccountPageTest {
    private final Walk walk = new Walk();
    private final Browser browser = walk.browser();
    private final Credential old = walk.enrolAndReachCodePage(browser);
    private final HttpResponse<String> account = Walk.typeCode(browser, walk.code(old));

    @AfterEach
    void close() {
        walk.close();
    }

    @Test
    void itSaysWhatIsSetUpAndWhenItWasLastUsed() {
        assertThat(account.statusCode()).isEqualTo(200);
        assertThat(browser.text("factor")).isEqualTo("Set up");
        assertThat(browser.text("confirmedAt")).isEqualTo("25 November 2026, 14:32 UTC");
        assertThat(browser.text("drift")).isEqualTo("on time");
        assertThat(browser.text("recoveryCodes")).isEqualTo("None yet");
        assertThat(browser.text("sessions")).isEqualTo("Only this one");
        walk.clock.advance(Duration.ofMinutes(2));
        walk.logIn(browser, walk.invited(), Walk.PASSWORD);
        Walk.typeCode(browser, walk.code(old));
        assertThat(browser.text("lastUsedAt")).isEqualTo("25 November 2026, 14:34 UTC");
    }

    @Test
    void theSecurityLogTellsThePersonWhatHappened() {
        walk.logIn(walk.browser(), walk.invited(), "wrong");
        browser.get("/account");
        assertThat(browser.text("log"))
                .startsWith("Wrong password 25 November 2026, 14:32 UTC · from 127.0.0.1 Code accepted")
                .contains("Authenticator set up", "QR code shown", "Password set");
    }

    @Test
    void aNewQrCodeNeedsThePassword() {
        browser.get("/authenticator");
        assertThat(browser.submit("/authenticator", Map.of("password", "wrong")).statusCode())
                .isEqualTo(403);
        assertThat(browser.page()).doesNotContain("<svg id=\"qr\"");
        var before = browser.cookie();
        browser.submit("/authenticator", Map.of("password", Walk.PASSWORD));
        assertThat(browser.page()).contains("<svg id=\"qr\"");
        assertThat(browser.cookie())
                .as("proving the password renews the session")
                .isNotEqualTo(before);
    }

    @Test
    void wrongPasswordsAreCountedHereToo() {
        for (int i = 0; i < 5; i++) {
            browser.get("/authenticator");
            browser.submit("/authenticator", Map.of("password", "wrong"));
        }
        var refused = browser.submit("/authenticator", Map.of("password", Walk.PASSWORD));
        assertThat(refused.statusCode()).isEqualTo(429);
    }

    @Test
    void theOldOneLivesUntilTheNewOneIsVerified() {
        var fresh = offered();
        walk.clock.nextStep();
        var other = walk.browser();
        walk.logIn(other, walk.invited(), Walk.PASSWORD);
        assertThat(Walk.typeCode(other, walk.code(old)).uri().getPath()).isEqualTo("/account");

        browser.submit("/authenticator/verify", Map.of("code", walk.code(fresh)));
        assertThat(browser.page()).contains("Your new authenticator is set up");
        assertThat(other.get("/account").uri().getPath())
                .as("other sessions end")
                .isEqualTo("/login");
        assertThat(browser.get("/account").uri().getPath()).isEqualTo("/account");

        walk.clock.nextStep();
        walk.logIn(other, walk.invited(), Walk.PASSWORD);
        assertThat(Walk.typeCode(other, walk.code(old)).statusCode()).isEqualTo(403);
        assertThat(Walk.typeCode(other, walk.code(fresh)).uri().getPath()).isEqualTo("/account");
    }

    @Test
    void theVerifiedCodeGivesTheSessionANewId() {
        var fresh = offered();
        var before = browser.cookie();
        browser.submit("/authenticator/verify", Map.of("code", walk.code(fresh)));
        assertThat(browser.cookie()).isNotEqualTo(before);
        assertThat(browser.get("/account").uri().getPath()).isEqualTo("/account");
        var replay = walk.browser();
        replay.setCookie(before);
        assertThat(replay.get("/account").uri().getPath()).isEqualTo("/login");
    }

    @Test
    void leftMidwayNothingChanges() {
        var fresh = offered();
        browser.get("/account");
        walk.clock.advance(Duration.ofMinutes(10));
        browser.get("/authenticator");
        var response = browser.submit("/authenticator/verify", Map.of("code", walk.code(fresh)));
        assertThat(response.statusCode()).isEqualTo(422);
        walk.logIn(browser, walk.invited(), Walk.PASSWORD);
        assertThat(Walk.typeCode(browser, walk.code(old)).uri().getPath()).isEqualTo("/account");
    }

    @Test
    void aSecondTabMakesTheFirstOnesQrCodeWorthless() {
        var first = offered();
        var second = offered();
        assertThat(browser.submit("/authenticator/verify", Map.of("code", walk.code(first)))
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.submit("/authenticator/verify", Map.of("code", walk.code(second)))
                        .body())
                .contains("Your new authenticator is set up");
    }

    @Test
    void theVerifyingCodeIsUsedUp() {
        var fresh = offered();
        var code = walk.code(fresh);
        browser.submit("/authenticator/verify", Map.of("code", code));
        assertThat(browser.text("wait")).contains("has been used");
        var other = walk.browser();
        walk.logIn(other, walk.invited(), Walk.PASSWORD);
        assertThat(Walk.typeCode(other, code).statusCode()).isEqualTo(403);
        assertThat(other.text("error")).contains("already been used");
    }

    @Test
    void ofAHundredVerificationsOneReplaces() throws InterruptedException, ExecutionException {
        var fresh = offered();
        var code = walk.code(fresh);
        walk.store.slowDown(200_000);
        var pages = Parallel.run(100, _ -> browser.tab().post("/authenticator/verify", Map.of("code", code)));
        assertThat(pages)
                .filteredOn(page -> page.body().contains("Your new authenticator is set up"))
                .hasSize(1);
    }

    @Test
    void loggingOutEverywhereEndsAllSessions() {
        walk.clock.nextStep();
        var other = walk.browser();
        walk.logIn(other, walk.invited(), Walk.PASSWORD);
        Walk.typeCode(other, walk.code(old));
        assertThat(other.text("sessions")).isEqualTo("2, including this one");
        other.submit("/logout-everywhere", Map.of());
        assertThat(other.text("notice")).isEqualTo("You are logged out everywhere.");
        for (var one : new Browser[] {browser, other}) {
            assertThat(one.get("/account").uri().getPath()).isEqualTo("/login");
        }
    }

    private Credential offered() {
        browser.get("/authenticator");
        browser.submit("/authenticator", Map.of("password", Walk.PASSWORD));
        return Walk.scanned(browser);
    }
}
