package dev.tessera.vault.file;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/// Another process with the classes of this one.
public final class OtherJvm {
    private final List<String> options;
    private final String classes;

    private OtherJvm(List<String> options, String classes) {
        this.options = options;
        this.classes = classes;
    }

    /// Runs the `main` of a test class; what it says on its standard output can be read, errors are shown.
    static Process start(Class<?> main, String... arguments) throws IOException {
        return start(List.of(), main, arguments);
    }

    /// The same with options of the virtual machine.
    public static Process startWith(List<String> options, Class<?> main, String... arguments) throws IOException {
        return new OtherJvm(options, plain().classes).run(List.of(), main, arguments);
    }

    /// The same under another program, such as a tracer.
    ///
    /// @param under that program and its own arguments
    static Process start(List<String> under, Class<?> main, String... arguments) throws IOException {
        return plain().run(under, main, arguments);
    }

    /// Ready to be started, for a test that sets its environment.
    ///
    /// @param options of the virtual machine
    public static ProcessBuilder prepared(List<String> options, Class<?> main, String... arguments) {
        return new OtherJvm(options, plain().classes).builder(List.of(), main, arguments);
    }

    /// One that starts in half of the time, for tests that need hundreds.
    ///
    /// @param folder takes the classes and what was learned of them
    /// @param main is run once, to its end
    static OtherJvm trained(Path folder, Class<?> main, String... arguments) throws IOException, InterruptedException {
        Path jar = folder.resolve("classes.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            put(target().resolve("classes"), out);
            put(target().resolve("test-classes"), out);
        }
        String classes = String.join(File.pathSeparator, jar.toString(), libraries());
        Path learned = folder.resolve("learned.aot");
        var training = new OtherJvm(List.of("-XX:AOTCacheOutput=" + learned), classes)
                .builder(List.of(), main, arguments)
                .redirectError(ProcessBuilder.Redirect.DISCARD) // where it tells its own options
                .start();
        try (var said = training.getInputStream()) {
            said.transferTo(OutputStream.nullOutputStream());
        }
        if (training.waitFor() != 0 || !Files.exists(learned)) {
            throw new IOException("the training run failed");
        }
        return new OtherJvm(List.of("-XX:AOTCache=" + learned), classes);
    }

    Process run(Class<?> main, String... arguments) throws IOException {
        return run(List.of(), main, arguments);
    }

    Process run(List<String> under, Class<?> main, String... arguments) throws IOException {
        return builder(under, main, arguments)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private ProcessBuilder builder(List<String> under, Class<?> main, String... arguments) {
        var command = new ArrayList<>(under);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(options);
        command.addAll(List.of("-cp", classes, main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    private static OtherJvm plain() {
        var classes = String.join(
                File.pathSeparator,
                target().resolve("test-classes").toString(),
                target().resolve("classes").toString(),
                libraries());
        return new OtherJvm(List.of(), classes);
    }

    private static Path target() {
        return Path.of(System.getProperty("tessera.target", "target"));
    }

    /// Of the paths of this process, what are jars.
    private static String libraries() {
        var both = System.getProperty("jdk.module.path", "")
                + File.pathSeparator
                + System.getProperty("java.class.path", "");
        return String.join(
                File.pathSeparator,
                List.of(both.split(File.pathSeparator)).stream()
                        .filter(path -> path.endsWith(".jar"))
                        .distinct()
                        .toList());
    }

    private static void put(Path folder, JarOutputStream out) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = folder.relativize(file).toString().replace(File.separatorChar, '/');
                if (name.endsWith(".class") && !name.equals("module-info.class")) {
                    out.putNextEntry(new JarEntry(name));
                    Files.copy(file, out);
                }
            }
        }
    }
}
