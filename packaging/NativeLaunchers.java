import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/// Gives a release's folder the program that Windows and macOS start from a menu, and the layout that those systems
/// want, by jpackage: `OUT/Tessera` or `OUT/Tessera.app`. The folder itself comes along whole, with the script of the
/// command line; on Linux, where this only serves to try it, too.
///
/// `java packaging/NativeLaunchers.java FOLDER OUT VERSION ICON`, where FOLDER is what `RuntimeImage.java` made
class NativeLaunchers {
    private static final String NAME = "Tessera";

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        var out = Path.of(arguments[1]);
        Folders.delete(out);
        jpackage(folder, out, arguments[2], arguments[3]);
        var launcher = only(out, NAME + ".cfg");
        var lib = launcher.resolveSibling("lib");
        Files.write(launcher, configuration(lib, arguments[2]));
        // jpackage lays a second copy of the runtime beside the folder.
        for (var runtime : Folders.below(out).stream()
                .filter(file -> file.endsWith("runtime") && !file.startsWith(lib))
                .toList()) {
            Folders.delete(runtime);
        }
    }

    private static void jpackage(Path folder, Path out, String version, String icon) throws IOException {
        var options = List.of(
                "--type", "app-image",
                "--name", NAME,
                "--app-version", version,
                "--icon", icon,
                "--runtime-image", folder.resolve("lib/runtime").toString(),
                "--input", folder.toString(),
                "--main-jar", "lib/tessera.jar",
                "--main-class", "dev.tessera.Main",
                "--dest", out.toString());
        var told = new PrintStream(System.err, true);
        if (ToolProvider.findFirst("jpackage").orElseThrow().run(told, told, options.toArray(String[]::new)) != 0) {
            throw new IOException("jpackage failed");
        }
    }

    private static Path only(Path folder, String name) throws IOException {
        var found = Folders.below(folder).stream()
                .filter(file -> file.endsWith(name))
                .toList();
        if (found.size() != 1) {
            throw new IOException("jpackage left " + found.size() + " files " + name + ", not one");
        }
        return found.getFirst();
    }

    /// The class path on which a start was learned, and the runtime of the folder.
    private static List<String> configuration(Path lib, String version) throws IOException {
        var lines = new ArrayList<>(List.of(
                "[Application]",
                "app.classpath=$APPDIR/lib/tessera.jar",
                "app.mainclass=dev.tessera.Main",
                "app.runtime=$APPDIR/lib/runtime",
                "",
                "[JavaOptions]",
                "java-options=-Djpackage.app-version=" + version,
                "java-options=-Xlog:aot*=off",
                "java-options=--enable-native-access=javafx.graphics,ALL-UNNAMED"));
        if (Files.exists(lib.resolve("tessera.aot"))) {
            lines.add("java-options=-XX:AOTCache=$APPDIR/lib/tessera.aot");
        }
        for (var option : Files.readAllLines(lib.resolve("jvm-options"))) {
            if (!option.startsWith("#")) {
                lines.add("java-options=" + option);
            }
        }
        return lines;
    }
}
