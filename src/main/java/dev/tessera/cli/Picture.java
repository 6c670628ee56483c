package dev.tessera.cli;

import dev.tessera.scan.QrDecoder;
import dev.tessera.scan.ScanResult;
import java.awt.image.BufferedImage;
import java.io.IOException;

/// A picture that is still to be read.
///
/// @param name the file as it was given, or `screen 1`, or `clipboard`
/// @param source fetches it, when its turn comes
record Picture(String name, Source source) {

    /// Gives the picture.
    @FunctionalInterface
    interface Source {
        /// @throws IOException if it cannot be read, in words for a person
        BufferedImage fetch() throws IOException;
    }

    /// What was in it.
    ///
    /// @param millis what the search for QR codes took, without fetching the picture
    record Reading(ScanResult result, long millis) {}

    /// @throws Failure if it cannot be fetched
    Reading read(QrDecoder decoder) throws Failure {
        BufferedImage image;
        try {
            image = source.fetch();
        } catch (IOException e) {
            throw Failure.ofProblemAndStep(
                    ExitCode.INPUT_REFUSED,
                    Shown.text(e.getMessage() == null ? name + " cannot be read" : e.getMessage()),
                    "check the name, or show the picture and use --screen");
        }
        long start = System.nanoTime();
        var result = decoder.decode(image);
        return new Reading(result, (System.nanoTime() - start) / 1_000_000);
    }
}
