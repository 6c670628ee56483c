package dev.tessera.vault.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.crypto.Passphrase;
import dev.tessera.otp.OtpParameters.Totp;
import dev.tessera.vault.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two processes save on one file at the same time, `-Dtessera.saves=500` times each.
class TwoProcessesTest {
    private static final int SAVES = Integer.getInteger("tessera.saves", 60);

    /// The other process: adds its entries, one save each.
    static void main(String[] arguments) throws IOException {
        addEntries(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    }

    @Test
    void savingAtTheSameTimeLoseNoEdit(@TempDir Path folder) throws IOException, InterruptedException {
        var file = folder.resolve("accounts.tessera");
        VaultFile.create(file, passphrase(), KdfCost.LEAST).close();
        var other = OtherJvm.start(TwoProcessesTest.class, file.toString(), "1", Integer.toString(SAVES));
        addEntries(file, 2, SAVES);
        assertThat(other.waitFor()).isZero();
        try (var opened = VaultFile.open(file, passphrase())) {
            var expected = IntStream.range(0, SAVES).boxed().flatMap(n -> List.of(id(1, n), id(2, n)).stream());
            assertThat(opened.vault().entries().stream().map(Entry::id))
                    .containsExactlyInAnyOrderElementsOf(expected.toList());
            assertThat(opened.generation()).isEqualTo(1 + 2 * SAVES);
        }
    }

    private static void addEntries(Path file, int process, int saves) throws IOException {
        try (var opened = VaultFile.open(file, passphrase())) {
            for (int n = 0; n < saves; n++) {
                var sample = SampleVault.entry(1, "Entry " + n, Totp.standard());
                var entry =
                        new Entry(id(process, n), sample.account(), sample.details(), sample.usage(), sample.stamps());
                opened.save(vault -> vault.with(entry));
            }
        }
    }

    private static UUID id(int process, int number) {
        return new UUID(process, number);
    }

    private static Passphrase passphrase() {
        return Passphrase.copyOf("right".toCharArray());
    }
}
