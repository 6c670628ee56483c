package dev.tessera.desktop;

import static dev.tessera.desktop.control.Messages.text;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The system's own libraries that JavaFX opens on Linux, looked for where the loader would look.
final class GraphicsLibraries {
    private static final List<String> FOR_WINDOWS = List.of("libgtk-3.so.0", "libXtst.so.6");
    private static final List<String> FOR_OPENGL = List.of("libGL.so.1", "libXxf86vm.so.1");

    private static final List<String> FOR_TEXT = List.of("libpangoft2-1.0.so.0", "libfontconfig.so.1");

    private final List<Path> folders;

    GraphicsLibraries(List<Path> folders) {
        this.folders = folders;
    }

    /// Those of this computer.
    static GraphicsLibraries ofThisComputer(Map<String, String> environment) {
        var folders = new ArrayList<Path>();
        Arrays.stream(environment.getOrDefault("LD_LIBRARY_PATH", "").split(":"))
                .filter(part -> !part.isBlank())
                .map(Path::of)
                .forEach(folders::add);
        for (var name : List.of("/lib", "/usr/lib", "/lib64", "/usr/lib64", "/usr/local/lib")) {
            folders.add(Path.of(name));
        }
        folders.addAll(configured(Path.of("/etc/ld.so.conf.d")));
        return new GraphicsLibraries(folders);
    }

    /// Whether JavaFX could draw with OpenGL; without, it can draw by itself.
    boolean haveOpenGl() {
        return FOR_OPENGL.stream().allMatch(this::isThere);
    }

    /// @throws NoDesktopException if JavaFX could draw no letter; the message tells what to install
    void requireText() throws NoDesktopException {
        var missing = missing(FOR_TEXT);
        if (!missing.isEmpty()) {
            throw new NoDesktopException(text("launch.text-libraries", String.join(", ", missing)));
        }
    }

    /// Why no window came up, in one sentence with what to install; `reason` is JavaFX's own.
    String explain(String reason) {
        if (reason.contains("DISPLAY")) {
            return text("launch.no-display");
        }
        var missing = missing(FOR_WINDOWS);
        return missing.isEmpty()
                ? text("launch.libraries-unknown")
                : text("launch.libraries", String.join(", ", missing));
    }

    private List<String> missing(List<String> names) {
        return names.stream().filter(name -> !isThere(name)).toList();
    }

    private boolean isThere(String name) {
        return folders.stream().map(folder -> folder.resolve(name)).anyMatch(GraphicsLibraries::isLibrary);
    }

    private static boolean isLibrary(Path file) {
        try {
            return Files.size(file) > 0;
        } catch (IOException _) {
            return false;
        }
    }

    /// The folders of the loader's own settings, such as `/lib/x86_64-linux-gnu`.
    private static List<Path> configured(Path settings) {
        var folders = new ArrayList<Path>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(settings, "*.conf")) {
            for (var file : files) {
                Files.readAllLines(file).stream()
                        .map(String::strip)
                        .filter(line -> line.startsWith("/"))
                        .map(Path::of)
                        .forEach(folders::add);
            }
        } catch (IOException _) {
            return folders; // another kind of Linux, which has its libraries in one place
        }
        return folders;
    }
}
