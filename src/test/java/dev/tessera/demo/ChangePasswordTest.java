package dev.tessera.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangePasswordTest {
    private static final String OTHER = "nine loud foghorns";

    private final Walk walk = new Walk();
    private final Browser browser = walk.browser();

    @BeforeEach
    void signIn() {
        Walk.typeCode(browser, walk.code(walk.enrolAndReachCodePage(browser)));
    }

    @AfterEach
    void close() {
        walk.close();
    }

    @Test
    void theNewOneLogsInAndTheOldOneDoesNot() {
        assertThat(browser.get("/account").body()).contains("href=\"/change-password\"");
        assertThat(change(Walk.PASSWORD, OTHER).body()).contains("Your password has been changed");
        assertThat(walk.logIn(walk.browser(), walk.invited(), Walk.PASSWORD).statusCode())
                .isEqualTo(403);
        assertThat(walk.logIn(walk.browser(), walk.invited(), OTHER).body()).contains("Enter your code");
    }

    @Test
    void otherSessionsEndAndThisOneGoesOnUnderANewId() {
        var half = walk.browser();
        walk.logIn(half, walk.invited(), Walk.PASSWORD);
        assertThat(half.page()).contains("Enter your code");
        var stolen = walk.browser();
        stolen.setCookie(browser.cookie());
        change(Walk.PASSWORD, OTHER);
        assertThat(browser.get("/account").body()).contains("Your account", "Password changed");
        assertThat(stolen.get("/account").uri().getPath()).isEqualTo("/login");
        assertThat(half.get("/code").uri().getPath()).isEqualTo("/login");
    }

    @Test
    void withoutThePresentOneNothingChanges() throws IOException {
        assertThat(change("wrong", OTHER).statusCode()).isEqualTo(403);
        assertThat(browser.text("error")).contains("not your current password");
        assertThat(walk.logIn(walk.browser(), walk.invited(), Walk.PASSWORD).body())
                .contains("Enter your code");
        assertThat(walk.log())
                .filteredOn(line -> line.contains("PASSWORD-REFUSED " + walk.invited()))
                .hasSize(1);
    }

    @Test
    void guessingThePresentOneIsPausedAsAtTheLogIn() {
        for (int i = 0; i < 5; i++) {
            assertThat(change("wrong", OTHER).statusCode()).isEqualTo(403);
        }
        var refused = change(Walk.PASSWORD, OTHER);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("60");
    }

    @Test
    void aPasswordThatOthersWouldGuessIsRefusedAndIsNoAttempt() {
        for (int i = 0; i < 6; i++) {
            assertThat(change("wrong", "password1").statusCode()).isEqualTo(422);
        }
        assertThat(browser.text("error")).contains("easy to guess");
        assertThat(change(Walk.PASSWORD, Walk.PASSWORD).statusCode()).isEqualTo(422);
        assertThat(browser.text("error")).contains("your current password");
        assertThat(change(Walk.PASSWORD, OTHER).statusCode()).isEqualTo(200);
    }

    @Test
    void whoHasNotComeAllTheWayChangesNothing() {
        var half = walk.browser();
        walk.logIn(half, walk.invited(), Walk.PASSWORD);
        var response = half.submit("/change-password", Map.of("password", Walk.PASSWORD, "newPassword", OTHER));
        assertThat(response.uri().getPath()).isEqualTo("/code");
    }

    @Test
    void whileTheStoreFailsThePasswordStays() {
        for (int statement = 1; statement < 40; statement++) {
            walk.clock.advance(java.time.Duration.ofMinutes(1));
            browser.get("/change-password");
            walk.store.failAt(statement);
            var response =
                    browser.tab().post("/change-password", Map.of("password", Walk.PASSWORD, "newPassword", OTHER));
            if (!walk.store.repair()) {
                assertThat(response.body()).contains("Your password has been changed");
                return;
            }
            assertThat(response.statusCode()).as("statement " + statement).isEqualTo(500);
            assertThat(walk.logIn(walk.browser(), walk.invited(), Walk.PASSWORD).body())
                    .contains("Enter your code");
        }
        throw new AssertionError("every request failed");
    }

    private HttpResponse<String> change(String present, String chosen) {
        browser.get("/change-password");
        return browser.submit("/change-password", Map.of("password", present, "newPassword", chosen));
    }
}
