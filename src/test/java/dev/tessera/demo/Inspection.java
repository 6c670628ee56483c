package dev.tessera.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.scan.QrDecoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;

/// Looks at a page as people do: in both themes, on a phone and at a desk, by keyboard, and with the eyes of axe.
///
/// Of each it leaves a picture `target/gallery/demo-PAGE-THEME-WIDTH.png`.
final class Inspection {
    private static final List<String> THEMES = List.of("light", "dark");
    private static final List<Integer> WIDTHS = List.of(1280, 390);

    /// Places that are no control and take the focus, as what can be scrolled does.
    private static final int SCROLLERS = 3;

    private static final String AXE = resource("axe.min.js");

    /// What does not fit into the width, by its tag and class.
    private static final String TOO_WIDE = """
            const width = document.documentElement.clientWidth;
            return [...document.querySelectorAll('body *')]
                .filter(e => e.getBoundingClientRect().right > width + 0.5 && getComputedStyle(e).clipPath === 'none')
                .map(e => e.tagName + '.' + e.className);""";

    private static final String VIOLATIONS = """
            const done = arguments[0];
            axe.run(document, {resultTypes: ['violations']}).then(
                found => done(found.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.html + ' ' + n.failureSummary))),
                fault => done(['axe failed: ' + fault]));""";

    /// The focus that the page set by itself, if it is nowhere to be seen. Then notes what gets it from the top on:
    /// behind the last one Tab leaves the page for the browser, and comes back when it likes.
    private static final String WATCH_FOCUS = """
            window.seen = element => {
                const style = getComputedStyle(element);
                return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
            };
            const first = document.activeElement;
            const unseen = first === null || first === document.body || window.seen(first) ? [] : [first.outerHTML];
            document.body.tabIndex = -1;
            document.body.focus();
            window.reachable = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea')];
            window.reached = [];
            document.addEventListener('focusin', event => {
                window.reached.push([window.reachable.indexOf(event.target), window.seen(event.target)]);
            });
            return unseen;""";

    private static final String REACHABLE = "return window.reachable.length;";

    private static final String UNREACHED = """
            return window.reachable.filter((e, i) => !window.reached.some(([at, seen]) => at === i && seen))
                .map(e => e.outerHTML);""";

    /// Whether the last one has the focus.
    private static final String AT_THE_END = "return document.activeElement === window.reachable.at(-1);";

    /// How often what was reached comes before the one before it.
    private static final String TURNS = """
            const at = window.reached.map(([index]) => index).filter(index => index >= 0);
            return at.filter((index, i) => i > 0 && index < at[i - 1]).length;""";

    /// Fields whose error a screen reader would not tell: there is one on the page, and none of them refers to it.
    private static final String UNTOLD = """
            const error = document.getElementById('error');
            const fields = [...document.querySelectorAll('main input:not([type=hidden]):not([readonly]), main textarea')];
            return error !== null && fields.length > 0 && !fields.some(e =>
                e.getAttribute('aria-invalid') === 'true' && e.getAttribute('aria-describedby').split(' ').includes('error'));""";

    private static final String HEADINGS = """
            return [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(e => +e.tagName[1]);""";

    private final ChromeDriver driver;

    Inspection(ChromeDriver driver) {
        this.driver = driver;
    }

    /// @param name of the page, for its pictures
    void look(String name) {
        assertHead(name);
        assertThat(driver.executeScript(UNTOLD))
                .as("%s: an error that no field tells", name)
                .isEqualTo(false);
        for (var theme : THEMES) {
            driver.executeCdpCommand(
                    "Emulation.setEmulatedMedia",
                    Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
            for (int width : WIDTHS) {
                resize(width);
                picture("demo-%s-%s-%d".formatted(name, theme, width));
                assertThat(list(TOO_WIDE))
                        .as("%s at %d pixels: what does not fit", name, width)
                        .isEmpty();
            }
            assertThat(violations()).as("%s, %s: axe", name, theme).isEmpty();
        }
        resize(WIDTHS.getFirst());
        assertKeyboard(name);
    }

    private void assertHead(String name) {
        assertThat(String.valueOf(driver.executeScript("return document.documentElement.lang")))
                .isEqualTo("en");
        assertThat(driver.getTitle())
                .as(name)
                .isEqualTo(driver.executeScript("return document.querySelector('h1').textContent") + " – Pexip Demo");
        var headings = list(HEADINGS).stream()
                .map(Number.class::cast)
                .map(Number::intValue)
                .toList();
        assertThat(headings.getFirst()).as(name).isEqualTo(1);
        assertThat(headings.stream().skip(1))
                .as("%s: headings below the first", name)
                .allMatch(level -> level == 2);
    }

    /// Tab reaches all there is, in the order of the page, and where it is can be seen.
    private void assertKeyboard(String name) {
        assertThat(list(WATCH_FOCUS))
                .as("%s: a first focus that is not seen", name)
                .isEmpty();
        int most = number(REACHABLE) + SCROLLERS;
        for (int i = 0; i < most && !Boolean.TRUE.equals(driver.executeScript(AT_THE_END)); i++) {
            new Actions(driver).sendKeys(Keys.TAB).perform();
        }
        assertThat(list(UNREACHED)).as("%s: without a focus that is seen", name).isEmpty();
        assertThat(number(TURNS)).as("%s: times that Tab went back", name).isZero();
    }

    private List<?> violations() {
        driver.executeScript(AXE);
        return (List<?>) Objects.requireNonNull(driver.executeAsyncScript(VIOLATIONS));
    }

    private List<?> list(String script) {
        return (List<?>) Objects.requireNonNull(driver.executeScript(script));
    }

    private int number(String script) {
        return ((Number) Objects.requireNonNull(driver.executeScript(script))).intValue();
    }

    private void resize(int width) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 844, "deviceScaleFactor", 1, "mobile", false));
    }

    private void picture(String name) {
        var data = driver.executeCdpCommand("Page.captureScreenshot", Map.of("captureBeyondViewport", true))
                .get("data");
        try {
            Files.write(folder().resolve(name + ".png"), Base64.getDecoder().decode(String.valueOf(data)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The text of the QR code in a picture that was left.
    static String scanned(String picture) throws IOException {
        var image = ImageIO.read(folder().resolve(picture + ".png").toFile());
        return new QrDecoder().decode(image).symbols().getFirst().text();
    }

    private static Path folder() throws IOException {
        return Files.createDirectories(Path.of(System.getProperty("tessera.target", "target"), "gallery"));
    }

    private static String resource(String name) {
        try (var stream = ClassLoader.getSystemResourceAsStream(name)) {
            if (stream == null) {
                throw new AssertionError("the jar of axe is on the class path");
            }
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
