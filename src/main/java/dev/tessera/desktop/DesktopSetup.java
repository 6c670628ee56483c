package dev.tessera.desktop;

import dev.tessera.crypto.Argon2id;
import dev.tessera.desktop.autostart.Autostart;
import dev.tessera.desktop.clock.Timing;
import dev.tessera.desktop.control.FilePicker;
import dev.tessera.desktop.control.Pasteboard;
import dev.tessera.desktop.control.Threads;
import dev.tessera.desktop.settings.Settings;
import dev.tessera.keyring.Keyring;
import dev.tessera.scan.ScreenPicture;
import dev.tessera.scan.camera.Cameras;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What a window needs of the world.
///
/// @param vaultFile the vault to open; where there is no such file, one is created there
/// @param clock for stamps, and for how long something lasts
/// @param newVaultCost what deriving a new vault's key shall cost; may take seconds, asked on the work thread
/// @param threads where to run things
/// @param outside screens, files, clipboard, cameras and keyring
public record DesktopSetup(
        Path vaultFile, InstantSource clock, Supplier<Argon2id> newVaultCost, Threads threads, Outside outside) {

    /// The computer outside of the window.
    ///
    /// @param settings what was chosen on this computer
    /// @param autostart starts it with the computer, where that is known how
    /// @param timing the time by which codes are made, and who is asked for the right one
    public record Outside(
            ScreenSource screens,
            FilePicker files,
            Pasteboard pasteboard,
            Cameras cameras,
            Optional<Keyring> keyring,
            Settings settings,
            Optional<Autostart> autostart,
            Timing timing) {}

    /// Takes a picture of every screen: `ScreenCapture::captureAll`, or pictures of a test.
    @FunctionalInterface
    public interface ScreenSource {
        /// @throws dev.tessera.scan.ScreenCaptureException with a sentence for a person
        List<ScreenPicture> capture() throws IOException;
    }
}
