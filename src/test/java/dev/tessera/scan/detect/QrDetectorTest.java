package dev.tessera.scan.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.tessera.scan.detect.Sighting.Stage;
import dev.tessera.scan.detect.Symbol.Point;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Codes as cameras, screens and printers show them.
class QrDetectorTest {
    private static final String TEXT = "otpauth://totp/Acme:ann?secret=JBSWY3DPEHPK3PXP";

    private static Sighting search(GreyImage picture) {
        return new QrDetector(Deadline.after(Duration.ofSeconds(20), () -> false)).search(picture);
    }

    private static void assertRead(Scene scene) {
        assertThat(search(scene.draw()).symbols()).extracting(Symbol::text).containsExactly(TEXT);
    }

    @Nested
    class Placed {
        @Test
        void straightAndTheCornersAreWhereTheyAre() {
            var found = search(Scene.of(TEXT, 4, 300, 300).straight(50, 60, 5).draw())
                    .symbols();
            assertThat(found).hasSize(1);
            var symbol = found.getFirst();
            assertThat(symbol.version()).isEqualTo(4);
            assertThat(symbol.errorCorrection()).isEqualTo("M");
            assertCorner(symbol.corners().get(0), 50, 60);
            assertCorner(symbol.corners().get(1), 215, 60);
            assertCorner(symbol.corners().get(2), 215, 225);
            assertCorner(symbol.corners().get(3), 50, 225);
        }

        private static void assertCorner(Point corner, double x, double y) {
            assertThat(corner.x()).isCloseTo(x, within(2.0));
            assertThat(corner.y()).isCloseTo(y, within(2.0));
        }

        @ParameterizedTest
        @ValueSource(ints = {15, 30, 45, 75, 90, 135, 180, 250, 315})
        void turned(int degrees) {
            var scene = Scene.of(TEXT, 4, 400, 400);
            double[] corners = new double[8];
            for (int i = 0; i < 4; i++) {
                double angle = Math.toRadians(degrees + 225.0 + 90 * i);
                corners[2 * i] = 200 + 120 * Math.cos(angle);
                corners[2 * i + 1] = 200 + 120 * Math.sin(angle);
            }
            assertRead(scene.corners(corners));
        }

        @Test
        void tiltedFarToTheSide() {
            assertRead(Scene.of(TEXT, 4, 400, 400).corners(120, 60, 220, 110, 220, 270, 120, 340));
        }

        @Test
        void tiltedFarBack() {
            assertRead(Scene.of(TEXT, 4, 400, 300).corners(130, 80, 260, 80, 340, 200, 60, 200));
        }

        @Test
        void onABentPage() {
            var scene = Scene.of(TEXT, 4, 400, 400);
            assertRead(scene.lattice((u, v, xy) -> {
                double s = u / scene.side();
                xy[0] = 80 + 6 * u;
                xy[1] = 80 + 6 * v + 4 * s * (1 - s) * 14;
            }));
        }

        @ParameterizedTest
        @ValueSource(ints = {10, 25, 40})
        void largeOnAnUnevenPage(int version) {
            var scene = Scene.of(TEXT, version, 1000, 1000);
            double module = 800.0 / scene.side();
            assertRead(scene.lattice((u, v, xy) -> {
                xy[0] = 80 + module * u + 6 * Math.sin(v / scene.side() * 4);
                xy[1] = 80 + module * v + 6 * Math.sin(u / scene.side() * 5);
            }));
        }

        @Test
        void severalBesideEachOther() {
            var left = Scene.of(TEXT, 4, 250, 250).straight(30, 30, 4).draw();
            var right =
                    Scene.of("another text", 2, 250, 250).straight(40, 40, 5).draw();
            byte[] both = new byte[500 * 250];
            for (int y = 0; y < 250; y++) {
                for (int x = 0; x < 250; x++) {
                    both[y * 500 + x] = (byte) left.at(x, y);
                    both[y * 500 + 250 + x] = (byte) right.at(x, y);
                }
            }
            assertThat(search(new GreyImage(500, 250, both)).symbols())
                    .extracting(Symbol::text)
                    .containsExactlyInAnyOrder(TEXT, "another text");
        }
    }

    @Nested
    class Shown {
        @Test
        void lightOnDark() {
            assertRead(Scene.of(TEXT, 4, 300, 300).straight(60, 60, 5).colours(230, 20, 20));
        }

        @Test
        void withoutABorderOnADarkPage() {
            assertRead(
                    Scene.of(TEXT, 4, 300, 300).straight(60, 60, 5).quietZone(0).colours(20, 235, 20));
        }

