package dev.tessera.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class LockedPageTest {
    @Test
    void keepsBytesUntilItIsClosed() {
        var page = LockedPage.allocate();
        page.put(new byte[] {1, 2, 3});
        assertThat(page.get(4)).containsExactly(1, 2, 3, 0);
        page.close();
        assertThat(page.get(4)).containsOnly(0);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void isCountedAsLockedByTheKernelWhileItIsOpen() throws IOException {
        long before = lockedKib();
        try (var page = LockedPage.allocate()) {
            assertThat(page.isLocked()).isTrue();
            assertThat(lockedKib()).isEqualTo(before + LockedPage.SIZE / 1024);
        }
        assertThat(lockedKib()).isEqualTo(before);
    }

    private static long lockedKib() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmLck:"))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
