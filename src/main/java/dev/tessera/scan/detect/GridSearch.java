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
    /// Below that, squares have no shape; but such codes come from a screen, where they stand straight.
    private static final double FINE = 1.9;

    private static final double COARSE = 3;
    private static final double STRAIGHT = 0.2;
    private static final double CERTAIN = 0.3;
    private static final double LEAST_TIMING = 0.12;
    private static final double LEAST_LIKE = 0.15;
    private static final double MAYBE_CORNER = 0.3;
    private static final double CORNER_CONTRAST = 0.5;
    private static final double TORN_CONTRAST = 0.15;
    private static final double FIRST_CONTRAST = 0.3;
    private static final double LEAST_CONTRAST = 0.35;
    private static final double MOST_FAINT = 4;
    private static final double OUTLINE = 1;
    private static final double CENTRE = 2;
    private static final double GUESSED = 0.3;
    private static final double ALIGNMENT = 12;

    private final GreyImage image;
    private final Triple triple;
    private final List<Optional<List<Point>>> outlines;
    private final double contrast;
    private final double threshold;
    private final boolean plausible;
    private final boolean certain;

    /// @param image a picture in which the code is dark on light
    /// @param shapes the shape of each of its corner squares
    GridSearch(GreyImage image, Triple triple, Function<Finder, FinderShape> shapes) {
        this.image = image;
        this.triple = triple;
        List<FinderShape> three = Stream.of(triple.topLeft(), triple.topRight(), triple.bottomLeft())
                .map(shapes)
                .toList();
        outlines = three.stream().map(FinderShape::corners).toList();
        threshold = three.stream().mapToDouble(FinderShape::threshold).average().orElse(0);
        boolean straight = triple.module() >= COARSE && triple.penalty() < STRAIGHT;
        boolean alike = triple.module() < FINE ? triple.penalty() < STRAIGHT : isPlausible(three);
        boolean square = triple.module() >= FINE
                && triple.penalty() < CERTAIN
                && three.stream().allMatch(FinderShape::regular);
        plausible = triple.isGuessed() || alike || straight;
        certain = square || straight;
        contrast = Math.max(
                MOST_FAINT,
                three.stream().mapToDouble(FinderShape::contrast).average().orElse(0));
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
        if (!plausible) {
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

    /// Texture and noise have runs of the right lengths here and there, but no rings.
    private static boolean isPlausible(List<FinderShape> shapes) {
        double most = shapes.stream().mapToDouble(FinderShape::contrast).max().orElse(0);
        double least = shapes.stream().mapToDouble(FinderShape::contrast).min().orElse(0);
        long rings = shapes.stream()
                .filter(shape -> shape.regular() || shape.corners().isPresent())
                .count();
        return rings >= 2 && least > LEAST_LIKE * most;
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
        double estimate = estimatedSide();
        int nearest = Math.clamp(Math.round((estimate - 17) / 4), 1, 40);
        if (start(nearest).filter(start -> hasCorners(start, MAYBE_CORNER)).isEmpty()) {
            return List.of();
        }
        int reach = 1 + nearest / 8;
        List<Start> starts = new ArrayList<>(counted(nearest, 2 * reach));
        if (certain && starts.stream().noneMatch(start -> start.version == nearest)) {
            start(nearest).ifPresent(starts::add);
        }
        IntStream.rangeClosed(Math.max(1, nearest - reach), Math.min(40, nearest + reach))
                .mapToObj(this::start)
                .flatMap(Optional::stream)
                .filter(start -> certain || start.timing > leastTiming(start.version) * contrast)
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
                        new TimingLine(image, start.flat, Layout.of(nearest).side(), threshold))
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
        return flat(version, List.of()).map(flat -> new Start(version, flat, timing(version, flat)));
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

    private double estimatedSide() {
        double across = spanInModules(triple.topLeft(), 0, triple.topRight(), 1);
        double down = spanInModules(triple.topLeft(), 0, triple.bottomLeft(), 2);
        return (across + down) / 2 + 7;
    }

    /// The distance between two squares in modules as long as they are in that direction.
    private double spanInModules(Finder one, int first, Finder other, int second) {
        double distance = one.distanceTo(other);
        double dx = (other.x() - one.x()) / distance;
        double dy = (other.y() - one.y()) / distance;
        double near = widthAlong(outlines.get(first), one, dx, dy) / 5;
        double far = widthAlong(outlines.get(second), other, dx, dy) / 5;
        return distance / Math.sqrt(near * far);
    }

    /// How long the line of that direction through the square's centre is within it.
    private static double widthAlong(Optional<List<Point>> outline, Finder finder, double dx, double dy) {
        if (outline.isEmpty()) {
            return 5 * finder.module();
        }
        double forth = 0;
        double back = 0;
        List<Point> corners = outline.get();
        for (int i = 0; i < 4; i++) {
            Point from = corners.get(i);
            Point to = corners.get((i + 1) % 4);
            double ex = to.x() - from.x();
            double ey = to.y() - from.y();
            double determinant = dx * ey - dy * ex;
            if (Math.abs(determinant) > 1e-9) {
                double t = ((from.x() - finder.x()) * ey - (from.y() - finder.y()) * ex) / determinant;
                double s = ((from.x() - finder.x()) * dy - (from.y() - finder.y()) * dx) / determinant;
                if (s >= -0.01 && s <= 1.01) {
                    forth = Math.max(forth, t);
                    back = Math.min(back, t);
                }
            }
        }
        double width = forth - back;
        return width > 2 * finder.module() ? width : 5 * finder.module();
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
                        .map(pair -> flat(start.version, List.of(pair)))
                        .flatMap(Optional::stream)
                        .toList();
    }

    /// The grid through the corner squares, their corners where they are known, and what else is known.
    private Optional<Homography> flat(int version, List<Pair> more) {
        double side = Layout.of(version).side();
        List<Pair> pairs = new ArrayList<>(more);
        boolean outlined = outlines.stream().allMatch(Optional::isPresent);
        addSquare(pairs, triple.topLeft(), outlines.get(0), 3.5, 3.5);
        addSquare(pairs, triple.topRight(), outlines.get(1), side - 3.5, 3.5);
        addSquare(pairs, triple.bottomLeft(), outlines.get(2), 3.5, side - 3.5);
        if (!outlined && more.isEmpty()) {
            Finder corner = triple.topLeft();
            pairs.add(new Pair(
                    side - 3.5,
                    side - 3.5,
                    triple.topRight().x() + triple.bottomLeft().x() - corner.x(),
                    triple.topRight().y() + triple.bottomLeft().y() - corner.y(),
                    CENTRE));
        }
        return Homography.fitted(pairs);
    }

    private void addSquare(List<Pair> pairs, Finder finder, Optional<List<Point>> outline, double u, double v) {
        pairs.add(new Pair(u, v, finder.x(), finder.y(), finder.isGuessed() ? GUESSED : CENTRE));
        outline.filter(_ -> !finder.isGuessed()).ifPresent(corners -> {
            double rx = triple.topRight().x() - triple.topLeft().x();
            double ry = triple.topRight().y() - triple.topLeft().y();
            double bx = triple.bottomLeft().x() - triple.topLeft().x();
            double by = triple.bottomLeft().y() - triple.topLeft().y();
            double determinant = rx * by - ry * bx;
            List<Pair> square = new ArrayList<>();
            for (Point corner : corners) {
                double px = corner.x() - finder.x();
                double py = corner.y() - finder.y();
                double along = (px * by - py * bx) / determinant;
                double down = (rx * py - ry * px) / determinant;
                square.add(new Pair(
                        u + Math.copySign(2.5, along), v + Math.copySign(2.5, down), corner.x(), corner.y(), OUTLINE));
            }
            boolean distinct = square.stream()
                            .map(pair -> List.of(pair.u(), pair.v()))
                            .distinct()
                            .count()
                    == 4;
            if (distinct) {
                pairs.addAll(square);
            }
        });
    }

    private static double module(Homography flat, int version) {
        double middle = Layout.of(version).side() / 2.0;
        Point centre = flat.place(middle, middle);
        return (centre.distanceTo(flat.place(middle + 1, middle)) + centre.distanceTo(flat.place(middle, middle + 1)))
                / 2;
    }
}
