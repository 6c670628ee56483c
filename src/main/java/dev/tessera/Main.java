package dev.tessera;

import dev.tessera.cli.DemoPackage;
import dev.tessera.cli.Launchers;
import dev.tessera.cli.QuickCode;
import dev.tessera.cli.Surroundings;
import dev.tessera.cli.TesseraCommand;
import dev.tessera.desktop.DesktopApp;
import java.io.IOException;
import java.util.ServiceLoader;

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
                (request, terminal) -> demo().start(request, terminal),
                (pictures, terminal) -> demo().start(pictures, terminal));
        System.exit(TesseraCommand.run(arguments, Surroundings.ofThisMachine(launchers, quick)));
    }

    private static DemoPackage demo() throws IOException {
        return ServiceLoader.load(DemoPackage.class)
                .findFirst()
                .orElseThrow(() -> new IOException("The demo login side is a package of its own, and is not installed."
                        + " Install tessera-demo, of the same version, from where Tessera came from."));
    }
}
