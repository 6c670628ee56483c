package dev.tessera.cli;

import dev.tessera.clock.CodeClock;
import dev.tessera.scan.ScreenCapture;
import dev.tessera.scan.camera.Cameras;
import java.time.InstantSource;

/// All that the commands meet outside of themselves, so that a test can stand in for it.
///
/// @param terminal streams and prompts
/// @param codeClock the time by which codes are made, and nothing else
/// @param machine environment and home
/// @param launchers window and demo
/// @param devices screens, clipboard and cameras
public record Surroundings(
        Terminal terminal, CodeClock codeClock, Machine machine, Launchers launchers, Devices devices) {

    /// This computer's clock.
    InstantSource clock() {
        return codeClock.system();
    }

    /// The real ones.
    ///
    /// @param quick what [QuickCode] has come to
    public static Surroundings ofThisMachine(Launchers launchers, QuickCode.Ending quick) {
        // Lambdas and no method references: those would load AWT for each command.
        var devices = new Devices(
                () -> ScreenCapture.captureAll(),
                new SystemClipboard(),
                name -> Cameras.ofThisComputer().find(name));
        var machine = Machine.current(quick == QuickCode.Ending.NO_ANSWER);
        return new Surroundings(new SystemTerminal(), CodeClock.ofThisComputer(), machine, launchers, devices);
    }
}
