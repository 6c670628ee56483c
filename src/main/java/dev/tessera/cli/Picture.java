package dev.tessera.cli;

import dev.tessera.scan.NotFoundReason;
import dev.tessera.scan.QrDecoder;
import dev.tessera.scan.QrSymbol;
import dev.tessera.scan.ScanResult;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A picture that is still to be read; a file may have several pages.
///
/// @param name the file as it was given, or `screen 1`, or `clipboard`
/// @param source fetches it, when its turn comes
record Picture(String name, Source source) {

    /// Gives the picture, page by page.
    @FunctionalInterface
    interface Source {
        /// @throws IOException if it cannot be read, in words for a person
        void fetch(Consumer<BufferedImage> pages) throws IOException;
    }

    /// What was in it.
    ///
    /// @param pages what was on each page
    /// @param millis what the search for QR codes took, without fetching the picture
    record Reading(List<ScanResult> pages, long millis) {
        Reading {
            pages = List.copyOf(pages);
        }

        List<QrSymbol> symbols() {
            return pages.stream().flatMap(page -> page.symbols().stream()).toList();
        }

        /// Why nothing was read on any page: the reason that tells most. Empty if something was.
        Optional<NotFoundReason> reason() {
            return symbols().isEmpty()
                    ? pages.stream().flatMap(page -> page.reason().stream()).max(Comparator.naturalOrder())
                    : Optional.empty();
        }
    }

    /// @throws Failure if it cannot be fetched
    Reading read(QrDecoder decoder) throws Failure {
        var pages = new ArrayList<ScanResult>();
        var nanos = new long[1];
        try {
            source.fetch(page -> {
                long start = System.nanoTime();
                pages.add(decoder.decode(page));
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
