package dev.tessera.cli;

import dev.tessera.scan.QrDecoder;
import dev.tessera.scan.ScanResult;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.function.Consumer;

/// A picture that does not change; a file may have several pages.
///
/// @param name as in [Picture]
/// @param source fetches it, when its turn comes
/// @param way how it is read
record StillPicture(String name, Source source, Way way) implements Picture {
    StillPicture(String name, Source source) {
        this(name, source, QrDecoder::decode);
    }

    /// How it is read.
    @FunctionalInterface
    interface Way {
        ScanResult read(QrDecoder decoder, BufferedImage page);
    }

    /// Gives the picture, page by page.
    @FunctionalInterface
    interface Source {
        /// @throws IOException if it cannot be read, in words for a person
        void fetch(Consumer<BufferedImage> pages) throws IOException;
    }

    @Override
    public Reading read(QrDecoder decoder) throws Failure {
        var pages = new ArrayList<ScanResult>();
        var nanos = new long[1];
        try {
            source.fetch(page -> {
                long start = System.nanoTime();
                pages.add(way.read(decoder, page));
                nanos[0] += System.nanoTime() - start;
            });
        } catch (IOException e) {
            throw Failure.ofProblemAndStep(
                    ExitCode.INPUT_REFUSED,
                    Shown.text(e.getMessage() == null ? name + " cannot be read" : e.getMessage()),
                    "check the name, or show the picture and use --screen");
        }
        return new Reading(pages, nanos[0] / 1_000_000);
    }
}
