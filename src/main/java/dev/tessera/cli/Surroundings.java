package dev.tessera.cli;

import dev.tessera.scan.ScreenCapture;
import dev.tessera.scan.camera.Cameras;
import java.time.InstantSource;

/// All that the commands meet outside of themselves, so that a test can stand in for it.
///
/// @param terminal streams and prompts
/// @param clock the time by which codes are made
/// @param machine environment and home
/// @param launchers window and demo
/// @param devices screens, clipboard and cameras
public record Surroundings(
        Terminal terminal, InstantSource clock, Machine machine, Launchers launchers, Devices devices) {

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
        return new Surroundings(new SystemTerminal(), InstantSource.system(), machine, launchers, devices);
    }
}
