package dev.tessera.cli;

import dev.tessera.scan.NotFoundReason;
import dev.tessera.scan.QrDecoder;
import dev.tessera.scan.QrSymbol;
import dev.tessera.scan.ScanResult;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Something that is still to be looked at: a picture, the pages of a file, or what a camera sees.
interface Picture {
    /// The file as it was given, or `screen 1`, or `clipboard`, or `camera` with its name.
    String name();

    /// @throws Failure if it cannot be fetched
    Reading read(QrDecoder decoder) throws Failure;

    /// What was in it.
    ///
    /// @param pages what was on each page
    /// @param millis what the search for QR codes took, without fetching the picture
    record Reading(List<ScanResult> pages, long millis) {
        public Reading {
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
}
