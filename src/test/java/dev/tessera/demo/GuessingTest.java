package dev.tessera.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.otp.Credential;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GuessingTest {
    private static final List<Integer> PAUSES = List.of(1, 5, 15, 60, 60);

    private final Walk walk = new Walk();
    private final Browser browser = walk.browser();

    @AfterEach
    void close() {
        walk.close();
    }

    @Nested
    class OfCodes {
        private final Credential credential = walk.enrol(browser);

        @Test
        void fiveWrongOnesAreFollowedByPausesThatGrow() {
            for (int minutes : PAUSES) {
                logIn(browser);
                guess(5, browser);
                var refused = Walk.typeCode(browser, freshCode());
                assertThat(refused.statusCode()).isEqualTo(429);
                assertThat(refused.headers().firstValue("Retry-After")).contains(Integer.toString(minutes * 60));
                walk.clock.advance(Duration.ofMinutes(minutes).minusSeconds(1));
                logIn(browser);
                assertThat(Walk.typeCode(browser, freshCode()).statusCode()).isEqualTo(429);
                walk.clock.advance(Duration.ofSeconds(1));
            }
            logIn(browser);
            assertThat(Walk.typeCode(browser, freshCode()).uri().getPath()).isEqualTo("/account");
        }

        @Test
        void aSuccessGivesAllAttemptsBack() {
            for (int round = 0; round < 3; round++) {
                walk.clock.nextStep();
                logIn(browser);
                guess(4, browser);
                assertThat(Walk.typeCode(browser, freshCode()).uri().getPath()).isEqualTo("/account");
            }
        }

        @Test
        void otherSessionsGetNoFurtherGuesses() {
            for (int i = 0; i < 5; i++) {
                var another = walk.browser();
                logIn(another);
                guess(1, another);
            }
            var last = walk.browser();
            logIn(last);
            assertThat(Walk.typeCode(last, freshCode()).statusCode()).isEqualTo(429);
        }

        @Test
        void aHundredWrongOnesInARowSwitchTheFactorOff() {
            for (int i = 0; i < 20; i++) {
                walk.clock.advance(Duration.ofMinutes(61));
                logIn(browser);
                guess(5, browser);
            }
            walk.clock.advance(Duration.ofDays(30));
            logIn(browser);
            var response = Walk.typeCode(browser, freshCode());
            assertThat(response.statusCode()).isEqualTo(403);
            assertThat(browser.text("error")).contains("switched off", "Ask your administrator");
        }

        @Test
        void aMalformedOneIsNoAttempt() {
            walk.clock.nextStep();
            logIn(browser);
            for (int i = 0; i < 10; i++) {
                Walk.typeCode(browser, "12345");
            }
            assertThat(Walk.typeCode(browser, freshCode()).uri().getPath()).isEqualTo("/account");
        }

        @Test
        void wrongPasswordsFromOutsideDoNotTouchTheCodes() {
            var outsider = walk.browser();
            for (int i = 0; i < 20; i++) {
                walk.logIn(outsider, walk.invited(), "wrong " + i);
            }
            walk.clock.advance(Duration.ofMinutes(61));
            logIn(browser);
            assertThat(Walk.typeCode(browser, freshCode()).uri().getPath()).isEqualTo("/account");
        }

        private void guess(int times, Browser by) {
            for (int i = 0; i < times; i++) {
                assertThat(Walk.typeCode(by, wrongCode()).statusCode()).isEqualTo(403);
            }
        }

        private String freshCode() {
            return walk.code(credential);
        }

        /// A code of no step nearby.
        private String wrongCode() {
            var near = List.of(walk.code(credential, -1), walk.code(credential), walk.code(credential, 1));
            return List.of("000000", "111111", "222222", "333333").stream()
                    .filter(code -> !near.contains(code))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Nested
    class OfPasswords {
        @Test
        void fiveWrongOnesAreFollowedByPausesThatGrow() {
            walk.register(browser);
            for (int minutes : PAUSES) {
                for (int i = 0; i < 5; i++) {
                    assertThat(logIn("wrong").statusCode()).isEqualTo(403);
                }
                var refused = logIn(Walk.PASSWORD);
                assertThat(refused.statusCode()).isEqualTo(429);
                assertThat(refused.headers().firstValue("Retry-After")).contains(Integer.toString(minutes * 60));
                walk.clock.advance(Duration.ofMinutes(minutes));
            }
            assertThat(logIn(Walk.PASSWORD).body()).contains("Set up your authenticator");
        }

        @Test
        void oneUserNamesPauseIsNobodyElses() {
            walk.register(browser);
            for (int i = 0; i < 6; i++) {
                walk.logIn(walk.browser(), walk.first.earlierUser().userName(), "wrong");
            }
            assertThat(logIn(Walk.PASSWORD).body()).contains("Set up your authenticator");
        }

        @Test
        void anUnknownUserNameIsPausedAlike() {
            for (int i = 0; i < 5; i++) {
                walk.logIn(browser, "nobody@example.org", "wrong");
            }
            assertThat(walk.logIn(browser, "nobody@example.org", "wrong").statusCode())
                    .isEqualTo(429);
        }

        @Test
        void ofAHundredUserNamesFromOneAddressNoMoreAreTried() {
            walk.register(browser);
            for (int i = 0; i < 100; i++) {
                var response = walk.logIn(walk.browser(), "user" + i + "@example.org", "wrong");
                assertThat(response.statusCode()).isEqualTo(403);
            }
            var refused = logIn(Walk.PASSWORD);
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("60");
            walk.clock.advance(Duration.ofMinutes(1));
            assertThat(logIn(Walk.PASSWORD).body()).contains("Set up your authenticator");
        }

        @Test
        void aRightPasswordAsTheHundredthBeginsNoPause() {
            walk.register(browser);
            for (int i = 0; i < 99; i++) {
                walk.logIn(walk.browser(), "user" + i + "@example.org", "wrong");
            }
            for (int i = 0; i < 2; i++) {
                assertThat(logIn(Walk.PASSWORD).body()).contains("Set up your authenticator");
            }
        }

        @Test
        void ownSuccessesDoNotGiveTheAddressItsGuessesBack() {
            walk.register(browser);
            for (int i = 0; i < 100; i++) {
                walk.logIn(walk.browser(), "user" + i + "@example.org", "wrong");
                if (i % 10 == 0) {
                    assertThat(logIn(Walk.PASSWORD).statusCode()).isEqualTo(200);
                }
            }
            assertThat(logIn(Walk.PASSWORD).statusCode()).isEqualTo(429);
        }

        @Test
        void aPausedUserNameDoesNotUseUpTheAddress() {
            walk.register(browser);
            for (int i = 0; i < 120; i++) {
                walk.logIn(walk.browser(), walk.first.earlierUser().userName(), "wrong");
            }
            assertThat(logIn(Walk.PASSWORD).body()).contains("Set up your authenticator");
        }

        private HttpResponse<String> logIn(String password) {
            return walk.logIn(browser, walk.invited(), password);
        }
    }

    private void logIn(Browser by) {
        walk.logIn(by, walk.invited(), Walk.PASSWORD);
        assertThat(by.page()).contains("Enter your code");
    }
}
