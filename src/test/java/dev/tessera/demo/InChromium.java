package dev.tessera.demo;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/// One Chromium for all tests of a class.
abstract class InChromium {
    @TempDir
    private static Path profile;

    static Chromium chromium;

    @BeforeAll
    static void startChromium() {
        chromium = new Chromium(profile);
    }

    @AfterAll
    static void endChromium() {
        if (chromium != null) {
            chromium.close();
        }
    }
}
