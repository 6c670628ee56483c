package dev.tessera.transfer.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.transfer.CostlyImportException;
import dev.tessera.transfer.Expected;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.PassphraseNeededException;
import dev.tessera.transfer.WrongImportPassphraseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EnteTest {

    /// Sealed by libsodium: Argon2id of 16 KiB, one message of a secretstream.
    private static final String PASSPHRASE = "päss wörd ";

    private static String sealed() throws IOException {
        try (var in = EnteTest.class.getResourceAsStream("/dev/tessera/transfer/ente-sealed.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertWhatIsInIt(Import found) {
        assertThat(found.format()).isEqualTo("ente");
        assertThat(Expected.allOf(found))
                .containsExactly(
                        Expected.of("Acme / ann", "3132333435363738393031323334353637383930", "totp SHA1 6 30")
                                .tagged("Work"),
                        Expected.of(" / no issuer", "6162636465666768696a", "hotp SHA256 8 7"));
        var first = found.entries().getFirst().extras();
        assertThat(first.note()).isEqualTo("two words");
        assertThat(first.pinned()).isTrue();
        assertThat(found.entries().getLast().extras().binned()).isTrue();
    }

    @Test
    void aSealedFileOpensWithItsPassphrase() throws IOException {
        assertWhatIsInIt(Exports.read(sealed(), PASSPHRASE));
        assertThatExceptionOfType(WrongImportPassphraseException.class)
                .isThrownBy(() -> Exports.read(sealed(), PASSPHRASE.strip()));
        assertThatExceptionOfType(PassphraseNeededException.class).isThrownBy(() -> Exports.read(sealed()));
    }

    @Test
    void aPlainListBringsTagsNotesPinsAndTheBin() throws ImportException {
        assertWhatIsInIt(Exports.read(
                "otpauth://totp/Acme:ann?codeDisplay=%7B%22pinned%22%3Atrue%2C%22tags%22%3A%5B%22Work%22%5D%2C%22note%22%3A%22two+words%22%7D"
                        + "&secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Acme\n"
                        + "otpauth://hotp/:no%20issuer?secret=MFRGGZDFMZTWQ2LK&issuer&algorithm=SHA256&digits=8&counter=7"
                        + "&codeDisplay=%7B%22trashed%22%3Atrue%7D"));
    }

    @Test
    void damagedAdditionsCostTheAdditionsAlone() throws ImportException {
        for (var damaged : new String[] {"%7B%22pinned", "%", "", "true"}) {
            try (var found = Exports.read("otpauth://totp/Acme:ann?secret=GEZDGNBV&codeDisplay=" + damaged)) {
                assertThat(found.entries())
                        .singleElement()
                        .satisfies(entry -> assertThat(entry.repairs()).anyMatch(repair -> repair.contains("damaged")));
            }
        }
    }

    @Test
    void aCostThatNoProgramAsksForIsRefusedAtOnce() throws IOException {
        for (var cost : new String[] {"2199023255552", "-1", "0", "9223372036854775807"}) {
            var file = sealed().replace("\"memLimit\": 16384", "\"memLimit\": " + cost);
            assertThatExceptionOfType(CostlyImportException.class).isThrownBy(() -> Exports.read(file, PASSPHRASE));
        }
        var passes = sealed().replace("\"opsLimit\": 1", "\"opsLimit\": 2147483648");
        assertThatExceptionOfType(CostlyImportException.class).isThrownBy(() -> Exports.read(passes, PASSPHRASE));
    }
}
