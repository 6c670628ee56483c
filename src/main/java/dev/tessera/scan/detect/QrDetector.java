package dev.tessera.scan.detect;

import com.google.zxing.common.BitMatrix;
import dev.tessera.scan.detect.Sighting.Stage;
import dev.tessera.scan.detect.Symbol.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Searches a picture for QR codes, pass by pass: each pass makes another black and white picture of it.
///
/// A pass costs as much as all others, so that the search ends as soon as nothing is left to read: every triple of
/// corner squares that looks like a code has been read. An object serves one search.
public final class QrDetector {
    /// With so much of its known modules right, a triple may be a code on a bent page.
    private static final double WORTH_A_LOOK = 0.68;

    /// With so much, it is a code, read or not.
    private static final double LIKE_A_CODE = 0.75;

    private static final int MOST_TRIPLES = 40;
    private static final int MOST_SQUARES = 8;

    private final Deadline deadline;
    private final ModuleReader reader = new ModuleReader();
    private final List<Symbol> symbols = new ArrayList<>();
    private final List<Look> looks = new ArrayList<>();
    private final List<Hope> hopes = new ArrayList<>();
    private Stage best = Stage.NOTHING;

    public QrDetector(Deadline deadline) {
        this.deadline = deadline;
    }

    /// Every code in a picture, in both polarities, each place once.
    public Sighting search(GreyImage picture) {
        for (Pass pass : Pass.of(picture)) {
            if (deadline.isOver()) {
                return new Sighting(symbols, best, false);
            }
            boolean more = run(pass);
            if (!more && !symbols.isEmpty() && pass.mayBeLast()) {
                return new Sighting(symbols, best, true);
            }
        }
        readHopes();
        readGuessed();
        return new Sighting(symbols, best, !deadline.isOver());
    }

    /// Whether something that looks like a code was left unread.
    private boolean run(Pass pass) {
        Optional<BitMatrix> bits = pass.dark();
        if (bits.isEmpty()) {
            return false;
        }
        List<Finder> finders = FinderScan.scan(bits.get(), pass.rowStep());
        if (finders.stream().anyMatch(finder -> finder.hits() >= 3)) {
            reached(Stage.CORNERS);
        }
        GreyImage grey = pass.image().get();
        Look look = new Look(
                pass,
                grey,
                finders.stream().filter(finder -> !finder.inverted()).toList());
        looks.add(look);
        boolean more = readAll(look, Triple.of(finders, false, look::shape));
        if (finders.stream().filter(Finder::inverted).count() >= 3) {
            Look inverted = new Look(
                    pass,
                    grey.inverted(),
                    finders.stream().filter(Finder::inverted).toList());
            looks.add(inverted);
            more |= readAll(inverted, Triple.of(finders, true, inverted::shape)) || isLeftOver(inverted);
        }
        return more || isLeftOver(look);
    }

    /// Whether there are squares of a code that is not read.
    private boolean isLeftOver(Look look) {
        return look.squares().stream()
                        .filter(square -> symbols.stream().noneMatch(symbol -> covers(symbol, look.pass, square)))
                        .count()
                >= 2;
    }

    private boolean readAll(Look look, List<Triple> triples) {
        boolean more = false;
        int tried = 0;
        for (Triple triple : triples) {
            if (isKnown(look.pass, triple)) {
                continue;
            }
            if (tried++ >= MOST_TRIPLES || deadline.isOver()) {
                break;
            }
            more |= !read(look, triple);
        }
        return more;
    }

    /// Whether nothing is left to read there.
    private boolean read(Look look, Triple triple) {
        List<ModuleReader.Reading> readings = new ArrayList<>(1);
        List<Hope> tries = new ArrayList<>();
        GridSearch search = new GridSearch(look.grey, triple, look::shape);
        Optional<GridSearch.Fit> taken = search.find(fit -> {
            if (deadline.isOver()) {
                return false;
            }
            ModuleValues values = values(look, fit, true);
            double agreement = ModuleReader.agreement(values);
            tries.add(new Hope(look, triple, fit, agreement));
            reader.read(values, agreement).ifPresent(readings::add);
            return !readings.isEmpty();
        });
        if (taken.isPresent()) {
            symbols.add(symbol(readings.getFirst(), taken.get(), look.pass));
            return true;
        }
        Optional<Hope> hope = tries.stream()
                .max(Comparator.comparingDouble(Hope::agreement))
                .filter(tried -> tried.agreement >= WORTH_A_LOOK);
        hope.ifPresent(hopes::add);
        boolean isLikeACode =
                hope.filter(tried -> tried.agreement >= LIKE_A_CODE).isPresent();
        if (isLikeACode) {
            reached(triple.module() * look.pass.scale() < 1.6 ? Stage.TOO_FINE : Stage.MODULES);
        }
        return !isLikeACode;
    }

