package dev.tessera.vault.file;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Another process with the classes of this one.
final class OtherJvm {
    private OtherJvm() {}

    /// Runs the `main` of a test class; what it says on its standard output can be read, errors are shown.
    static Process start(Class<?> main, String... arguments) throws IOException {
        return start(List.of(), main, arguments);
    }

    /// The same under another program, such as a tracer.
    ///
    /// @param under that program and its own arguments
    static Process start(List<String> under, Class<?> main, String... arguments) throws IOException {
        var target = Path.of(System.getProperty("tessera.target", "target"));
        var classes = String.join(
                File.pathSeparator,
                target.resolve("test-classes").toString(),
                target.resolve("classes").toString(),
                System.getProperty("jdk.module.path", ""),
                System.getProperty("java.class.path", ""));
        var command = new ArrayList<>(under);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classes,
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
