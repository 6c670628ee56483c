package dev.tessera.scan.detect;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.decoder.Version;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The modules of every version against ZXing's encoder and tables.
class LayoutTest {

    @Test
    void everyVersionHasAsManyDataModulesAsItsCodewordsNeed() {
        for (int version = 1; version <= 40; version++) {
            int words = Version.getVersionForNumber(version).getTotalCodewords();
            assertThat(Layout.of(version).dataOrder().length / 8)
                    .as("version %d", version)
                    .isEqualTo(words);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 6, 7, 14, 21, 32, 40})
    void theKnownModulesAreThoseThatTheEncoderDraws(int version) throws WriterException {
        var modules = encoded(version, ErrorCorrectionLevel.M);
        assertThat(KnownModules.of(version).agreement(darkness(modules), modules.getWidth()))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(ErrorCorrectionLevel.class)
    void whatTheEncoderDrawsIsRead(ErrorCorrectionLevel level) throws WriterException {
        for (int version = 1; version <= 40; version++) {
            var modules = encoded(version, level);
            var reading = new ModuleReader().read(values(modules), 1);
            assertThat(reading).as("version %d", version).isPresent();
            assertThat(reading.orElseThrow().text()).isEqualTo("V" + version);
            assertThat(reading.orElseThrow().errorCorrection()).isEqualTo(level.name());
            assertThat(reading.orElseThrow().mirrored()).isFalse();
        }
    }

    @Test
    void aCodeSeenFromBehindIsReadAndToldSo() throws WriterException {
        var modules = encoded(5, ErrorCorrectionLevel.Q);
        var turned = new ByteMatrix(modules.getWidth(), modules.getHeight());
        for (int i = 0; i < modules.getWidth(); i++) {
            for (int j = 0; j < modules.getHeight(); j++) {
                turned.set(i, j, modules.get(j, i));
            }
        }
        var reading = new ModuleReader().read(values(turned), 1).orElseThrow();
        assertThat(reading.text()).isEqualTo("V5");
        assertThat(reading.mirrored()).isTrue();
    }

    @Test
    void formatAndVersionAreWrittenAsTheEncoderDoes() throws WriterException {
        for (int version : new int[] {1, 7, 40}) {
            for (var level : ErrorCorrectionLevel.values()) {
                var modules = encoded(version, level);
                var format = FormatBits.read(darkness(modules), modules.getWidth(), 0)
                        .getFirst();
                assertThat(format.level()).isEqualTo(level);
                var written = new BitMatrix(modules.getWidth());
                format.write(written);
                for (int row = 0; row < modules.getHeight(); row++) {
                    for (int column = 0; column < modules.getWidth(); column++) {
                        if (written.get(column, row)) {
                            assertThat(modules.get(column, row)).isEqualTo((byte) 1);
                        }
                    }
                }
            }
        }
    }

    private static ByteMatrix encoded(int version, ErrorCorrectionLevel level) throws WriterException {
        return Encoder.encode("V" + version, level, Map.of(com.google.zxing.EncodeHintType.QR_VERSION, version))
                .getMatrix();
    }

    private static float[] darkness(ByteMatrix modules) {
        float[] darkness = new float[modules.getWidth() * modules.getHeight()];
        for (int i = 0; i < darkness.length; i++) {
            darkness[i] = modules.get(i % modules.getWidth(), i / modules.getWidth()) == 1 ? 1 : -1;
        }
        return darkness;
    }

    private static ModuleValues values(ByteMatrix modules) {
        float[] values = darkness(modules);
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] > 0 ? 30 : 220;
        }
        return new ModuleValues(modules.getWidth(), values);
    }
}
