package dev.tessera;

import dev.tessera.cli.Launchers;
import dev.tessera.cli.QuickCode;
import dev.tessera.cli.Surroundings;
import dev.tessera.cli.TesseraCommand;
import dev.tessera.desktop.DesktopApp;
import dev.tessera.walk.Trial;

/// Reads the command line and wires everything; nothing else.
public final class Main {
    private Main() {}

    /// @param arguments the command line
    public static void main(String[] arguments) {
        var quick = QuickCode.run(arguments);
        if (quick == QuickCode.Ending.DONE) {
            System.exit(0);
        }
        var launchers = new Launchers(
                window -> {
                    DesktopApp.run(window.vault(), window.links(), window.hidden());
                    return 0;
                },
                DemoLauncher::start,
                (pictures, terminal) -> {
                    Trial.run(pictures, terminal.out());
                    return 0;
                });
        System.exit(TesseraCommand.run(arguments, Surroundings.ofThisMachine(launchers, quick)));
    }
}
