package dev.tessera;

import dev.tessera.cli.DemoPackage;
import dev.tessera.cli.Launchers;
import dev.tessera.cli.Program;
import dev.tessera.cli.QuickCode;
import dev.tessera.cli.Surroundings;
import dev.tessera.desktop.DesktopApp;
import dev.tessera.desktop.PickApp;
import java.io.IOException;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads the command line and wires everything; nothing else.
public final class Main {
    private Main() {}

    /// @param arguments the command line
    public static void main(String[] arguments) {
        NativeStart.missing(started(), System.getenv()).forEach(System::setProperty);
        var quick = QuickCode.run(arguments);
        if (quick == QuickCode.Ending.DONE) {
            System.exit(0);
        }
        var launchers = new Launchers(
                window -> {
                    DesktopApp.run(window.vault(), window.links(), window.hidden());
                    return 0;
                },
                vault -> {
                    PickApp.run(vault);
                    return 0;
                },
                (request, terminal) -> demo().start(request, terminal),
                (pictures, terminal) -> demo().start(pictures, terminal));
        System.exit(Program.run(arguments, Surroundings.ofThisMachine(launchers, quick)));
    }

    private static Map<String, String> started() {
        var properties = System.getProperties();
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(Function.identity(), properties::getProperty));
    }

    private static DemoPackage demo() throws IOException {
        return ServiceLoader.load(DemoPackage.class)
                .findFirst()
                .orElseThrow(
                        () -> new IOException("The demo login server is a package of its own, which is not installed."
                                + " Install tessera-demo, in the same version, from where you got Tessera."));
    }
}
