package dev.tessera.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// Whatever statement the store fails at, nobody gets further than before, and once it is back all goes on.
class FailClosedTest {
    private static final int MORE_THAN_ANY_REQUEST_NEEDS = 40;

    @Test
    void aRightCodeDoesNotSignInWhileTheStoreFails() {
        try (var walk = new Walk()) {
            var browser = walk.browser();
            var credential = walk.enrol(browser);
            for (int statement = 1; statement < MORE_THAN_ANY_REQUEST_NEEDS; statement++) {
                walk.clock.advance(java.time.Duration.ofMinutes(61));
                walk.logIn(browser, walk.invited(), Walk.PASSWORD);
                walk.store.failAt(statement);
                var response = browser.post("/code", Map.of("code", walk.code(credential)));
                if (!walk.store.repair()) {
                    assertThat(response.headers().firstValue("Location")).hasValue("/account");
                    return;
                }
                assertThat(response.statusCode()).as("statement " + statement).isEqualTo(500);
                assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
                assertThat(browser.get("/account").uri().getPath()).isNotEqualTo("/account");
            }
            throw new AssertionError("every request failed");
        }
    }

    @Test
    void aFirstCodeSetsNothingUpWhileTheStoreFails() {
        try (var walk = new Walk()) {
            var browser = walk.browser();
            walk.register(browser);
            for (int statement = 1; statement < MORE_THAN_ANY_REQUEST_NEEDS; statement++) {
                walk.logIn(browser, walk.invited(), Walk.PASSWORD);
                var code = walk.code(Walk.scanned(browser));
                walk.store.failAt(statement);
                var response = browser.post("/enrol/verify", Map.of("code", code));
                if (!walk.store.repair()) {
                    assertThat(response.body()).contains("Your authenticator is set up");
                    return;
                }
                assertThat(response.statusCode()).as("statement " + statement).isEqualTo(500);
                assertThat(walk.logIn(browser, walk.invited(), Walk.PASSWORD).body())
                        .contains("<svg id=\"qr\"");
            }
            throw new AssertionError("every request failed");
        }
    }

    @Test
    void aRightPasswordBeginsNoSessionWhileTheStoreFails() {
        try (var walk = new Walk()) {
            var browser = walk.browser();
            walk.register(browser);
            for (int statement = 1; statement < MORE_THAN_ANY_REQUEST_NEEDS; statement++) {
                browser.get("/login");
                walk.clock.advance(java.time.Duration.ofMinutes(61));
                walk.store.failAt(statement);
                var response = browser.post("/login", Map.of("username", walk.invited(), "password", Walk.PASSWORD));
                if (!walk.store.repair()) {
                    assertThat(response.body()).contains("<svg id=\"qr\"");
                    return;
                }
                assertThat(response.statusCode()).as("statement " + statement).isEqualTo(500);
                assertThat(response.body()).doesNotContain("id=\"qr\"", "id=\"secret\"");
                assertThat(browser.get("/enrol").uri().getPath()).isEqualTo("/login");
            }
            throw new AssertionError("every request failed");
        }
    }
}