    /// What looked like a code and was not read is looked at again, with all that takes long, the best first.
    private void readHopes() {
        hopes.sort(Comparator.comparingDouble(hope -> -hope.agreement));
        for (Hope hope : hopes) {
            if (deadline.isOver()) {
                return;
            }
            if (!isKnown(hope.look.pass, hope.triple)) {
                readHope(hope);
            }
        }
    }

    /// Codes with one corner square torn or covered.
    private void readGuessed() {
        for (Look look : looks) {
            List<Finder> squares = look.squares();
            for (Finder a : squares) {
                for (Finder b : squares) {
                    if (!a.equals(b) && !deadline.isOver()) {
                        readAll(look, Triple.withOneGuessed(a, b, look.shape(a)));
                    }
                }
            }
        }
    }

    private void readHope(Hope hope) {
        if (!readErasing(hope, hope.fit)) {
            GridSearch search = new GridSearch(hope.look.grey, hope.triple, hope.look::shape);
            readErasing(hope, search.bent(hope.fit));
        }
    }

    private boolean readErasing(Hope hope, GridSearch.Fit fit) {
        ModuleValues values = values(hope.look, fit, true);
        ModuleValues centres = values(hope.look, fit, false);
        double agreement = ModuleReader.agreement(values);
        Optional<ModuleReader.Reading> reading = reader.read(values, agreement)
                .or(() -> reader.read(centres, ModuleReader.agreement(centres)))
                .or(() -> reader.readErasing(values, agreement));
        reading.ifPresent(read -> symbols.add(symbol(read, fit, hope.look.pass)));
        return reading.isPresent();
    }

    private static ModuleValues values(Look look, GridSearch.Fit fit, boolean wide) {
        int side = Layout.of(fit.version()).side();
        return ModuleValues.of(look.grey, fit.lattice(), side, wide ? fit.module() : 1);
    }

    /// One pass in one polarity, with the shapes of its corner squares as far as they were asked for.
    private static final class Look {
        private final Pass pass;
        private final GreyImage grey;
        private final List<Finder> finders;
        private final Map<Finder, FinderShape> shapes = new HashMap<>();

        Look(Pass pass, GreyImage grey, List<Finder> finders) {
            this.pass = pass;
            this.grey = grey;
            this.finders = finders;
        }

        /// The corner squares that are beyond doubt.
        List<Finder> squares() {
            return finders.stream()
                    .filter(finder -> finder.hits() >= 2 * finder.module() / pass.rowStep())
                    .filter(finder ->
                            shape(finder).corners().isPresent() && shape(finder).regular())
                    .sorted(Comparator.comparingInt(finder -> -finder.hits()))
                    .limit(MOST_SQUARES)
                    .toList();
        }

        FinderShape shape(Finder finder) {
            return shapes.computeIfAbsent(finder, each -> FinderShape.of(grey, each));
        }
    }

    /// A grid under which much looks like a code, but which was not read.
    private record Hope(Look look, Triple triple, GridSearch.Fit fit, double agreement) {}

    private Symbol symbol(ModuleReader.Reading reading, GridSearch.Fit fit, Pass pass) {
        double side = Layout.of(fit.version()).side();
        double[] xy = new double[2];
        List<Point> corners = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            // A mirrored code goes round the other way.
            int place = reading.mirrored() ? (4 - i) % 4 : i;
            fit.lattice().place(place == 1 || place == 2 ? side : 0, place > 1 ? side : 0, xy);
            corners.add(new Point(pass.toPicture(xy[0]), pass.toPicture(xy[1])));
        }
        return new Symbol(reading.text(), corners, fit.version(), reading.errorCorrection(), pass.name());
    }

    /// A triple with a corner square in a code that is read already is that code, or chance.
    private boolean isKnown(Pass pass, Triple triple) {
        return symbols.stream()
                .anyMatch(symbol -> covers(symbol, pass, triple.topLeft())
                        || covers(symbol, pass, triple.topRight())
                        || covers(symbol, pass, triple.bottomLeft()));
    }

    private static boolean covers(Symbol symbol, Pass pass, Finder finder) {
        return symbol.covers(pass.toPicture(finder.x()), pass.toPicture(finder.y()));
    }

    private void reached(Stage stage) {
        if (stage.compareTo(best) > 0) {
            best = stage;
        }
    }
}
