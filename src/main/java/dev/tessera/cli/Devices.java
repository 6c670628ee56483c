package dev.tessera.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;

/// Where pictures come from besides files, and where codes go besides standard output.
///
/// @param screens takes the pictures of all screens
/// @param clipboard the desktop's
public record Devices(Screens screens, Clipboard clipboard) {

    /// All screens.
    @FunctionalInterface
    public interface Screens {
        /// One picture for each screen.
        ///
        /// @throws IOException if they cannot be seen, in sentences for a person
        List<BufferedImage> capture() throws IOException;
    }
}
