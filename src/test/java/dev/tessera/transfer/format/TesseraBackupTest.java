package dev.tessera.transfer.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.crypto.Passphrase;
import dev.tessera.otpauth.OtpauthException;
import dev.tessera.otpauth.OtpauthUri;
import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Expected;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.PassphraseNeededException;
import dev.tessera.transfer.UnsupportedImportException;
import dev.tessera.transfer.WrongImportPassphraseException;
import dev.tessera.vault.Details;
import dev.tessera.vault.Entry;
import dev.tessera.vault.SetAside;
import dev.tessera.vault.Tag;
import dev.tessera.vault.Unknown;
import dev.tessera.vault.Vault;
import dev.tessera.vault.file.KdfCost;
import dev.tessera.vault.file.SealedCopy;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Our own sealed backup, read as the file of any other program is.
class TesseraBackupTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private static Entry entry(String link) {
        try {
            return Entry.create(OtpauthUri.parse(link).account(), NOW);
        } catch (OtpauthException e) {
            throw new AssertionError("the tests' own links are right", e);
        }
    }

    private static byte[] sealed(Vault vault, String passphrase) {
        try (var typed = Passphrase.copyOf(passphrase.toCharArray())) {
            return SealedCopy.seal(vault, typed, KdfCost.LEAST, new SecureRandom());
        }
    }

    private static Vault vault() {
        var work = Tag.create("Work", NOW);
        var first = entry("otpauth://totp/Züge:ann?secret=GEZDGNBV&issuer=Züge&digits=8&period=60&algorithm=SHA256");
        first = first.withDetails(new Details(Set.of(work.id()), "a note", true), NOW);
        return Vault.empty()
                .withNew(
                        List.of(
                                first,
                                entry("otpauth://hotp/Bank:bob?secret=GEZDGNBV&issuer=Bank&counter=7"),
                                entry("otpauth://totp/Gone:cy?secret=GEZDGNBV&issuer=Gone")
                                        .binned(NOW)),
                        List.of(work));
    }

    @Test
    void everythingThatAnAccountHasComesOver() throws ImportException {
        var found = Exports.read(sealed(vault(), "an owl"), "an owl");
        assertThat(found.format()).isEqualTo("tessera");
        assertThat(Expected.allOf(found))
                .containsExactlyInAnyOrder(
                        Expected.of("Züge / ann", "3132333435", "totp SHA256 8 60")
                                .tagged("Work"),
                        Expected.of("Bank / bob", "3132333435", "hotp SHA1 6 7"),
                        Expected.of("Gone / cy", "3132333435", "totp SHA1 6 30"));
        var first = found.entries().stream()
                .filter(entry -> entry.account().issuer().equals("Züge"))
                .findFirst()
                .orElseThrow();
        assertThat(first.extras().tags()).containsExactly("Work");
        assertThat(first.extras().note()).isEqualTo("a note");
        assertThat(first.extras().pinned()).isTrue();
        assertThat(found.entries()).filteredOn(entry -> entry.extras().binned()).hasSize(1);
        assertThat(found.rejected()).isEmpty();
    }

    /// Composed and decomposed are one passphrase for our own vaults, whatever the keyboard writes.
    @Test
    void itsPassphraseIsOneInEachForm() throws ImportException {
        assertThat(Exports.read(sealed(vault(), "p\u00e4ss"), "pa\u0308ss").entries())
                .hasSize(3);
    }

    @Test
    void entriesOfALaterReleaseAreToldAndNotLost() throws ImportException {
        var aside = SetAside.copyOf("{\"id\":\"of a later kind\"}".getBytes(UTF_8), "");
        var found = Exports.read(sealed(vault().withUnknown(new Unknown(List.of(aside), Map.of())), "p"), "p");
        assertThat(found.entries()).hasSize(3);
        assertThat(found.rejected())
                .singleElement()
                .satisfies(rejected -> assertThat(rejected.reason()).startsWith("a later version of Tessera wrote it"));
    }

    @Test
    void aWrongPassphraseNoneDamageAndALaterVersionAreToldApart() {
        byte[] file = sealed(vault(), "p");
        assertThatExceptionOfType(PassphraseNeededException.class).isThrownBy(() -> Exports.read(file));
        assertThatExceptionOfType(WrongImportPassphraseException.class).isThrownBy(() -> Exports.read(file, "wrong"));
        assertThatExceptionOfType(DamagedImportException.class)
                .isThrownBy(() -> Exports.read(Arrays.copyOf(file, file.length - 1), "p"));
        byte[] changed = file.clone();
        changed[file.length - 1] ^= 1;
        assertThatExceptionOfType(DamagedImportException.class).isThrownBy(() -> Exports.read(changed, "p"));
        byte[] later = file.clone();
        later[9] = 99;
        assertThatExceptionOfType(UnsupportedImportException.class).isThrownBy(() -> Exports.read(later, "p"));
    }
}
