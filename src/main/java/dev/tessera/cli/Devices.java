package dev.tessera.cli;

import dev.tessera.scan.ScreenPicture;
import dev.tessera.scan.camera.Camera;
import dev.tessera.scan.camera.CameraException;
import java.io.IOException;
import java.util.List;

/// Where pictures come from besides files, and where codes go besides standard output.
///
/// @param screens takes the pictures of all screens
/// @param clipboard the desktop's
/// @param cameras finds one by its name
public record Devices(Screens screens, Clipboard clipboard, CameraFinder cameras) {

    /// All screens.
    @FunctionalInterface
    public interface Screens {
        /// One picture for each screen.
        ///
        /// @throws IOException if they cannot be seen, in sentences for a person
        List<ScreenPicture> capture() throws IOException;
    }

    /// All cameras.
    @FunctionalInterface
    public interface CameraFinder {
        /// The one of that name or address; empty for the first.
        ///
        /// @throws CameraException if there is none
        Camera find(String name) throws CameraException;
    }
}
