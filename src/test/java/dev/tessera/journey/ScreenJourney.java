package dev.tessera.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tessera.scan.QrEncoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Codes on real screens, as Chromium shows them: small, on dark pages, without a border, beside other windows, on the
/// second screen, on screens of twice the usual density.
class ScreenJourney {
    /// As on most pages that set up two-factor log-in: 200 units wide, and about forty modules.
    private static final int SIZE = 200;

    private static final List<Integer> ZOOMS = List.of(100, 67, 50, 33);

    @TempDir
    private Path temp;

    @BeforeEach
    void needs() {
        Needs.screens();
        Needs.chromium();
        Needs.packagedFolder();
    }

    static Stream<Arguments> screens() {
        return Stream.of(
                Arguments.of(96, List.of("1600x1000"), "0,0"),
                Arguments.of(96, List.of("1600x1000", "1280x1024"), "1600,0"),
                Arguments.of(192, List.of("2560x1600"), "0,0"),
                Arguments.of(192, List.of("2560x1600", "1920x1080"), "1280,0"));
    }

    @ParameterizedTest(name = "{0} dpi, screens {1}, browser at {2}")
    @MethodSource("screens")
    void everyCodeOnThePageIsRead(int dpi, List<String> sizes, String place) throws Exception {
        var passphrase = Files.writeString(temp.resolve("passphrase"), "not used\n");
        try (var screens = new XScreens(dpi, sizes);
                var browser = new Browser(temp.resolve("profile"), screens, place, dpi)) {
            var tessera = new Program(temp.resolve("none.tessera"), passphrase, screens.environment());
            var other = otherWindow(screens, place, dpi);
            try {
                var missed = new ArrayList<String>();
                for (boolean dark : new boolean[] {false, true}) {
                    for (int zoom : ZOOMS) {
                        browser.show(page(dark), zoom);
                        var texts = texts(tessera);
                        screens.picture("%d-%d-%d-%s".formatted(dpi, sizes.size(), zoom, dark ? "dark" : "light"));
                        for (var wanted : List.of("plain", "no border", "light on dark")) {
                            if (!texts.contains(link(wanted))) {
                                missed.add("%s at %d %% on a %s page".formatted(wanted, zoom, dark ? "dark" : "light"));
                            }
                        }
                    }
                }
                assertThat(missed).isEmpty();
            } finally {
                other.destroy();
            }
        }
    }

    private static List<String> texts(Program tessera) throws Exception {
        var scan = tessera.run("scan", "--screen", "--raw", "--json");
        assertThat(scan.err()).isEmpty();
        var texts = new ArrayList<String>();
        for (var line : scan.out().lines().toList()) {
            new ObjectMapper().readTree(line).path("texts").forEach(text -> texts.add(text.textValue()));
        }
        return texts;
    }

    private static String link(String kind) {
        return "otpauth://totp/Pexip:" + kind.replace(' ', '-') + "@example.org?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
                + "&issuer=Pexip";
    }

    /// Three codes: one as it should be, one whose white ends where its modules end, and one in light on dark.
    private static String page(boolean dark) throws Exception {
        return """
                <!doctype html><meta charset="utf-8"><title>Set up two-factor log-in</title>
                <body style="margin:24px; font:16px sans-serif; background:%s; color:%s">
                <h1>Set up two-factor log-in</h1>
                <p>Scan this code with your authenticator, then type the six digits that it shows.</p>
                <div style="display:flex; gap:40px">%s%s%s</div>
                <p><input placeholder="6 digits"> <button>Verify</button></p>""".formatted(
                        dark ? "#15181c" : "#ffffff",
                        dark ? "#e8e8e8" : "#202020",
                        picture(QrEncoder.image(link("plain"), 5)),
                        picture(withoutBorder(QrEncoder.image(link("no border"), 5))),
                        picture(inverted(QrEncoder.image(link("light on dark"), 5))));
    }

    private static BufferedImage withoutBorder(BufferedImage code) {
        int border = 4 * 5;
        return code.getSubimage(border, border, code.getWidth() - 2 * border, code.getHeight() - 2 * border);
    }

    private static BufferedImage inverted(BufferedImage code) {
        var inverted = new BufferedImage(code.getWidth(), code.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                inverted.setRGB(x, y, ~code.getRGB(x, y));
            }
        }
        return inverted;
    }

    private static String picture(BufferedImage image) throws Exception {
        var png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return "<img width=%d height=%d src='data:image/png;base64,%s'>"
                .formatted(SIZE, SIZE, Base64.getEncoder().encodeToString(png.toByteArray()));
    }

    /// A window beside the browser, full of small dark and light squares.
    private static Process otherWindow(XScreens screens, String place, int dpi) throws Exception {
        int left = place.equals("0,0") ? 880 * dpi / 96 : 100;
        var builder = new ProcessBuilder(
                        "display", "-geometry", "+" + left + "+60", "-size", "640x800", "pattern:checkerboard")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(screens.environment());
        return builder.start();
    }
}
