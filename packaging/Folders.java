import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/// Whole folders.
class Folders {
    private Folders() {}

    /// Everything in it, itself first, each folder before what it holds.
    static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted().toList();
        }
    }

    /// With dates and rights.
    static void copy(Path from, Path to) throws IOException {
        for (var file : below(from)) {
            var target = to.resolve(from.relativize(file).toString());
            if (Files.isDirectory(file)) {
                Files.createDirectories(target);
            } else {
                Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /// Also where there is none.
    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (var file : below(folder).reversed()) {
                Files.delete(file);
            }
        }
    }
}
