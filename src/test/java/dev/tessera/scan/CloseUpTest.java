package dev.tessera.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class CloseUpTest {
    private static final String TEXT = "otpauth://totp/Acme:ann?secret=JBSWY3DPEHPK3PXP&issuer=Acme";

    private final CloseUp closeUp = new CloseUp(new QrDecoder());

    @Test
    void aCodeOfHardlyAPixelAModuleIsReadWhereItStands() {
        var screen = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        var graphics = screen.createGraphics();
        graphics.fillRect(0, 0, 300, 200);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        var code = QrEncoder.image(TEXT, 2);
        int side = (int) Math.round(code.getWidth() * 0.6);
        graphics.drawImage(code, 200, 90, side, side, null);
        graphics.dispose();
        var part = new ScreenPicture(screen, 0, 0).part(new Rectangle(180, 70, 120, 120));

        var result = closeUp.read(part);

        assertThat(result.symbols()).singleElement().satisfies(symbol -> {
            assertThat(symbol.text()).isEqualTo(TEXT);
            assertThat(symbol.corners().getFirst().x()).isCloseTo(20 + 8 * 0.6, within(3.0));
            assertThat(symbol.corners().get(2).x()).isCloseTo(20 + side - 8 * 0.6, within(3.0));
        });
    }

    @Test
    void whereThereIsNoneTheReasonIsThatOfThePartAsItIs() {
        assertThat(closeUp.read(new BufferedImage(50, 40, BufferedImage.TYPE_INT_RGB))
                        .reason())
                .contains(NotFoundReason.NO_FINDER_PATTERN);
    }

    @Test
    void aPartIsCutOffAtTheEdgeOfTheScreen() {
        var screen = new ScreenPicture(new BufferedImage(100, 80, BufferedImage.TYPE_INT_RGB), 0, 0);
        var part = screen.part(new Rectangle(-20, 60, 50, 50));
        assertThat(part.getWidth()).isEqualTo(30);
        assertThat(part.getHeight()).isEqualTo(20);
        assertThatThrownBy(() -> screen.part(new Rectangle(100, 0, 5, 5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("beside");
    }
}
