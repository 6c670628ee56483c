package dev.tessera.desktop.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The accents that desktops offer, from GNOME's, KDE's and Windows' choices, and the worst that there can be.
class AccentColourTest {
    private static final Pattern VARIABLE = Pattern.compile("(-t-[a-z-]+): (#[0-9a-f]{6});");

    @ParameterizedTest
    @CsvSource({
        "#3584e4", "#2190a4", "#3a944a", "#c88800", "#ed5b00", "#e62d42", "#d56199", "#9141ac", "#6f8396", "#3daee9",
        "#0078d4", "#ffb900", "#e74856", "#00cc6a", "#ffffff", "#000000", "#ffff00", "#0000ff", "#808080"
    })
    void canBeReadOnEveryGround(String chosen) {
        var accent = new AccentColour(Color.web(chosen));
        check(colours(accent.css(false)), "#f5f3ef", "#ffffff");
        check(colours(accent.css(true)), "#171614", "#211f1c");
    }

    private static void check(Map<String, String> colours, String ground, String card) {
        assertThat(colours.keySet())
                .containsExactlyInAnyOrder("-t-accent", "-t-accent-strong", "-t-on-accent", "-t-soft");
        var text = Color.web(ground).getBrightness() > 0.5 ? "#201d19" : "#f3f0ea";
        for (var name : new String[] {"-t-accent", "-t-accent-strong"}) {
            var accent = colour(colours, name);
            assertReadable(accent, ground);
            assertReadable(accent, card);
            assertReadable(accent, colour(colours, "-t-soft"));
        }
        assertReadable(colour(colours, "-t-on-accent"), colour(colours, "-t-accent"));
        assertReadable(colour(colours, "-t-on-accent"), colour(colours, "-t-accent-strong"));
        assertReadable(text, colour(colours, "-t-soft"));
    }

    private static String colour(Map<String, String> colours, String name) {
        return Objects.requireNonNull(colours.get(name), name);
    }

    private static void assertReadable(String text, String ground) {
        assertThat(Contrast.of(text, ground)).as("%s on %s", text, ground).isGreaterThanOrEqualTo(4.5);
    }

    private static Map<String, String> colours(String css) {
        var found = new HashMap<String, String>();
        VARIABLE.matcher(css).results().forEach(each -> found.put(each.group(1), each.group(2)));
        return found;
    }
}
