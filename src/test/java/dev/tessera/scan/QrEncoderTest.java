package dev.tessera.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class QrEncoderTest {
    private static final String LINK =
            "otpauth://totp/Example:alice@example.com?secret=JBSWY3DPEHPK3PXP&issuer=Example";

    @ParameterizedTest
    @ValueSource(strings = {"1", "HELLO WORLD", LINK, "Grüße, Ärger & <Öl>", "東京都 ☂ 🎌", "\"'\\\n\t"})
    void whatWasWrittenIsRead(String text) {
        ScanResult result = new QrDecoder().decode(QrEncoder.image(text, 4));
        assertThat(result.symbols()).extracting(QrSymbol::text).containsExactly(text);
    }

    @Test
    void theCornersHaveFinderPatterns() {
        boolean[][] modules = QrEncoder.modules(LINK);
        int last = modules.length - 1;
        assertThat((modules.length - 17) % 4).isZero();
        for (int i = 0; i < 7; i++) {
            assertThat(modules[0][i]).isTrue();
            assertThat(modules[i][last]).isTrue();
            assertThat(modules[last][i]).isTrue();
        }
        assertThat(modules[7][7]).isFalse();
    }

    @Test
    void anImageHasAQuietZoneOfFourSquares() {
        BufferedImage image = QrEncoder.image(LINK, 3);
        assertThat(image.getWidth()).isEqualTo((QrEncoder.modules(LINK).length + 8) * 3);
        for (int i = 0; i < image.getWidth(); i++) {
            for (int edge = 0; edge < 12; edge++) {
                assertThat(image.getRGB(i, edge)).isEqualTo(0xFFFFFFFF);
                assertThat(image.getRGB(image.getWidth() - 1 - edge, i)).isEqualTo(0xFFFFFFFF);
            }
        }
        assertThat(image.getRGB(12, 12)).isEqualTo(0xFF000000);
    }

    @Test
    void theSvgDrawsExactlyTheDarkSquares() throws Exception {
        Element svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(QrEncoder.svg(LINK))))
                .getDocumentElement();
        boolean[][] modules = QrEncoder.modules(LINK);
        int size = modules.length + 8;
        assertThat(svg.getAttribute("viewBox")).isEqualTo("0 0 " + size + " " + size);
        boolean[][] drawn = new boolean[modules.length][modules.length];
        Element dark = (Element) svg.getElementsByTagName("path").item(1);
        Matcher run = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z").matcher(dark.getAttribute("d"));
        while (run.find()) {
            assertThat(run.group(4)).isEqualTo(run.group(3));
            for (int i = 0; i < Integer.parseInt(run.group(3)); i++) {
                drawn[Integer.parseInt(run.group(2)) - 4][Integer.parseInt(run.group(1)) - 4 + i] = true;
            }
        }
        assertThat(drawn).isDeepEqualTo(modules);
    }

    @Test
    void theLongestTextFits() {
        assertThat(QrEncoder.modules("a".repeat(QrEncoder.MAX_BYTES))).hasDimensions(177, 177);
    }

    @Test
    void aTextThatIsTooLongIsRefusedWithoutBeingTold() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QrEncoder.svg("s3cret".repeat(400)))
                .withMessage("the text is too long for one QR code: it has 2400 bytes, and at most 2331 fit");
    }

    @Test
    void emptyTextAndImpossibleSizesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> QrEncoder.modules(""));
        assertThatIllegalArgumentException().isThrownBy(() -> QrEncoder.image("a", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> QrEncoder.image("a", 51));
    }
}
