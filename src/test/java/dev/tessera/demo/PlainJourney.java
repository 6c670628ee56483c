package dev.tessera.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole way in with less than most people have, and over TLS.
class PlainJourney extends InChromium {
    @Test
    void withoutScript() {
        chromium.withoutScript(true);
        try (var walk = new Walk()) {
            theWholeWay(walk, false);
        } finally {
            chromium.withoutScript(false);
        }
    }

    @Test
    void overTls(@TempDir Path folder) throws IOException, InterruptedException {
        var keystore = TestKeystore.in(folder);
        var network = new Network(0, "127.0.0.1", List.of("localhost"), Optional.of(keystore), Optional.empty(), false);
        try (var walk = new Walk(DemoOptions.standard().withNetwork(network), Walk.CHEAP)) {
            theWholeWay(walk, true);
            assertThat(chromium.evaluate("return window.isSecureContext + ' ' + location.protocol"))
                    .isEqualTo("true https:");
            assertThat(chromium.cookieNames()).allMatch(name -> name.startsWith("__Host-login-"));
        }
    }

    /// Nothing is clicked, and no field is looked up: keys go to whatever has the focus.
    @Test
    void byKeyboardAlone() {
        try (var walk = new Walk()) {
            chromium.open(walk.first.invitation());
            chromium.keys(Walk.PASSWORD);
            chromium.enter();
            chromium.keys(Walk.PASSWORD);
            chromium.enter();
            assertThat(chromium.heading()).isEqualTo("Set up your authenticator");
            var credential = chromium.scanned();
            chromium.keys(walk.code(credential));
            chromium.enter();
            chromium.tabTo("Go to log-in");
            chromium.enter();
            walk.clock.nextStep();
            chromium.keys(walk.invited());
            chromium.tabTo("password");
            chromium.keys(Walk.PASSWORD);
            chromium.enter();
            chromium.keys(walk.code(credential));
            chromium.enter();
            assertThat(chromium.path()).isEqualTo("/account");
            chromium.tabTo("Make new recovery codes");
            chromium.enter();
            assertThat(chromium.texts("#codes li")).hasSize(10);
            chromium.tabTo("I have saved them");
            chromium.enter();
            chromium.tabTo("Log out everywhere");
            chromium.enter();
            assertThat(chromium.text("notice")).isEqualTo("You are logged out everywhere.");
        }
    }

    /// From the invitation to the account and out again, by fields and buttons.
    private static void theWholeWay(Walk walk, boolean withScript) {
        chromium.forget();
        chromium.open(walk.first.invitation());
        chromium.type("newPassword", Walk.PASSWORD);
        chromium.press("Set password");
        chromium.type("password", Walk.PASSWORD);
        chromium.press("Log in");
        var credential = chromium.scanned();
        chromium.type("code", walk.code(credential));
        chromium.press("Verify");
        assertThat(chromium.text("wait")).contains("Wait for the next one: ", ", at 14:32:30 UTC.");
        assertThat(chromium.has("#left")).as("a script counts down").isEqualTo(withScript);
        chromium.follow("Go to log-in");
        chromium.type("username", walk.invited());
        chromium.type("password", Walk.PASSWORD);
        chromium.press("Log in");
        assertThat(chromium.text("notice")).contains("Wait for the next one: ", ", at 14:32:30 UTC.");
        walk.clock.nextStep();
        chromium.type("code", walk.code(credential));
        chromium.press("Log in");
        assertThat(chromium.path()).isEqualTo("/account");
        chromium.press("Make new recovery codes");
        assertThat(chromium.texts("#codes li")).hasSize(10);
        chromium.follow("I have saved them");
        chromium.press("Log out");
        assertThat(chromium.text("notice")).isEqualTo("You are logged out.");
    }
}
