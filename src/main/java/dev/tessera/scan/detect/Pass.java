package dev.tessera.scan.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// One look at the picture: at a size, under a threshold. Made in order of yield; the sizes are made when first needed.
///
/// @param name tells size and threshold, for diagnosis
/// @param scale pixels of the picture to one of the pass
/// @param image the picture at that size
/// @param inverted the same with light for dark
record Pass(String name, double scale, Supplier<GreyImage> image, Supplier<GreyImage> inverted, Threshold threshold) {
    private static final long HUGE = 2_000_000;
    private static final long LARGE = 1_500_000;
    private static final long SMALL = 1_500_000;

    private Pass(String name, double scale, Supplier<GreyImage> image, Threshold threshold) {
        this(name, scale, image, once(() -> image.get().inverted()), threshold);
    }

    static List<Pass> of(GreyImage picture) {
        Supplier<GreyImage> half = once(picture::halved);
        Supplier<GreyImage> quarter = once(() -> half.get().halved());
        Supplier<GreyImage> twice = once(picture::doubled);
        List<Pass> passes = new ArrayList<>();
        if (isScreen(picture)) {
            // A screen is sharp and evenly lit: it needs no other threshold, and is asked for often.
            return List.of(
                    new Pass("1x global", 1, () -> picture, new Threshold.Global()),
                    new Pass("1x hybrid", 1, () -> picture, new Threshold.Hybrid()),
                    new Pass("1/4 hybrid", 4, quarter, new Threshold.Hybrid()),
                    new Pass("1/2 hybrid", 2, half, new Threshold.Hybrid()));
        }
        if (picture.pixels() >= HUGE) {
            // Photographs of that size hardly ever have modules of less than eight pixels.
            passes.add(new Pass("1/4 hybrid", 4, quarter, new Threshold.Hybrid()));
            passes.add(new Pass("1/8 global", 8, once(() -> quarter.get().halved()), new Threshold.Global()));
            passes.add(new Pass("1/4 local 20", 4, quarter, new Threshold.LocalMean(20)));
            passes.add(new Pass("1/2 local 20", 2, half, new Threshold.LocalMean(20)));
        }
        passes.add(new Pass("1x hybrid", 1, () -> picture, new Threshold.Hybrid()));
        passes.add(new Pass("1x global", 1, () -> picture, new Threshold.Global()));
        boolean canBeHalved = picture.width() >= 80 && picture.height() >= 80;
        if (canBeHalved) {
            passes.add(new Pass("1/2 hybrid", 2, half, new Threshold.Hybrid()));
        }
        if (picture.pixels() <= SMALL) {
            passes.add(new Pass("2x hybrid", 0.5, twice, new Threshold.Hybrid()));
            passes.add(new Pass("2x global", 0.5, twice, new Threshold.Global()));
        }
        passes.add(new Pass("1x soft", 1, once(picture::softened), new Threshold.LocalMean(16)));
        passes.add(new Pass("1x local 20", 1, () -> picture, new Threshold.LocalMean(20)));
        if (canBeHalved) {
            if (picture.pixels() < HUGE) {
                passes.add(new Pass("1/2 local 20", 2, half, new Threshold.LocalMean(20)));
            }
            passes.add(new Pass("1/2 global", 2, half, new Threshold.Global()));
        }
        if (picture.pixels() >= LARGE && picture.pixels() < HUGE) {
            passes.add(new Pass("1/4 hybrid", 4, quarter, new Threshold.Hybrid()));
            passes.add(new Pass("1/4 local 20", 4, quarter, new Threshold.LocalMean(20)));
        }
        passes.add(new Pass("1x fixed 64", 1, () -> picture, new Threshold.Fixed(64)));
        passes.add(new Pass("1x fixed 192", 1, () -> picture, new Threshold.Fixed(192)));
        return passes;
    }

    /// How many are made although something was read. The first ones of a large photograph are small and quick, and not
    /// each shows a sign of each code.
    static int leastOf(GreyImage picture) {
        return picture.pixels() >= HUGE && !isScreen(picture) ? 4 : 1;
    }

    /// Whether it is the picture of a whole screen.
    static boolean isScreen(GreyImage picture) {
        return picture.pixels() >= HUGE && picture.isDrawn();
    }

    Optional<DarkPixels> dark() {
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
