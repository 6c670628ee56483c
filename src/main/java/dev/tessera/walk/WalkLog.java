package dev.tessera.walk;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;

/// Tells each step, and leaves a picture of it.
final class WalkLog {
    private final PrintStream out;
    private final Optional<Path> folder;
    private int steps;
    private int pictures;

    /// @param folder where pictures go; empty for none
    WalkLog(PrintStream out, Optional<Path> folder) {
        this.out = out;
        this.folder = folder;
    }

    /// Told before the step is taken.
    void step(String words) {
        steps++;
        out.printf(Locale.ROOT, "%2d  %s%n", steps, words);
        out.flush();
    }

    /// Leaves `picture` as, say, `03-preview.png`.
    void picture(String name, BufferedImage picture) throws IOException {
        pictures++;
        if (folder.isPresent()) {
            Files.createDirectories(folder.get());
            var file = folder.get().resolve(String.format(Locale.ROOT, "%02d-%s.png", pictures, name));
            ImageIO.write(picture, "png", file.toFile());
        }
    }

    void end() {
        out.println("\nThe whole process was completed."
                + folder.map(where -> " Pictures of it: " + where).orElse(""));
        out.flush();
    }
}
