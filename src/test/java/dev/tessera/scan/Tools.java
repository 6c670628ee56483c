package dev.tessera.scan;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a test needs of the machine. Without it the test is skipped and says what to install; with
/// `-Dtessera.tools=required` it fails.
public final class Tools {
    private Tools() {}

    /// @param program found on the path
    /// @param where what to install
    public static void need(String program, String where) {
        need(
                List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                        .anyMatch(path -> Files.isExecutable(Path.of(path, program))),
                program,
                where);
    }

    /// @param there whether it is there
    public static void need(boolean there, String what, String where) {
        if (!there && "required".equals(System.getProperty("tessera.tools"))) {
            throw new AssertionError(what + " is missing: " + where);
        }
        assumeTrue(there, what + " is not installed: " + where);
    }
}
