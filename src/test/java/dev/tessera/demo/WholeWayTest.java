package dev.tessera.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WholeWayTest {
    private final Walk walk = new Walk();
    private final Browser browser = walk.browser();

    @AfterEach
    void close() {
        walk.close();
    }

    @Test
    void anInvitedPersonGoesFromTheLinkToTheAccountPage() {
        walk.register(browser);
        assertThat(browser.text("notice")).contains("Your password is set");

        walk.logIn(browser, walk.invited(), Walk.PASSWORD);
        assertThat(browser.page()).contains("Set up your authenticator", "<svg id=\"qr\"");
        var credential = Walk.scanned(browser);

        browser.submit("/enrol/verify", Map.of("code", walk.code(credential)));
        assertThat(browser.text("wait")).contains("Wait for the next one: 23 seconds, at 14:32:30 UTC");

        walk.logIn(browser, walk.invited(), Walk.PASSWORD);
        assertThat(browser.text("notice")).contains("Your current code has been used", "23 seconds");

        Walk.typeCode(browser, walk.code(credential));
        assertThat(browser.text("error")).contains("has already been used", "23 seconds");

        walk.clock.nextStep();
        var response = Walk.typeCode(browser, walk.code(credential));
        assertThat(response.uri().getPath()).isEqualTo("/account");
        assertThat(browser.text("confirmedAt")).isEqualTo("25 November 2026, 14:32 UTC");
        assertThat(browser.text("lastUsedAt")).isEqualTo("25 November 2026, 14:32 UTC");

        browser.submit("/logout", Map.of());
        assertThat(browser.text("notice")).isEqualTo("You are logged out.");
        assertThat(browser.get("/account").uri().getPath()).isEqualTo("/login");
    }
}
