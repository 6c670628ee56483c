package dev.tessera.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTest {
    private final Walk walk = new Walk();
    private final Browser browser = walk.browser();

    @AfterEach
    void close() {
        walk.close();
    }

    @Test
    void aFixatedIdIsWorthNothing() {
        walk.register(browser);
        var attacker = walk.browser();
        attacker.get("/login");
        browser.setCookie(attacker.cookie());
        walk.logIn(browser, walk.invited(), Walk.PASSWORD);
        assertThat(browser.page()).contains("Set up your authenticator");
        assertThat(attacker.get("/enrol").uri().getPath()).isEqualTo("/login");
    }

    @Test
    void eachRiseHasANewIdAndEndsTheOld() {
        var ids = new ArrayList<String>();
        browser.get("/login");
        ids.add(browser.cookie());
        walk.register(browser);
        walk.logIn(browser, walk.invited(), Walk.PASSWORD);
        ids.add(browser.cookie());
        var credential = Walk.scanned(browser);
        browser.submit("/enrol/verify", Map.of("code", walk.code(credential)));
        walk.clock.nextStep();
        walk.logIn(browser, walk.invited(), Walk.PASSWORD);
        ids.add(browser.cookie());
        Walk.typeCode(browser, walk.code(credential));
        ids.add(browser.cookie());

        assertThat(new HashSet<>(ids)).hasSize(4);
        for (var old : ids.subList(0, 3)) {
            var replay = walk.browser();
            replay.setCookie(old);
            assertThat(replay.get("/account").uri().getPath()).isEqualTo("/login");
        }
    }

    @Test
    void theCookieHas256BitsAndIsForThisServersPagesAlone() {
        var set = browser.get("/login").headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(set).matches("login-\\d+=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Strict");
    }

    @Test
    void aReplayedCookieIsWorthNothingAfterLogOut() {
        signIn();
        var replay = browser.tab();
        browser.submit("/logout", Map.of());
        assertThat(replay.get("/account").uri().getPath()).isEqualTo("/login");
    }

    @Test
    void itEndsAfterThirtyMinutesWithoutARequest() {
        signIn();
        walk.clock.advance(Duration.ofMinutes(29));
        assertThat(browser.get("/account").uri().getPath()).isEqualTo("/account");
        walk.clock.advance(Duration.ofMinutes(29));
        assertThat(browser.get("/account").uri().getPath()).isEqualTo("/account");
        walk.clock.advance(Duration.ofMinutes(30));
        assertThat(browser.get("/account").uri().getPath()).isEqualTo("/login");
    }

    @Test
    void itEndsAfterTwelveHoursHoweverBusy() {
        signIn();
        for (int i = 0; i < 35; i++) {
            walk.clock.advance(Duration.ofMinutes(20));
            assertThat(browser.get("/account").uri().getPath()).isEqualTo("/account");
        }
        walk.clock.advance(Duration.ofMinutes(20));
        assertThat(browser.get("/account").uri().getPath()).isEqualTo("/login");
    }

    @Test
    void theCodePageWaitsFiveMinutes() {
        var credential = walk.enrolAndReachCodePage(browser);
        walk.clock.advance(Duration.ofMinutes(5));
        assertThat(Walk.typeCode(browser, walk.code(credential)).uri().getPath())
                .isEqualTo("/login");
    }

    @Test
    void anEnrolmentWaitsTenMinutes() {
        walk.register(browser);
        walk.logIn(browser, walk.invited(), Walk.PASSWORD);
        var credential = Walk.scanned(browser);
        walk.clock.advance(Duration.ofMinutes(10));
        var response = browser.submit("/enrol/verify", Map.of("code", walk.code(credential)));
        assertThat(response.uri().getPath()).isEqualTo("/login");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/account",
                "/invite",
                "/enrol",
                "/new-password",
                "/",
                "/people",
                "/person",
                "/resets",
                "/reset-request",
                "/audit",
                "/authenticator",
                "/confirm"
            })
    void aHalfAuthenticatedOneIsSentToTheCodePage(String path) {
        walk.enrolAndReachCodePage(browser);
        assertThat(browser.get(path).uri().getPath()).isEqualTo("/code");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/invite",
                "/enrol",
                "/enrol/verify",
                "/new-password",
                "/person/grant",
                "/person/take",
                "/reset-request",
                "/resets/carry-out",
                "/resets/decline",
                "/recovery-codes",
                "/logout-everywhere",
                "/authenticator",
                "/authenticator/verify",
                "/confirm"
            })
    void aHalfAuthenticatedOneChangesNothing(String path) {
        walk.enrolAndReachCodePage(browser);
        var response = browser.submit(
                path,
                Map.of("code", "123456", "newPassword", "another good one", "fullName", "A", "email", "a@example.org"));
        assertThat(response.uri().getPath()).isEqualTo("/code");
        walk.logIn(browser, walk.invited(), Walk.PASSWORD);
        assertThat(browser.page()).contains("Enter your code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/account", "/invite", "/code", "/new-password", "/"})
    void anEnrollingOneIsSentToTheEnrolment(String path) {
        walk.register(browser);
        walk.logIn(browser, walk.invited(), Walk.PASSWORD);
        assertThat(browser.get(path).uri().getPath()).isEqualTo("/enrol");
    }

    @Test
    void aVisitorIsSentToTheLogIn() {
        for (var path : List.of(
                "/",
                "/account",
                "/invite",
                "/code",
                "/recovery",
                "/clock",
                "/enrol",
                "/new-password",
                "/people",
                "/person",
                "/resets",
                "/reset-request",
                "/audit",
                "/authenticator",
                "/confirm")) {
            assertThat(walk.browser().get(path).uri().getPath()).as(path).isEqualTo("/login");
        }
    }

    private void signIn() {
        var credential = walk.enrolAndReachCodePage(browser);
        Walk.typeCode(browser, walk.code(credential));
        assertThat(browser.page()).contains("Your account");
    }
}
