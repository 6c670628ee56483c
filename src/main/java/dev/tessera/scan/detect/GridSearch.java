package dev.tessera.scan.detect;

import dev.tessera.scan.detect.Homography.Pair;
import dev.tessera.scan.detect.Symbol.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Lays the grid of modules over three corner squares: how many modules a side has, where the fourth corner is, and how
/// the page is bent. The grids are handed out one by one, the cheap and likely ones first.
final class GridSearch {
    private static final int FIRST_WITH_MESH = 7;
    private static final int FIRST_COUNTED = 5;
    private static final double LEAST_TIMING = 0.12;
    private static final double MAYBE_CORNER = 0.3;
    private static final double CORNER_CONTRAST = 0.5;
    private static final double TORN_CONTRAST = 0.15;
    private static final double FIRST_CONTRAST = 0.3;
    private static final double LEAST_CONTRAST = 0.35;
    private static final double ALIGNMENT = 12;

    private final GreyImage image;
    private final Triple triple;
    private final ThreeSquares squares;
    private final double contrast;

    /// @param image a picture in which the code is dark on light
    /// @param shapes the shape of each of its corner squares
    GridSearch(GreyImage image, Triple triple, Function<Finder, FinderShape> shapes) {
        this.image = image;
        this.triple = triple;
        squares = ThreeSquares.of(triple, shapes);
        contrast = squares.contrast();
    }

    /// A grid to try.
    ///
    /// @param flat the flat grid that it came from
    /// @param module pixels a module, in the middle of the code
    record Fit(int version, Lattice lattice, Homography flat, double module) {}

    private record Start(int version, Homography flat, double timing) {}

    /// Hands out grids until one is taken.
    ///
    /// @param taken whether a grid could be read
    /// @return the grid that was taken
    Optional<Fit> find(Predicate<Fit> taken) {
        if (!squares.isPlausible()) {
            return Optional.empty();
        }
        for (Start start : starts()) {
            Optional<Fit> fit = find(start, taken);
            if (fit.isPresent()) {
                return fit;
            }
        }
        return Optional.empty();
    }

    private Optional<Fit> find(Start start, Predicate<Fit> taken) {
        if (!hasCorners(start, CORNER_CONTRAST)) {
            return Optional.empty();
        }
        if (start.version >= FIRST_WITH_MESH) {
            // On an uneven page no flat grid fits; but step by step each alignment pattern is near the last one.
            Optional<Fit> fit = Optional.of(mesh(start.version, start.flat)).filter(taken);
            if (fit.isPresent()) {
                return fit;
            }
        }
        GridClimb climb = new GridClimb(image, start.version);
        double module = module(start.flat, start.version);
        List<Homography> flats = new ArrayList<>(aligned(start));
        flats.add(start.flat);
        for (Homography flat : flats) {
            if (climb.contrast(flat) < FIRST_CONTRAST * contrast) {
                continue;
            }
            GridClimb.Climbed climbed = climb.flat(flat, module);
            if (climbed.contrast() < LEAST_CONTRAST * contrast) {
                continue;
            }
            Optional<Fit> fit = tryAll(start.version, (Homography) climbed.lattice(), taken);
            if (fit.isPresent()) {
                return fit;
            }
        }
        return Optional.empty();
    }

    /// The same grid, if the page is bent.
    Fit bent(Fit fit) {
        GridClimb.Climbed bent = new GridClimb(image, fit.version).bent(fit.flat, fit.module);
        return new Fit(fit.version, bent.lattice(), fit.flat, fit.module);
    }

    /// Whether the corner squares, module by module, are where the grid has them; one of them may be torn.
    ///
    /// @param least the share of the squares' own contrast that two of them must show
    private boolean hasCorners(Start start, double least) {
        double[] contrasts = KnownModules.of(start.version).cornerContrasts(image, start.flat);
        return contrasts[1] > least * contrast && (triple.isGuessed() || contrasts[0] > TORN_CONTRAST * contrast);
    }

    private Optional<Fit> tryAll(int version, Homography flat, Predicate<Fit> taken) {
        double module = module(flat, version);
        Fit plain = new Fit(version, flat, flat, module);
        if (version < FIRST_WITH_MESH) {
            return Optional.of(plain).filter(taken);
        }
        return Optional.of(mesh(version, flat))
                .filter(taken)
                .or(() -> Optional.of(plain).filter(taken));
    }

