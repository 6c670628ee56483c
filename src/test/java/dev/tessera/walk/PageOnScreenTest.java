package dev.tessera.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.desktop.WindowTest;
import dev.tessera.scan.QrDecoder;
import dev.tessera.scan.QrEncoder;
import dev.tessera.scan.QrSymbol;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// The page's own drawing, on a screen that the scanner reads.
@WindowTest
class PageOnScreenTest {
    private static final URI ADDRESS = URI.create("http://127.0.0.1:8080/enrol");

    @Test
    void theCodeOfTheDrawingIsReadOffTheScreen() throws Exception {
        var text = "otpauth://totp/Pexip%20Demo:sofia?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Pexip%20Demo";
        var page = new Page(ADDRESS, "<h1>Set up</h1><div>" + QrEncoder.svg(text) + "</div>");
        var screen = WaitForAsyncUtils.asyncFx(() -> PageOnScreen.draw(page)).get();
        assertThat(new QrDecoder().decode(screen).symbols())
                .extracting(QrSymbol::text)
                .containsExactly(text);
    }

    @Test
    void aPageWithoutADrawingIsNamed() {
        assertThatThrownBy(() -> PageOnScreen.draw(new Page(ADDRESS, "<h1>Your account</h1>")))
                .isInstanceOf(WalkException.class)
                .hasMessage("the page \"Your account\" shows no QR code");
    }
}
