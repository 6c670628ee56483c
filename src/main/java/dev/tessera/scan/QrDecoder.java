package dev.tessera.scan;

import dev.tessera.scan.detect.Deadline;
import dev.tessera.scan.detect.QrDetector;
import dev.tessera.scan.detect.Sighting;
import dev.tessera.scan.detect.Symbol;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Reads every QR code of a picture, dark on light and light on dark.
public final class QrDecoder {
    /// What a picture file may take.
    public static final Duration FILE_BUDGET = Duration.ofMillis(1500);

    /// What the first look at a picture file may take: some hundredths of a second, unless the machine is busy.
    private static final Duration FIRST_LOOK = Duration.ofSeconds(10);

    private static final int WHITE = 255;
    private static final int BLACK = 0;

    /// Reads `image`, which stays as it is, within [#FILE_BUDGET], or until its thread is interrupted. A busy machine
    /// may take up to ten seconds for the first look, so that what is easy to read is read.
    ///
    /// @throws IllegalArgumentException if the picture has more than 100 megapixels
    public ScanResult decode(BufferedImage image) {
        return decode(image, Deadline.after(FILE_BUDGET, FIRST_LOOK, () -> false));
    }

    /// Reads `image`, which stays as it is, until the time is over, the search is called off or its thread is
    /// interrupted: what was found by then is the answer. It ends at the latest some milliseconds after that, some
    /// hundred with the largest pictures.
    ///
    /// @param budget how long the search may take, at most a day
    /// @param cancelled asked again and again, on this thread: `true` ends the search
    /// @throws IllegalArgumentException if the picture has more than 100 megapixels
    public ScanResult decode(BufferedImage image, Duration budget, BooleanSupplier cancelled) {
        return decode(image, Deadline.after(budget, cancelled));
    }

    private static ScanResult decode(BufferedImage image, Deadline deadline) {
        Sighting sighting = new QrDetector(deadline).search(Luma.of(image, WHITE));
        if (sighting.symbols().isEmpty() && image.getColorModel().hasAlpha()) {
            Sighting onBlack = new QrDetector(deadline).search(Luma.of(image, BLACK));
            if (!onBlack.symbols().isEmpty()) {
                sighting = onBlack;
            }
        }
        List<QrSymbol> symbols = sighting.symbols().stream()
                .map(QrDecoder::symbol)
                .sorted(Comparator.comparingDouble(QrDecoder::top).thenComparingDouble(QrDecoder::left))
                .toList();
        return new ScanResult(symbols, symbols.isEmpty() ? Optional.of(reason(sighting.best())) : Optional.empty());
    }

    private static NotFoundReason reason(Sighting.Stage stage) {
        return switch (stage) {
            case NOTHING -> NotFoundReason.NO_FINDER_PATTERN;
            case CORNERS -> NotFoundReason.CORNER_MISSING;
            case CUT_SHORT -> NotFoundReason.OUT_OF_TIME;
            case TOO_FINE -> NotFoundReason.TOO_SMALL;
            case MODULES -> NotFoundReason.DAMAGED;
        };
    }

    private static QrSymbol symbol(Symbol symbol) {
        return new QrSymbol(
                symbol.text(),
                symbol.corners().stream()
                        .map(corner -> new QrSymbol.Corner(corner.x(), corner.y()))
                        .toList(),
                symbol.version(),
                symbol.errorCorrection(),
                symbol.readBy());
    }

    private static double top(QrSymbol symbol) {
        return symbol.corners().stream().mapToDouble(QrSymbol.Corner::y).min().orElse(0);
    }

    private static double left(QrSymbol symbol) {
        return symbol.corners().stream().mapToDouble(QrSymbol.Corner::x).min().orElse(0);
    }
}
