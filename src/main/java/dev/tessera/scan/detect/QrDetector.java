package dev.tessera.scan.detect;

import com.google.zxing.common.BitMatrix;
import dev.tessera.scan.detect.Sighting.Stage;
import dev.tessera.scan.detect.Symbol.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Searches a picture for QR codes, pass by pass: each pass makes another black and white picture of it.
///
/// A pass costs as much as all others, so that the search ends as soon as nothing is left to read: every triple of
/// corner squares that looks like a code has been read. An object serves one search.
public final class QrDetector {
    /// Beyond that a triple is no longer taken as a sign that a code is there.
    private static final double SURE = 0.35;

    private static final int MOST_TRIPLES = 40;

    private final Deadline deadline;
    private final ModuleReader reader = new ModuleReader();
    private final List<Symbol> symbols = new ArrayList<>();
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
                break;
            }
        }
        return new Sighting(symbols, best, true);
    }

    /// Whether something that looks like a code was left unread.
    private boolean run(Pass pass) {
        Optional<BitMatrix> bits = pass.dark();
        if (bits.isEmpty()) {
            return false;
        }
        BitMatrix dark = bits.get();
        List<Finder> finders = FinderScan.scan(dark, pass.rowStep());
        if (finders.stream().anyMatch(finder -> finder.hits() >= 3)) {
            reached(Stage.CORNERS);
        }
        boolean more = readAll(pass, dark, Triple.of(finders, false));
        List<Triple> inverted = Triple.of(finders, true);
        if (!inverted.isEmpty()) {
            dark.flip();
            more |= readAll(pass, dark, inverted);
        }
        return more;
    }

    private boolean readAll(Pass pass, BitMatrix dark, List<Triple> triples) {
        boolean more = false;
        int tried = 0;
        for (Triple triple : triples) {
            if (isKnown(pass, triple)) {
                continue;
            }
            if (tried++ >= MOST_TRIPLES || deadline.isOver()) {
                break;
            }
            if (!read(pass, dark, triple) && triple.penalty() < SURE) {
                more = true;
            }
        }
        return more;
    }

    private boolean read(Pass pass, BitMatrix dark, Triple triple) {
        Grid grid = new Grid(dark, triple);
        for (Grid.Fit fit : grid.fits()) {
            Optional<BitMatrix> modules = grid.sample(fit);
            if (modules.isPresent()) {
                Optional<ModuleReader.Reading> reading = reader.read(modules.get());
                if (reading.isPresent()) {
                    symbols.add(symbol(reading.get(), fit, pass));
                    return true;
                }
            }
            if (triple.penalty() < SURE && fit.timing() > 0.75) {
                reached(triple.module() * pass.scale() < 1.6 ? Stage.TOO_FINE : Stage.MODULES);
            }
        }
        return false;
    }

    private Symbol symbol(ModuleReader.Reading reading, Grid.Fit fit, Pass pass) {
        float side = fit.dimension();
        float[] places = {0, 0, side, 0, side, side, 0, side};
        fit.toPicture().transformPoints(places);
        List<Point> corners = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            // A mirrored code goes round the other way.
            int place = reading.mirrored() ? (4 - i) % 4 : i;
            corners.add(new Point(pass.toPicture(places[2 * place]), pass.toPicture(places[2 * place + 1])));
        }
        return new Symbol(reading.text(), corners, (fit.dimension() - 17) / 4, reading.errorCorrection(), pass.name());
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
