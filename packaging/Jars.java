import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/// Makes the two jars of ours out of the classes. Sorted names and one date for all: the same classes give the same
/// bytes.
///
/// @param classes what the build compiled
/// @param version of the modules
/// @param date of every file in a jar, in ISO 8601
record Jars(Path classes, String version, String date) {

    /// @param demo beside the libraries that the login side alone needs
    void make(Path desktop, Path demo) throws IOException {
        Files.deleteIfExists(demo);
        var modules = new Modules(classes, modulesIn(demo.getParent()));
        var names = names();
        var ofDemo = names.stream().filter(Modules::isOfDemo).toList();
        var ofDesktop = names.stream().filter(name -> !Modules.isOfDemo(name)).toList();
        makeJar(desktop, ofDesktop, modules.desktop(packages(ofDesktop)), List.of("--main-class", "dev.tessera.Main"));
        makeJar(demo, ofDemo, modules.demo(), List.of());
    }

    private static Set<String> modulesIn(Path folder) {
        return ModuleFinder.of(folder).findAll().stream()
                .map(found -> found.descriptor().name())
                .collect(Collectors.toSet());
    }

    private List<String> names() throws IOException {
        try (var files = Files.walk(classes)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> classes.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.equals("module-info.class"))
                    .sorted()
                    .toList();
        }
    }

    private static Set<String> packages(List<String> names) {
        return names.stream()
                .filter(name -> name.endsWith(".class") && !name.endsWith("/package-info.class"))
                .map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void makeJar(Path jar, List<String> names, byte[] descriptor, List<String> more) throws IOException {
        var folder = Files.createTempDirectory("tessera-module");
        var info = Files.write(folder.resolve("module-info.class"), descriptor);
        try {
            var command = new ArrayList<>(
                    List.of("--create", "--file", jar.toString(), "--date", date, "--module-version", version));
            command.addAll(more);
            command.addAll(List.of("-C", folder.toString(), "module-info.class"));
            names.forEach(name -> command.addAll(List.of("-C", classes.toString(), name)));
            var tool = ToolProvider.findFirst("jar").orElseThrow();
            int status = tool.run(System.out, System.err, command.toArray(String[]::new));
            if (status != 0) {
                throw new IOException("the jar tool ended with " + status);
            }
        } finally {
            Files.delete(info);
            Files.delete(folder);
        }
    }
}
