import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/// Makes the two jars of ours out of the classes. Sorted names and one date for all: the same classes give the same
/// bytes. Each is a module, and names the libraries beside it in its manifest, so that it runs on a class path as well.
///
/// @param classes what the build compiled
/// @param sheets style sheets in JavaFX's own form, for the window
/// @param version of the modules
/// @param date of every file in a jar, in ISO 8601
record Jars(Path classes, Path sheets, String version, String date) {

    /// @param desktop beside the libraries
    /// @param demo beside the libraries that the login side alone needs
    void make(Path desktop, Path demo) throws IOException {
        Files.deleteIfExists(desktop);
        Files.deleteIfExists(demo);
        var modules = new Modules(classes, modulesIn(demo.getParent()));
        var names = names(classes);
        var ofDemo = names.stream().filter(Modules::isOfDemo).toList();
        var ofDesktop = names.stream().filter(name -> !Modules.isOfDemo(name)).toList();
        var special = new Special(modules.desktop(packages(ofDesktop)), Map.of(), List.of("--main-class", "dev.tessera.Main"));
        makeJar(desktop, Map.of(classes, ofDesktop, sheets, names(sheets)), special);
        makeJar(demo, Map.of(classes, ofDemo), new Special(modules.demo(), modules.services(), List.of()));
    }

    /// What a jar holds beside the classes and resources.
    ///
    /// @param descriptor of the module
    /// @param services those that it provides, by its files' names in `META-INF/services`, for a class path
    /// @param options of the jar tool
    private record Special(byte[] descriptor, Map<String, String> services, List<String> options) {}

    private static Set<String> modulesIn(Path folder) {
        return ModuleFinder.of(folder).findAll().stream()
                .map(found -> found.descriptor().name())
                .collect(Collectors.toSet());
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.equals("module-info.class"))
                    .toList();
        }
    }

    private static Set<String> packages(List<String> names) {
        return names.stream()
                .filter(name -> name.endsWith(".class") && !name.endsWith("/package-info.class"))
                .map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// @param content files by the folder that they lie in, as they are named there
    private void makeJar(Path jar, Map<Path, List<String>> content, Special special) throws IOException {
        var folder = Files.createTempDirectory("tessera-module");
        var manifest = Files.createTempFile("tessera-manifest", "");
        try {
            Files.write(folder.resolve("module-info.class"), special.descriptor());
            var services = Files.createDirectories(folder.resolve("META-INF/services"));
            for (var service : special.services().entrySet()) {
                Files.writeString(services.resolve(service.getKey()), service.getValue() + "\n");
            }
            try (var out = Files.newOutputStream(manifest)) {
                manifest(jar).write(out);
            }
            var command = new ArrayList<>(List.of(
                    "--create", "--file", jar.toString(), "--date", date, "--module-version", version,
                    "--manifest", manifest.toString()));
            command.addAll(special.options());
            command.addAll(List.of("-C", folder.toString(), "module-info.class"));
            for (var service : special.services().keySet()) {
                command.addAll(List.of("-C", folder.toString(), "META-INF/services/" + service));
            }
            var files = new TreeMap<String, Path>();
            content.forEach((from, names) -> names.forEach(name -> files.put(name, from)));
            files.forEach((name, from) -> command.addAll(List.of("-C", from.toString(), name)));
            var tool = ToolProvider.findFirst("jar").orElseThrow();
            int status = tool.run(System.out, System.err, command.toArray(String[]::new));
            if (status != 0) {
                throw new IOException("the jar tool ended with " + status);
            }
        } finally {
            Files.delete(manifest);
            Folders.delete(folder);
        }
    }

    /// JavaFX is not named: on a class path it must be part of the Java that runs.
    private Manifest manifest(Path jar) throws IOException {
        var manifest = new Manifest();
        var lines = manifest.getMainAttributes();
        lines.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        lines.put(Attributes.Name.IMPLEMENTATION_VERSION, version);
        try (var beside = Files.list(jar.getParent())) {
            lines.put(
                    Attributes.Name.CLASS_PATH,
                    beside.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".jar") && !name.startsWith("javafx-"))
                            .sorted()
                            .collect(Collectors.joining(" ")));
        }
        return manifest;
    }
}
