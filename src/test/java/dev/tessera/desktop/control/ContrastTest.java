package dev.tessera.desktop.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// WCAG 2.2, success criteria 1.4.3 (text, 4.5 : 1) and 1.4.11 (what must be seen, 3 : 1), over the palette as it is
/// shipped.
class ContrastTest {
    private static final Pattern COLOUR = Pattern.compile("(-t-[a-z-]+): (#[0-9a-f]{6});");

    @ParameterizedTest
    @CsvSource({
        "-t-text, -t-ground, 4.5",
        "-t-text, -t-card, 4.5",
        "-t-text, -t-hover, 4.5",
        "-t-text, -t-soft, 4.5",
        "-t-text, -t-last-soft, 4.5",
        "-t-text, -t-danger-soft, 4.5",
        "-t-ground, -t-text, 4.5",
        "-t-muted, -t-ground, 4.5",
        "-t-muted, -t-card, 4.5",
        "-t-muted, -t-hover, 4.5",
        "-t-muted, -t-soft, 4.5",
        "-t-accent, -t-card, 4.5",
        "-t-accent, -t-soft, 4.5",
        "-t-accent, -t-ground, 4.5",
        "-t-on-accent, -t-accent, 4.5",
        "-t-on-accent, -t-accent-strong, 4.5",
        "-t-last, -t-card, 4.5",
        "-t-last, -t-soft, 4.5",
        "-t-last, -t-hover, 4.5",
        "-t-danger, -t-card, 4.5",
        "-t-danger, -t-ground, 4.5",
        "-t-text, -t-line, 4.5",
        "-t-edge, -t-card, 3",
        "-t-edge, -t-ground, 3"
    })
    void everyPairCanBeRead(String text, String ground, double least) throws IOException {
        for (var palette : palettes()) {
            double ratio = Contrast.of(colour(palette, text), colour(palette, ground));
            assertThat(ratio)
                    .as("%s on %s of %s", text, ground, palette.get("-t-ground"))
                    .isGreaterThanOrEqualTo(least);
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"})
    void theLetterOfEachMonogramCanBeRead(int tint) throws IOException {
        var matcher = Pattern.compile(":tint-" + tint + " \\{\\s*-fx-background-color: (#[0-9a-f]{6});")
                .matcher(read("control.css"));
        assertThat(matcher.find()).isTrue();
        assertThat(Contrast.of(matcher.group(1), "#ffffff")).isGreaterThanOrEqualTo(4.5);
    }

    private static String colour(Map<String, String> palette, String name) {
        return Objects.requireNonNull(palette.get(name), name);
    }

    /// The light one, and the dark one over it.
    private static java.util.List<Map<String, String>> palettes() throws IOException {
        var parts = read("palette.css").split("@media");
        var light = colours(parts[0]);
        var dark = new HashMap<>(light);
        dark.putAll(colours(parts[1]));
        assertThat(dark).isNotEqualTo(light);
        return java.util.List.of(light, dark);
    }

    private static Map<String, String> colours(String css) {
        var found = new HashMap<String, String>();
        var matcher = COLOUR.matcher(css);
        while (matcher.find()) {
            found.put(matcher.group(1), matcher.group(2));
        }
        return found;
    }

    private static String read(String sheet) throws IOException {
        try (var in = Objects.requireNonNull(Theme.class.getResourceAsStream("/dev/tessera/desktop/" + sheet))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
