package dev.tessera.scan.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SceneryTest {
    private static final String LINK = "otpauth://totp/Example:alice?secret=JBSWY3DPEHPK3PXP";

    private final Scenery scenery = new Scenery();

    @Test
    void theNoiseOfASensorIsNothingNew() {
        assertThat(scenery.changed(Films.wall().apply(0))).isTrue();
        for (int i = 1; i < 10; i++) {
            assertThat(scenery.changed(Films.wall().apply(i))).isFalse();
        }
    }

    @Test
    void aPhoneThatComesIsNew() {
        scenery.changed(Films.wall().apply(0));
        assertThat(scenery.changed(Films.still(LINK).apply(1))).isTrue();
        assertThat(scenery.changed(Films.still(LINK).apply(2))).isFalse();
    }

    @Test
    void whatComesIntoFocusIsNew() {
        var sharp = Films.still(LINK).apply(0);
        scenery.changed(blurred(sharp));
        assertThat(scenery.changed(sharp)).isTrue();
    }

    @Test
    void anySizeWillDo() {
        assertThat(scenery.changed(new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_GRAY)))
                .isTrue();
    }

    private static BufferedImage blurred(BufferedImage picture) {
        float[] box = new float[15 * 15];
        Arrays.fill(box, 1f / box.length);
        return new ConvolveOp(new Kernel(15, 15, box), ConvolveOp.EDGE_NO_OP, null).filter(picture, null);
    }
}
