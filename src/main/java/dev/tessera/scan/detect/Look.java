package dev.tessera.scan.detect;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One pass in one polarity: its corner squares, with their shapes as far as they were asked for.
final class Look {
    private static final int MOST_SQUARES = 8;
    private static final int MOST_LOOKED_AT = 40;
    private static final double SEEN_OFTEN = 1.2;
    private static final double LEAST_MODULE = 2;

    private final Pass pass;
    private final boolean inverted;
    private final List<Finder> finders;
    private final Map<Finder, FinderShape> shapes = new HashMap<>();
    private @Nullable List<Finder> squares;

    private Look(Pass pass, boolean inverted, List<Finder> finders) {
        this.pass = pass;
        this.inverted = inverted;
        this.finders = finders;
    }

    static Look of(Pass pass, List<Finder> finders, boolean inverted) {
        return new Look(
                pass,
                inverted,
                finders.stream().filter(finder -> finder.inverted() == inverted).toList());
    }

    Pass pass() {
        return pass;
    }

    List<Finder> finders() {
        return finders;
    }

    /// Whether there can be a code: two squares are enough, a third can be guessed.
    boolean isWorthwhile() {
        return finders.size() >= 2;
    }

    /// The picture in which codes of this polarity are dark on light.
    GreyImage grey() {
        return inverted ? pass.inverted().get() : pass.image().get();
    }

    FinderShape shape(Finder finder) {
        return shapes.computeIfAbsent(finder, each -> FinderShape.of(grey(), each));
    }

    /// The corner squares that are beyond doubt.
    List<Finder> squares() {
        var known = squares;
        if (known == null) {
            known = likely().filter(finder -> shape(finder).isCornerSquare(grey()))
                    .limit(MOST_SQUARES)
                    .toList();
            squares = known;
        }
        return known;
    }

    /// Those that may be, torn as they are.
    List<Finder> tornSquares() {
        return likely().filter(finder ->
                        shape(finder).corners().isPresent() && shape(finder).regular())
                .limit(MOST_SQUARES)
                .toList();
    }

    private Stream<Finder> likely() {
        return finders.stream()
                .filter(finder -> finder.module() >= LEAST_MODULE)
                .filter(finder -> finder.hits() >= SEEN_OFTEN * finder.module() / pass.rowStep())
                .sorted(Comparator.comparingInt(finder -> -finder.hits()))
                .limit(MOST_LOOKED_AT);
    }
}
