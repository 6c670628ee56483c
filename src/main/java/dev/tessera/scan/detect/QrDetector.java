package dev.tessera.scan.detect;

import dev.tessera.scan.detect.Sighting.Stage;
import dev.tessera.scan.detect.Symbol.Point;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Searches a picture for QR codes, pass by pass: each pass makes another black and white picture of it.
///
/// A pass costs as much as all others, so that the search ends as soon as nothing is left to read: every triple of
/// corner squares that looks like a code has been read. An object serves one search.
public final class QrDetector {
    /// With so much of its known modules right, a triple may be a code on a bent page.
    private static final double WORTH_A_LOOK = 0.68;

    /// With so much, it is a code, read or not.
    private static final double LIKE_A_CODE = 0.75;

    private static final Duration FOR_MORE = Duration.ofMillis(250);
    private static final int MOST_TRIPLES = 40;
    private static final double TOO_FINE = 1.6;
    private static final double LIKELY = 0.4;
    private static final int LIKELY_TRIPLES = 8;

    private final Deadline deadline;
    private final long start = System.nanoTime();
    private final ModuleReader reader = new ModuleReader();
    private final List<Symbol> symbols = new ArrayList<>();
    private final List<Look> looks = new ArrayList<>();
    private final List<Hope> hopes = new ArrayList<>();
    private Stage best = Stage.NOTHING;
    private boolean isFirstLook = true;
    private @Nullable Deadline rest;

    public QrDetector(Deadline deadline) {
        this.deadline = deadline;
    }

    /// Every code in a picture, in both polarities, each place once.
    public Sighting search(GreyImage picture) {
        int least = Pass.leastOf(picture);
        int passes = 0;
        for (Pass pass : Pass.of(picture)) {
            if (isOver()) {
                return ended(false);
            }
            run(pass, least > 1);
            passes++;
            isFirstLook = passes < least || (isFirstLook && isOver());
            if (passes >= least && isAllRead()) {
                return ended(true);
            }
        }
        readHopes();
        readGuessed(symbols.isEmpty() && (!hopes.isEmpty() || !Pass.isScreen(picture)));
        return ended(!isOver());
    }

    private Sighting ended(boolean complete) {
        return new Sighting(symbols, isFirstLook ? Stage.CUT_SHORT : best, complete);
    }

    /// Once something is read, the rest of the search is for more codes, and gets a share of the time alone.
    private boolean isOver() {
        return deadline.isOver(isFirstLook) || (rest != null && rest.isOver(false));
    }

    /// Whether there is a code, and no sign of another one.
    private boolean isAllRead() {
        return !symbols.isEmpty()
                && hopes.stream().noneMatch(hope -> hope.agreement >= LIKE_A_CODE && !isKnown(hope.look, hope.triple))
                && looks.stream().noneMatch(this::hasSquaresLeft);
    }

    /// @param isOneOfMany whether others follow in any case, each with its own sight of the same codes
    private void run(Pass pass, boolean isOneOfMany) {
        Optional<DarkPixels> dark = pass.dark();
        if (dark.isEmpty()) {
            return;
        }
        List<Finder> finders = FinderScan.scan(dark.get(), pass.rowStep());
        if (finders.stream().anyMatch(finder -> finder.hits() >= 3)) {
            reached(Stage.CORNERS);
        }
        for (boolean inverted : new boolean[] {false, true}) {
            Look look = Look.of(pass, finders, inverted);
            if (look.isWorthwhile()) {
                looks.add(look);
                List<Triple> triples = Triple.of(look.finders(), look::shape);
                boolean all = symbols.isEmpty() || isOneOfMany || hasSquaresLeft(look);
                readAll(look, all ? triples : likely(triples));
            }
        }
    }

    /// Those that no code needs to be tilted for much: beside a code that was read, the others are chance.
    private static List<Triple> likely(List<Triple> triples) {
        return triples.stream()
                .filter(triple -> triple.penalty() < LIKELY)
                .limit(LIKELY_TRIPLES)
                .toList();
    }

