package dev.tessera.scan.detect;

import com.google.zxing.common.BitMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// One look at the picture: at a size, under a threshold. Made in order of yield; the sizes are made when first needed.
///
/// @param name tells size and threshold, for diagnosis
/// @param scale pixels of the picture to one of the pass
/// @param mayBeLast whether the search may end here if all that was seen is read
record Pass(String name, double scale, Supplier<GreyImage> image, Threshold threshold, boolean mayBeLast) {
    private static final long HUGE = 2_000_000;
    private static final long LARGE = 1_500_000;
    private static final long SMALL = 1_500_000;

    static List<Pass> of(GreyImage picture) {
        Supplier<GreyImage> half = once(picture::halved);
        Supplier<GreyImage> quarter = once(() -> half.get().halved());
        Supplier<GreyImage> twice = once(picture::doubled);
        List<Pass> passes = new ArrayList<>();
        if (picture.pixels() >= HUGE) {
            // Photographs of that size hardly ever have modules of less than eight pixels.
            passes.add(new Pass("1/4 hybrid", 4, quarter, new Threshold.Hybrid(), true));
            passes.add(new Pass("1/8 global", 8, once(() -> quarter.get().halved()), new Threshold.Global(), true));
        }
        passes.add(new Pass("1x hybrid", 1, () -> picture, new Threshold.Hybrid(), true));
        passes.add(new Pass("1x global", 1, () -> picture, new Threshold.Global(), true));
        boolean canBeHalved = picture.width() >= 80 && picture.height() >= 80;
        if (canBeHalved) {
            passes.add(new Pass("1/2 hybrid", 2, half, new Threshold.Hybrid(), true));
        }
        if (picture.pixels() <= SMALL) {
            passes.add(new Pass("2x hybrid", 0.5, twice, new Threshold.Hybrid(), true));
            passes.add(new Pass("2x global", 0.5, twice, new Threshold.Global(), true));
        }
        passes.add(new Pass("1x soft", 1, once(picture::softened), new Threshold.LocalMean(16), true));
        passes.add(new Pass("1x local 20", 1, () -> picture, new Threshold.LocalMean(20), true));
        if (canBeHalved) {
            passes.add(new Pass("1/2 local 20", 2, half, new Threshold.LocalMean(20), true));
            passes.add(new Pass("1/2 global", 2, half, new Threshold.Global(), true));
        }
        if (picture.pixels() >= LARGE) {
            if (picture.pixels() < HUGE) {
                passes.add(new Pass("1/4 hybrid", 4, quarter, new Threshold.Hybrid(), true));
            }
            passes.add(new Pass("1/4 local 20", 4, quarter, new Threshold.LocalMean(20), true));
        }
        passes.add(new Pass("1x fixed 64", 1, () -> picture, new Threshold.Fixed(64), true));
        passes.add(new Pass("1x fixed 192", 1, () -> picture, new Threshold.Fixed(192), true));
        return passes;
    }

    Optional<BitMatrix> dark() {
        return threshold.dark(image.get());
    }

    /// Every row, but in large pictures only as many as hit the heart of a square of two pixels a module twice.
    int rowStep() {
        return image.get().pixels() > LARGE ? 2 : 1;
    }

    double toPicture(double place) {
        return place * scale;
    }

    private static Supplier<GreyImage> once(Supplier<GreyImage> maker) {
        return new Supplier<>() {
            private final List<GreyImage> made = new ArrayList<>(1);

            @Override
            public GreyImage get() {
                if (made.isEmpty()) {
                    made.add(maker.get());
                }
                return made.getFirst();
            }
        };
    }
}