        @Test
        void withHardlyAnyContrast() {
            assertRead(Scene.of(TEXT, 4, 300, 300).straight(60, 60, 5).colours(120, 135, 135));
        }

        @ParameterizedTest
        @ValueSource(doubles = {1.34, 1.5, 2, 2.5, 3.3, 8, 17})
        void atAnySize(double module) {
            var scene = Scene.of(TEXT, 4, 800, 800);
            assertRead(scene.straight(53, 47, module));
        }

        @Test
        void outOfFocus() {
            assertRead(Scene.of(TEXT, 4, 300, 300).straight(60, 60, 5).blur(3));
        }

        @Test
        void inTheDark() {
            assertRead(Scene.of(TEXT, 4, 400, 400)
                    .straight(60, 60, 7)
                    .colours(20, 60, 60)
                    .noise(14));
        }
    }

    @Nested
    class Damaged {
        @Test
        void underALogo() {
            // 49 of 1089 modules in one heap: more codewords than could be put right if their place were not known.
            assertRead(Scene.of(TEXT, 4, 300, 300)
                    .straight(60, 60, 5)
                    .hidden((row, column) -> Math.abs(row - 16) < 4 && Math.abs(column - 16) < 4));
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 2})
        void withOneCornerSquareCovered(int which) {
            var scene = Scene.of(TEXT, 4, 300, 300).straight(60, 60, 5);
            int top = which == 2 ? scene.side() - 7 : 0;
            int left = which == 1 ? scene.side() - 7 : 0;
            assertRead(scene.hidden(
                    (row, column) -> row >= top + 1 && row < top + 6 && column >= left + 1 && column < left + 6));
        }

        @Test
        void tooMuchIsToldAsDamaged() {
            var scene = Scene.of(TEXT, 4, 300, 300).straight(60, 60, 5);
            var sighting = search(scene.hidden((row, column) -> row > 9 && row < 24 && column > 9)
                    .draw());
            assertThat(sighting.symbols()).isEmpty();
            assertThat(sighting.best()).isEqualTo(Stage.MODULES);
        }
    }

    @Nested
    class Nothing {
        @Test
        void inABlankPicture() {
            var sighting = search(new GreyImage(300, 200, new byte[300 * 200]));
            assertThat(sighting.symbols()).isEmpty();
            assertThat(sighting.best()).isEqualTo(Stage.NOTHING);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 4, 5})
        void inNoise(int seed) {
            byte[] noise = new byte[400 * 400];
            new Random(seed).nextBytes(noise);
            assertThat(search(new GreyImage(400, 400, noise)).symbols()).isEmpty();
        }

        @Test
        void inAPictureOfOnePixel() {
            assertThat(search(new GreyImage(1, 1, new byte[1])).symbols()).isEmpty();
        }
    }

    /// As on a machine whose processors are taken by others.
    @Nested
    class OutOfTime {
        private final GreyImage picture =
                Scene.of(TEXT, 4, 300, 300).straight(50, 60, 5).draw();

        @Test
        void theFirstLookIsTakenToItsEndWhereItMay() {
            var deadline = Deadline.after(Duration.ZERO, Duration.ofSeconds(20), () -> false);
            var sighting = new QrDetector(deadline).search(picture);
            assertThat(sighting.symbols()).extracting(Symbol::text).containsExactly(TEXT);
        }

        @Test
        void withoutALookNothingIsSaidOfThePicture() {
            var sighting = new QrDetector(Deadline.after(Duration.ZERO, () -> false)).search(picture);
            assertThat(sighting.symbols()).isEmpty();
            assertThat(sighting.best()).isEqualTo(Stage.CUT_SHORT);
            assertThat(sighting.complete()).isFalse();
        }

        @Test
        void theFirstLookHasAsMuchTimeAsTheSearchOrMore() {
            var second = Duration.ofSeconds(1);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Deadline.after(second, second.minusNanos(1), () -> false));
        }
    }

    @Test
    void aSearchThatIsCalledOffEndsAtOnce() {
        var asked = new AtomicInteger();
        var deadline = Deadline.after(Duration.ofMinutes(1), () -> asked.incrementAndGet() > 1);
        byte[] noise = new byte[600 * 600];
        new Random(3).nextBytes(noise);
        var sighting = new QrDetector(deadline).search(new GreyImage(600, 600, noise));
        assertThat(sighting.complete()).isFalse();
        assertThat(asked.get()).isLessThan(100);
    }
}
