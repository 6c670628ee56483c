package dev.tessera.vault.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.crypto.Passphrase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/// A process that saves again and again is killed without warning, again and again, on the same vault.
///
/// `-Dtessera.kills=1000` kills so many.
class KilledSavesTest {
    private static final int KILLS = Integer.getInteger("tessera.kills", 10);
    private static final String SETTING = "saves";
    private static final int MOST_SAVES = 6;
    private static final int LONGEST_SAVE_NANOS = 6_000_000;

    private final RandomGenerator random = RandomGenerator.getDefault();

    /// The other process: saves the next number, and then says that it did.
    static void main(String[] arguments) throws IOException {
        var out = new PrintStream(System.out, true, US_ASCII);
        try (var vault = open(Path.of(arguments[0]))) {
            for (int next = number(vault) + 1; ; next++) {
                var number = Integer.toString(next);
                vault.save(content -> content.withSetting(SETTING, number));
                out.println(number);
            }
        }
    }

    @Test
    void loseNothingThatWasAcknowledged(@TempDir Path folder, TestReporter reporter)
            throws IOException, InterruptedException {
        var file = folder.resolve("accounts.tessera");
        try (var passphrase = passphrase()) {
            VaultFile.create(file, passphrase, KdfCost.LEAST).close();
        }
        int present = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            int acknowledged = Math.max(present, acknowledgedUntilKilled(file));
            try (var vault = open(file)) {
                present = number(vault);
                assertThat(present).as("after kill %d", kill).isBetween(acknowledged, acknowledged + 1);
            }
        }
        reporter.publishEntry("%d kills, %d saves, none lost".formatted(KILLS, present));
    }

    /// Kills the process somewhere within a save, and returns the last save that it told.
    private int acknowledgedUntilKilled(Path file) throws IOException, InterruptedException {
        var process = OtherJvm.start(KilledSavesTest.class, file.toString());
        int last = 0;
        try (var told = new BufferedReader(new InputStreamReader(process.getInputStream(), US_ASCII))) {
            int enough = 1 + random.nextInt(MOST_SAVES);
            for (int i = 0; i < enough; i++) {
                last = Integer.parseInt(told.readLine());
            }
            LockSupport.parkNanos(random.nextInt(LONGEST_SAVE_NANOS));
            process.toHandle().destroyForcibly(); // that of the process itself closes what it has told
            for (var line = told.readLine(); line != null; line = told.readLine()) {
                last = Integer.parseInt(line);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        return last;
    }

    private static int number(VaultFile vault) {
        return Integer.parseInt(vault.vault().settings().getOrDefault(SETTING, "0"));
    }

    private static VaultFile open(Path file) throws IOException {
        try (var passphrase = passphrase()) {
            return VaultFile.open(file, passphrase);
        }
    }

    private static Passphrase passphrase() {
        return Passphrase.copyOf("right".toCharArray());
    }
}
