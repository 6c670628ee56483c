package dev.tessera.demo;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A login side of its own for each test, and a Chromium that remembers nothing of the one before.
abstract class WalkInChromium extends InChromium {
    Walk walk;

    @BeforeEach
    void start() {
        walk = new Walk();
        chromium.forget();
    }

    @AfterEach
    void close() {
        walk.close();
    }
}
