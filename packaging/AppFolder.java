import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Puts the runnable folder together: `bin/` with the launchers, `lib/` with every jar, our own included; `lib/demo/`
/// with the login side and its libraries, which are a package of their own; `lib/quick/` with what gives a code through
/// the agent.
///
/// Run by the build as a single-file program, after the libraries were gathered in `FOLDER/lib`:
/// `java packaging/AppFolder.java CLASSES FOLDER VERSION TIMESTAMP`.
class AppFolder {
    private static final Path LAUNCHERS = Path.of("packaging", "launcher");
    private static final Pattern DEMO_LIBRARY = Pattern.compile(
            "(jetty-|h2-|HikariCP-|jmustache-|postgresql-|smtp-|angus-|jakarta\\.).*\\.jar");
    private static final int AGAIN = 75; // what StyleSheets ends with in half of all cases
    private static final int MOST_TRIES = 60;

    public static void main(String[] arguments) throws IOException {
        var classes = Path.of(arguments[0]);
        var folder = Path.of(arguments[1]);
        var lib = folder.resolve("lib");
        removeEmptyJavaFxJars(lib);
        var sheets = Files.createTempDirectory("tessera-sheets");
        try {
            writeStyleSheets(lib, classes, sheets);
            var jars = new Jars(classes, sheets, arguments[2], arguments[3]);
            jars.make(lib.resolve("tessera.jar"), moveDemoLibraries(lib).resolve("tessera-demo.jar"));
        } finally {
            Folders.delete(sheets);
        }
        new QuickJar(classes, arguments[3]).make(lib.resolve("quick").resolve("code.jar"));
        var bin = Files.createDirectories(folder.resolve("bin"));
        for (var name : List.of("tessera", "tessera.bat")) {
            copy(LAUNCHERS.resolve(name), bin.resolve(name));
        }
        makeExecutable(bin.resolve("tessera"));
        copy(LAUNCHERS.resolve("jvm-options"), lib.resolve("jvm-options"));
        copy(LAUNCHERS.resolve("compiler.json"), lib.resolve("compiler.json"));
        Files.writeString(lib.resolve("built-with"), System.getProperty("java.home") + "\n");
        writeHelp(lib, folder.resolve("share"));
    }

    private static void writeStyleSheets(Path lib, Path classes, Path sheets) throws IOException {
        int status = AGAIN;
        for (int tries = 0; status == AGAIN && tries < MOST_TRIES; tries++) {
            status = java(
                    "-p", lib.toString(), "--add-modules", "javafx.graphics", "--enable-native-access=javafx.graphics",
                    "packaging/StyleSheets.java", classes.toString(), sheets.toString());
        }
        if (status != 0) {
            throw new IOException("the style sheets were not written: " + status);
        }
    }

    /// Manual pages and completions, by the program itself.
    private static void writeHelp(Path lib, Path share) throws IOException {
        int status = java("-p", lib.toString(), "-m", "dev.tessera/dev.tessera.cli.HelpFiles", share.toString());
        if (status != 0) {
            throw new IOException("the manual pages were not written: " + status);
        }
    }

    private static int java(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).inheritIO().start().onExit().join().exitValue();
    }

    private static Path moveDemoLibraries(Path lib) throws IOException {
        var demo = Files.createDirectories(lib.resolve("demo"));
        try (var jars = Files.list(lib)) {
            for (var jar : jars.toList()) {
                if (DEMO_LIBRARY.matcher(jar.getFileName().toString()).matches()) {
                    Files.move(jar, demo.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        return demo;
    }

    /// JavaFX publishes each module twice: a jar with the code for one system, named after it, and one
    /// with nothing but a manifest, which only Maven needs.
    private static void removeEmptyJavaFxJars(Path lib) throws IOException {
        try (var jars = Files.list(lib)) {
            jars.filter(jar -> jar.getFileName().toString().matches("javafx-[a-z]+-[0-9.]+\\.jar"))
                    .forEach(AppFolder::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void makeExecutable(Path file) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
