package dev.tessera.desktop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.tessera.Main;
import dev.tessera.crypto.Passphrase;
import dev.tessera.session.VaultSession;
import dev.tessera.vault.file.KdfCost;
import dev.tessera.vault.file.OtherJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The whole program, started for a window.
@ExtendWith(WindowTest.NeedsText.class)
class WindowProcessTest {
    /// What nobody needs who is asked for a passphrase. One class of these that a start touches is looked for in every
    /// jar, where it was not learned.
    private static final List<String> HEAVY = List.of(
            "picocli.",
            "com.fasterxml.",
            "com.google.zxing.",
            "com.github.sarxos.",
            "org.apache.",
            "org.freedesktop.",
            "java.sql.");

    @Test
    @Timeout(120)
    void itAsksForThePassphraseWithoutWhatComesLater(@TempDir Path home) throws Exception {
        var vault = home.resolve("vault.tessera");
        try (var passphrase = Passphrase.copyOf("a phrase".toCharArray())) {
            VaultSession.create(vault, passphrase, KdfCost.LEAST, InstantSource.system())
                    .close();
        }
        var process = start(home, vault);
        try {
            assertThat(loadedUntil("dev.tessera.desktop.unlock.UnlockView", process))
                    .filteredOn(name -> HEAVY.stream().anyMatch(name::startsWith))
                    .isEmpty();
        } finally {
            process.destroyForcibly().onExit().join();
        }
    }

    private static Process start(Path home, Path vault) throws IOException {
        var builder = OtherJvm.prepared(
                List.of(
                        "-Xlog:class+load:stdout",
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw",
                        "-Djava.awt.headless=true",
                        "-Dtessera.state=" + home),
                Main.class,
                "--vault",
                vault.toString());
        builder.environment().put("XDG_RUNTIME_DIR", home.toString());
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /// The names of the classes that were loaded up to one, with it.
    private static List<String> loadedUntil(String last, Process process) throws IOException {
        var loaded = new ArrayList<String>();
        var lines = process.inputReader(UTF_8);
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.contains(" source: ")) {
                loaded.add(line.replaceFirst("^(\\[.*?])+ ", "").split(" ")[0]);
            }
            if (!loaded.isEmpty() && loaded.getLast().equals(last)) {
                return loaded;
            }
        }
        return fail("the window never came to " + last);
    }
}
