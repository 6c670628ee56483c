package dev.tessera.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// Whether a person walks or the program by itself, and how a browser is opened.
class TrialTest {

    @Test
    void onLinuxTheEnvironmentTellsOfTheDisplay() {
        assertThat(Trial.hasDisplay("Linux", Map.of())).isFalse();
        assertThat(Trial.hasDisplay("Linux", Map.of("DISPLAY", ""))).isFalse();
        assertThat(Trial.hasDisplay("Linux", Map.of("DISPLAY", ":0"))).isTrue();
        assertThat(Trial.hasDisplay("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0")))
                .isTrue();
    }

    @Test
    void otherSystemsAlwaysHaveOne() {
        assertThat(Trial.hasDisplay("Windows 11", Map.of())).isTrue();
        assertThat(Trial.hasDisplay("Mac OS X", Map.of())).isTrue();
    }

    @Test
    void eachSystemHasItsWayToABrowser() {
        assertThat(Browser.command("Mac OS X", "http://a", _ -> true)).containsExactly("open", "http://a");
        assertThat(Browser.command("Windows 11", "http://a", _ -> true))
                .containsExactly("rundll32", "url.dll,FileProtocolHandler", "http://a");
    }

    @Test
    void onLinuxTheDesktopsOwnChoiceComesFirst() {
        assertThat(Browser.command("Linux", "http://a", _ -> true)).containsExactly("xdg-open", "http://a");
        assertThat(Browser.command("Linux", "http://a", "chromium"::equals)).containsExactly("chromium", "http://a");
        assertThat(Browser.command("Linux", "http://a", _ -> false)).containsExactly("xdg-open", "http://a");
    }
}
