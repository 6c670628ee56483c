package dev.tessera.vault.file;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tessera.scan.Tools;
import java.io.IOException;

/// The tracer of system calls of Linux, which can also make them fail.
final class Strace {
    private Strace() {}

    /// Skips the test where it cannot be used.
    static void need() throws IOException, InterruptedException {
        Tools.need("strace", "on Debian apt install strace");
        int status =
                new ProcessBuilder("strace", "-o", "/dev/null", "true").start().waitFor();
        assumeTrue(status == 0, "this system lets no process trace another");
    }
}
