package dev.tessera.vault.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.crypto.Passphrase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/// A process that saves again and again is killed without warning, again and again, on the same vault.
///
/// `-Dtessera.kills=1000` kills so many, on two vaults at once.
class KilledSavesTest {
    private static final int KILLS = Integer.getInteger("tessera.kills", 10);
    private static final String SETTING = "saves";
    private static final int MOST_SAVES = 6;
    private static final int LONGEST_SAVE_NANOS = 6_000_000;

    /// The other process: saves the next number, and then says that it did. It opens the vault by a recovery key, which
    /// takes less time than a passphrase.
    ///
    /// @param arguments the file, the recovery key, and how often to save; for ever if that is missing
    static void main(String[] arguments) throws IOException {
        var out = new PrintStream(System.out, true, US_ASCII);
        int left = arguments.length > 2 ? Integer.parseInt(arguments[2]) : Integer.MAX_VALUE;
        try (var vault = open(Path.of(arguments[0]), arguments[1])) {
            for (int next = number(vault) + 1; left > 0; next++, left--) {
                var number = Integer.toString(next);
                vault.save(content -> content.withSetting(SETTING, number));
                out.println(number);
            }
        }
    }

    @Test
    void loseNothingThatWasAcknowledged(@TempDir Path folder, TestReporter reporter) throws Exception {
        var jvm = OtherJvm.trained(
                folder,
                KilledSavesTest.class,
                folder.resolve("training.tessera").toString(),
                created(folder.resolve("training.tessera")),
                "3");
        var first = new Victim(folder.resolve("first.tessera"), jvm);
        var second = new Victim(folder.resolve("second.tessera"), jvm);
        try (var both = Executors.newFixedThreadPool(2)) {
            for (var done : both.invokeAll(List.of(first, second))) {
                done.get();
            }
        }
        reporter.publishEntry("%d kills, %d saves, none lost".formatted(KILLS, first.present + second.present));
    }

    /// One vault, and the half of all kills.
    private static final class Victim implements Callable<Void> {
        private final RandomGenerator random = new Random();
        private final Path file;
        private final String recoveryKey;
        private final OtherJvm jvm;
        private int present;

        Victim(Path file, OtherJvm jvm) throws IOException {
            this.file = file;
            this.jvm = jvm;
            recoveryKey = created(file);
        }

        @Override
        public Void call() throws IOException, InterruptedException {
            for (int kill = 1; kill <= KILLS / 2; kill++) {
                int acknowledged = Math.max(present, acknowledgedUntilKilled());
                try (var vault = open(file, recoveryKey)) {
                    present = number(vault);
                    assertThat(present).as("after kill %d", kill).isBetween(acknowledged, acknowledged + 1);
                }
            }
            return null;
        }

        /// Kills the process somewhere within a save, and returns the last save that it told.
        private int acknowledgedUntilKilled() throws IOException, InterruptedException {
            var process = jvm.run(KilledSavesTest.class, file.toString(), recoveryKey);
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
    }

    /// Makes a vault, and returns its recovery key.
    private static String created(Path file) throws IOException {
        try (var passphrase = Passphrase.copyOf("right".toCharArray());
                var vault = VaultFile.create(file, passphrase, KdfCost.LEAST);
                var key = vault.waysIn().newRecoveryKey()) {
            return new String(key.toCharArray());
        }
    }

    private static int number(VaultFile vault) {
        return Integer.parseInt(vault.vault().settings().getOrDefault(SETTING, "0"));
    }

    private static VaultFile open(Path file, String recoveryKey) throws IOException {
        try (var typed = Passphrase.copyOf(recoveryKey.toCharArray())) {
            return VaultFile.open(file, typed);
        }
    }
}
