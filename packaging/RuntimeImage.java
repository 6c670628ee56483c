import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/// Turns the runnable folder into one that brings its own Java: `lib/runtime/` with the modules that are needed, JavaFX
/// among them, so that its native libraries lie in the image and are not unpacked into each person's cache.
///
/// `java packaging/RuntimeImage.java APP_FOLDER NEW_FOLDER`
class RuntimeImage {
    /// What automatic modules use without saying so: H2 (`java.management`), BridJ and JavaFX (`jdk.unsupported`), dates
    /// and numbers in other languages than English (`jdk.localedata`).
    private static final Set<String> UNSAID = Set.of("java.management", "jdk.unsupported", "jdk.localedata");

    /// The languages of the windows.
    private static final String LOCALES = "en,ar,de,es,fr,he,it,ja,ko,nb,nl,pl,pt,sv,tr,uk,zh";

    /// Of the modules, what nothing of ours comes to, with the packages below: the parts of AWT's module that draw
    /// windows of their own, play and print, and the translators of XSLT. Classes outside name some of it, on ways that
    /// are never taken here, and Java looks for a class when it is needed.
    private static final List<String> UNUSED = List.of(
            "java.desktop/com/sun/java/swing",
            "java.desktop/com/sun/media/sound",
            "java.desktop/com/sun/swing",
            "java.desktop/javax/print",
            "java.desktop/javax/sound",
            "java.desktop/javax/swing",
            "java.desktop/sun/print",
            "java.desktop/sun/swing",
            "java.xml/com/sun/org/apache/bcel",
            "java.xml/com/sun/org/apache/xalan/internal/xsltc",
            "java.xml/jdk/xml/internal/jdkcatalog");

    /// The same of JavaFX.
    private static final Pattern UNUSED_OF_JAVAFX =
            Pattern.compile("com/sun/javafx/scene/control/skin/caspian/.*|javafx-swt\\.jar");

    public static void main(String[] arguments) throws IOException {
        var app = Path.of(arguments[0]);
        var folder = Path.of(arguments[1]);
        Folders.delete(folder);
        Folders.copy(app, folder);
        var lib = folder.resolve("lib");
        Files.delete(lib.resolve("built-with"));
        var parts = Files.createTempDirectory("tessera-jmods");
        try {
            for (var jar : javaFx(lib)) {
                makeJmod(jar, parts);
            }
            link(modules(lib), parts, lib.resolve("runtime"));
            for (var jar : javaFx(lib)) {
                Files.delete(jar);
            }
            Reached.keepOnly(lib);
        } finally {
            Folders.delete(parts);
        }
    }

    private static List<Path> javaFx(Path lib) throws IOException {
        try (var jars = Files.list(lib)) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith("javafx-")).toList();
        }
    }

    /// Every module of the JDK that ours or a library asks for, and JavaFX.
    private static Set<String> modules(Path lib) {
        var jars = ModuleFinder.of(lib, lib.resolve("demo"));
        var system = ModuleFinder.ofSystem();
        var resolved = Configuration.empty()
                .resolve(jars, system, Set.of(Modules.DESKTOP, Modules.DEMO));
        var names = new TreeSet<>(UNSAID);
        resolved.modules().stream()
                .map(module -> module.name())
                .filter(name -> system.find(name).isPresent() || name.startsWith("javafx."))
                .forEach(names::add);
        return names;
    }

    /// A jar of JavaFX holds its native libraries among its classes; a module file keeps them apart.
    private static void makeJmod(Path jar, Path parts) throws IOException {
        var classes = Files.createDirectories(parts.resolve("classes"));
        var libraries = Files.createDirectories(parts.resolve("libraries"));
        String name;
        try (var file = new JarFile(jar.toFile())) {
            name = ModuleFinder.of(jar).findAll().iterator().next().descriptor().name();
            for (var entry : file.stream().filter(RuntimeImage::isUsed).toList()) {
                boolean isLibrary = entry.getName().matches("[^/]+\\.(so|dll|dylib)");
                var target = (isLibrary ? libraries : classes).resolve(entry.getName());
                Files.createDirectories(target.getParent());
                try (InputStream content = file.getInputStream(entry)) {
                    Files.copy(content, target);
                }
            }
        }
        run("jmod", List.of(
                "create", "--class-path", classes.toString(), "--libs", libraries.toString(),
                parts.resolve(name + ".jmod").toString()));
        Folders.delete(classes);
        Folders.delete(libraries);
    }

    private static boolean isUsed(JarEntry entry) {
        return !entry.isDirectory() && !UNUSED_OF_JAVAFX.matcher(entry.getName()).matches();
    }

    private static void link(Set<String> modules, Path parts, Path image) throws IOException {
        run("jlink", List.of(
                "--module-path", parts.toString(),
                "--add-modules", String.join(",", modules),
                "--include-locales", LOCALES,
                "--no-header-files", "--no-man-pages",
                "--strip-java-debug-attributes",
                "--exclude-resources", "@" + unused(parts),
                "--output", image.toString()));
        // The packages start through our launcher alone, and the image needs no other program.
        try (var programs = Files.list(image.resolve("bin"))) {
            for (var program : programs.toList()) {
                if (!program.getFileName().toString().matches("java(\\.exe)?|.*\\.dll")) {
                    Files.delete(program);
                }
            }
        }
    }

    /// A module has to hold each package that its descriptor names: so the smallest file of each stays.
    private static Path unused(Path parts) throws IOException {
        var modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules");
        var left = new ArrayList<String>();
        for (var place : UNUSED) {
            try (var files = Files.walk(modules.resolve(place))) {
                var packages = files.filter(Files::isRegularFile).collect(Collectors.groupingBy(Path::getParent));
                for (var one : packages.values()) {
                    one.sort(Comparator.comparingLong(RuntimeImage::size).thenComparing(Path::toString));
                    one.stream().skip(1).map(file -> "/" + modules.relativize(file)).forEach(left::add);
                }
            }
        }
        return Files.write(parts.resolve("unused"), left);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(String name, List<String> arguments) throws IOException {
        int status = ToolProvider.findFirst(name).orElseThrow().run(System.out, System.err, arguments.toArray(String[]::new));
        if (status != 0) {
            throw new IOException(name + " ended with " + status);
        }
    }
}
