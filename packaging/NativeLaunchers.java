import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/// Gives a release's folder the programs that Windows and macOS start from a menu, and a folder as those systems lay it
/// out, by jpackage: `OUT/Tessera` or `OUT/Tessera.app`. The command line's script comes along.
///
/// `java packaging/NativeLaunchers.java FOLDER OUT VERSION ICON`, where FOLDER is what `RuntimeImage.java` made
class NativeLaunchers {
    private static final String NAME = "Tessera";

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        var out = Path.of(arguments[1]);
        var input = Files.createTempDirectory("tessera-app");
        try {
            for (var file : files(folder.resolve("lib"))) {
                Files.copy(file, input.resolve(file.getFileName()));
            }
            Files.createDirectories(input.resolve("demo"));
            for (var file : files(folder.resolve("lib/demo"))) {
                Files.copy(file, input.resolve("demo").resolve(file.getFileName()));
            }
            jpackage(input, folder.resolve("lib/runtime"), out, arguments[2], arguments[3]);
        } finally {
            for (var file : below(input).reversed()) {
                Files.delete(file);
            }
        }
        var launchers = below(out).stream()
                .filter(file -> file.getFileName().toString().equals(NAME + ".cfg"))
                .toList();
        if (launchers.size() != 1) {
            throw new IOException("jpackage left " + launchers.size() + " launchers, not one");
        }
        Files.write(launchers.getFirst(), configuration(folder.resolve("lib"), arguments[2]));
    }

    /// jpackage knows modules that lie in the runtime, and class paths; ours lie in a folder of their own, as libraries
    /// without a descriptor cannot be linked.
    private static void jpackage(Path input, Path runtime, Path out, String version, String icon) throws IOException {
        var options = List.of(
                "--type", "app-image",
                "--name", NAME,
                "--app-version", version,
                "--icon", icon,
                "--runtime-image", runtime.toString(),
                "--input", input.toString(),
                "--main-jar", "tessera.jar",
                "--main-class", "dev.tessera.Main",
                "--dest", out.toString());
        var told = new PrintStream(System.err, true);
        if (ToolProvider.findFirst("jpackage").orElseThrow().run(told, told, options.toArray(String[]::new)) != 0) {
            throw new IOException("jpackage failed");
        }
    }

    private static List<String> configuration(Path lib, String version) throws IOException {
        var lines = new ArrayList<>(List.of("[Application]", "app.mainmodule=dev.tessera", "", "[JavaOptions]"));
        lines.add(option("--module-path"));
        lines.add(option("$APPDIR"));
        lines.add(option("-Djpackage.app-version=" + version));
        if (Files.exists(lib.resolve("tessera.aot"))) {
            lines.add(option("-XX:AOTCache=$APPDIR/tessera.aot"));
        }
        for (var line : Files.readAllLines(lib.resolve("jvm-options"))) {
            if (!line.startsWith("#")) {
                lines.add(option(line));
            }
        }
        return lines;
    }

    private static String option(String text) {
        return "java-options=" + text;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted().toList();
        }
    }
}
