package dev.tessera.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProcessGuardTest {
    @BeforeEach
    void needLinux() {
        assumeTrue(Files.exists(Path.of("/proc/self/status")), "only Linux has prctl(2)");
    }

    @AfterEach
    void closeAgain() {
        ProcessGuard.close();
    }

    @Test
    void closesTheProcessToOthers() {
        ProcessGuard.close();

        assertThat(ProcessGuard.isOpen()).contains(false);
    }

    @Test
    void isLiftedAsLongAsSomebodyNeedsIt() {
        ProcessGuard.close();
        var one = ProcessGuard.lift();
        try (var _ = ProcessGuard.lift()) {
            assertThat(ProcessGuard.isOpen()).contains(true);
        }
        assertThat(ProcessGuard.isOpen()).contains(true);
        one.close();
        one.close();

        assertThat(ProcessGuard.isOpen()).contains(false);
    }
}
