package dev.tessera.desktop.add;

import dev.tessera.scan.ScreenPicture;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// Pictures of all screens, taken while our own window is out of the way; called on the work thread.
@FunctionalInterface
public interface Screens {
    /// @param wait how long the window stays away before the picture is taken
    /// @throws dev.tessera.scan.ScreenCaptureException with a sentence for a person
    List<ScreenPicture> capture(Duration wait) throws IOException;
}
