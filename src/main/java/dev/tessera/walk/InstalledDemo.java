package dev.tessera.walk;

import dev.tessera.cli.DemoPackage;
import dev.tessera.cli.Launchers;
import dev.tessera.cli.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// The demo login side, alone or beside the window.
public final class InstalledDemo implements DemoPackage {
    @Override
    public int start(Launchers.DemoRequest request, Terminal terminal) throws IOException {
        return DemoLauncher.start(request, terminal);
    }

    @Override
    public int start(Optional<Path> pictures, Terminal terminal) throws IOException {
        Trial.run(pictures, terminal.out());
        return 0;
    }
}