    /// Whether there are squares of a code that is not read.
    private boolean hasSquaresLeft(Look look) {
        return look.squares().stream()
                        .filter(square -> symbols.stream().noneMatch(symbol -> covers(symbol, look.pass(), square)))
                        .count()
                >= 2;
    }

    private void readAll(Look look, List<Triple> triples) {
        int tried = 0;
        for (Triple triple : triples) {
            if (tried >= MOST_TRIPLES || isOver()) {
                break;
            }
            if (!isKnown(look, triple)) {
                tried++;
                read(look, triple);
            }
        }
    }

    private void read(Look look, Triple triple) {
        List<ModuleReader.Reading> readings = new ArrayList<>(1);
        List<Hope> tries = new ArrayList<>();
        GridSearch search = new GridSearch(look.grey(), triple, look::shape);
        Optional<GridSearch.Fit> taken = search.find(fit -> {
            if (isOver()) {
                return false;
            }
            ModuleValues values = values(look, fit, true);
            double agreement = ModuleReader.agreement(values);
            tries.add(new Hope(look, triple, fit, agreement));
            reader.read(values, agreement).ifPresent(readings::add);
            return !readings.isEmpty();
        });
        taken.ifPresentOrElse(fit -> add(symbol(readings.getFirst(), fit, look.pass())), () -> keepBest(tries));
    }

    private void add(Symbol symbol) {
        symbols.add(symbol);
        // Where the first took long, so do the others: the machine is slow, or the program has just begun.
        var taken = Duration.ofNanos(System.nanoTime() - start);
        rest = deadline.shortened(taken.compareTo(FOR_MORE) > 0 ? taken : FOR_MORE);
    }

    private void keepBest(List<Hope> tries) {
        tries.stream()
                .max(Comparator.comparingDouble(Hope::agreement))
                .filter(hope -> hope.agreement >= WORTH_A_LOOK)
                .ifPresent(hope -> {
                    hopes.add(hope);
                    if (hope.agreement >= LIKE_A_CODE && !hope.triple.isGuessed()) {
                        double pixels = hope.triple.module() * hope.look.pass().scale();
                        reached(pixels < TOO_FINE ? Stage.TOO_FINE : Stage.MODULES);
                    }
                });
    }

    /// What looked like a code and was not read is looked at again, with all that takes long, the best first.
    private void readHopes() {
        hopes.sort(Comparator.comparingDouble(hope -> -hope.agreement));
        for (Hope hope : hopes) {
            if (isOver()) {
                return;
            }
            if (!isKnown(hope.look, hope.triple)) {
                readHope(hope);
            }
        }
    }

    /// Codes with one corner square torn or covered.
    ///
    /// @param torn whether the other two may be torn as well
    private void readGuessed(boolean torn) {
        for (Look look : looks) {
            List<Finder> squares = torn ? look.tornSquares() : look.squares();
            for (Finder a : squares) {
                for (Finder b : squares) {
                    if (!a.equals(b) && !isOver()) {
                        readAll(look, Triple.withOneGuessed(a, b, look.shape(a)));
                    }
                }
            }
        }
    }

    private void readHope(Hope hope) {
        if (!readErasing(hope, hope.fit)) {
            GridSearch search = new GridSearch(hope.look.grey(), hope.triple, hope.look::shape);
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
        reading.ifPresent(read -> add(symbol(read, fit, hope.look.pass())));
        return reading.isPresent();
    }

    private static ModuleValues values(Look look, GridSearch.Fit fit, boolean wide) {
        int side = Layout.of(fit.version()).side();
        return ModuleValues.of(look.grey(), fit.lattice(), side, wide ? fit.module() : 1);
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
    private boolean isKnown(Look look, Triple triple) {
        Pass pass = look.pass();
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
