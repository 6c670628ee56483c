package dev.tessera.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// For tests of commands on a vault with one account, [Desk#PEXIP].
abstract class AtADesk {
    @TempDir
    Path home;

    Desk desk;

    @BeforeEach
    void sitDown() throws IOException {
        desk = Desk.with(home, Desk.PEXIP);
    }
}