    private Fit mesh(int version, Homography flat) {
        Lattice mesh = MeshLattice.fitted(image, flat, Layout.of(version), contrast);
        return new Fit(version, mesh, flat, module(flat, version));
    }

    /// The number of modules follows from the distance of the squares; with large codes it may be off by a version
    /// or two, so the timing lines decide: by their changes if they are clear, or by the grid under which they
    /// alternate.
    private List<Start> starts() {
        double estimate = squares.estimatedSide();
        int nearest = Math.clamp(Math.round((estimate - 17) / 4), 1, 40);
        if (start(nearest).filter(start -> hasCorners(start, MAYBE_CORNER)).isEmpty()) {
            return List.of();
        }
        int reach = 1 + nearest / 8;
        List<Start> starts = new ArrayList<>(counted(nearest, 2 * reach));
        if (squares.isCertain() && starts.stream().noneMatch(start -> start.version == nearest)) {
            start(nearest).ifPresent(starts::add);
        }
        IntStream.rangeClosed(Math.max(1, nearest - reach), Math.min(40, nearest + reach))
                .mapToObj(this::start)
                .flatMap(Optional::stream)
                .filter(start -> squares.isCertain() || start.timing > leastTiming(start.version) * contrast)
                .sorted(Comparator.comparingDouble(start -> -start.timing))
                .filter(start -> starts.stream().noneMatch(other -> other.version == start.version))
                .limit(2)
                .toList()
                .forEach(starts::add);
        return starts;
    }

    private List<Start> counted(int nearest, int reach) {
        if (nearest < FIRST_COUNTED) {
            return List.of();
        }
        return start(nearest).stream()
                .map(start ->
                        new TimingLine(image, start.flat, Layout.of(nearest).side(), squares.threshold()))
                .flatMap(line -> Stream.of(line.version(true), line.version(false)))
                .flatMap(Optional::stream)
                .distinct()
                .filter(version -> Math.abs(version - nearest) <= reach)
                .map(this::start)
                .flatMap(Optional::stream)
                .toList();
    }

    /// Chance alternates too, the less the longer the lines are.
    private static double leastTiming(int version) {
        return Math.max(LEAST_TIMING, 1.5 / Math.sqrt(2.0 * (Layout.of(version).side() - 14)));
    }

    private Optional<Start> start(int version) {
        return squares.flat(version, List.of()).map(flat -> new Start(version, flat, timing(version, flat)));
    }

    /// How much the two timing lines alternate as they should, as the mean step between neighbours.
    private double timing(int version, Homography flat) {
        int side = Layout.of(version).side();
        double sum = 0;
        double[] xy = new double[2];
        for (int i = 7; i < side - 7; i++) {
            double sign = i % 2 == 0 ? -1 : 1;
            flat.place(i + 0.5, 6.5, xy);
            sum += sign * image.smooth(xy[0], xy[1]);
            flat.place(6.5, i + 0.5, xy);
            sum += sign * image.smooth(xy[0], xy[1]);
        }
        return sum / (side - 14);
    }

    /// The alignment pattern near the fourth corner tells the perspective.
    private List<Homography> aligned(Start start) {
        int[] lines = Layout.of(start.version).alignmentLines();
        if (lines.length == 0) {
            return List.of();
        }
        double place = lines[lines.length - 1] + 0.5;
        double reach = Math.clamp(Layout.of(start.version).side() / 6.0, 3, 10);
        return new AlignmentSearch(image, start.flat, place, place, contrast)
                .find(reach, 3, 0.3).stream()
                        .map(found -> new Pair(
                                place, place, found.place().x(), found.place().y(), ALIGNMENT))
                        .map(pair -> squares.flat(start.version, List.of(pair)))
                        .flatMap(Optional::stream)
                        .toList();
    }

    private static double module(Homography flat, int version) {
        double middle = Layout.of(version).side() / 2.0;
        Point centre = flat.place(middle, middle);
        return (centre.distanceTo(flat.place(middle + 1, middle)) + centre.distanceTo(flat.place(middle, middle + 1)))
                / 2;
    }
}
