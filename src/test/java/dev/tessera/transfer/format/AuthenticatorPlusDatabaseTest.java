package dev.tessera.transfer.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.crypto.Passphrase;
import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Expected;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Importers;
import dev.tessera.transfer.PassphraseNeededException;
import dev.tessera.transfer.UnsupportedImportException;
import dev.tessera.transfer.WrongImportPassphraseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthenticatorPlusDatabaseTest {
    private static final String PASSPHRASE = "pässwörd";

    /// Three accounts that SQLCipher 3.4.1 itself sealed.
    private static byte[] sealed() throws IOException {
        try (var in = Objects.requireNonNull(
                AuthenticatorPlusDatabaseTest.class.getResourceAsStream("authplus.db"), "authplus.db")) {
            return in.readAllBytes();
        }
    }

    @Test
    void whatSqlCipherSealedOpensWithItsPassphrase() throws IOException {
        try (var found = Exports.read(sealed(), PASSPHRASE)) {
            assertThat(found.format()).isEqualTo("authenticator_plus_db");
            assertThat(Expected.allOf(found))
                    .containsExactly(
                            Expected.of("Acme / ann", "31323334353637383930", "totp SHA1 6 30"),
                            Expected.of(" / count", "3132333435", "hotp SHA1 6 7")
                                    .tagged("Work"),
                            Expected.of(
                                            "Battle.net / Hero",
                                            "3132333435363738393031323334353637383930",
                                            "totp SHA1 8 30")
                                    .tagged("Games"));
            assertThat(found.rejected()).isEmpty();
        }
    }

    @Test
    void aWrongPassphraseNoneAndDamageAreToldApart() throws IOException {
        byte[] file = sealed();
        assertThatExceptionOfType(WrongImportPassphraseException.class)
                .isThrownBy(() -> Exports.read(file, "password"));
        assertThatExceptionOfType(PassphraseNeededException.class).isThrownBy(() -> Exports.read(file));
        file[1500] ^= 1;
        assertThatExceptionOfType(DamagedImportException.class).isThrownBy(() -> Exports.read(file, PASSPHRASE));
        file[500] ^= 1;
        assertThatExceptionOfType(WrongImportPassphraseException.class)
                .isThrownBy(() -> Exports.read(file, PASSPHRASE));
    }

    @Test
    void bytesThatDoNotLookSealedAreNothingOfIts() {
        assertThatExceptionOfType(UnsupportedImportException.class).isThrownBy(() -> Exports.read(new byte[2048], "p"));
    }

    @Test
    void oneWithoutItsSealIsReadAsWellAndABadRowCostsNoOther() throws ImportException {
        var file = Databases.of(Databases.Table.of(
                "accounts",
                "email TEXT, secret TEXT, counter INTEGER, type INTEGER, issuer TEXT, original_name TEXT, category TEXT",
                List.of("", "3132333435363738393031323334353637383930", 0, 2, "", "US-1234", "All Accounts"),
                List.of("type", "GEZDGNBV", 0, 3),
                List.of("hex", "GEZDGNBV", 0, 2),
                List.of("secret", "0189", 0, 0),
                List.of("ann", "GEZDGNBV", 0, 0, "Acme")));
        try (var found = Exports.read(file)) {
            assertThat(found.format()).isEqualTo("authenticator_plus_db");
            assertThat(found.entries())
                    .extracting(entry -> entry.account().accountName())
                    .containsExactly("US-1234", "ann");
            assertThat(found.rejected()).extracting("label").containsExactly("type", "Battle.net (hex)", "secret");
        }
    }

    /// What SQLCipher keeps beside its database is sealed, too, and not read.
    @Test
    void aLogBesideTheSealedDatabaseIsToldAsMissing(@TempDir Path folder) throws IOException {
        var database = Files.write(folder.resolve("authplus.db"), sealed());
        assertThat(notes(database)).noneMatch(note -> note.contains("-wal"));
        Files.write(folder.resolve("authplus.db-wal"), new byte[] {1});
        assertThat(notes(database)).anyMatch(note -> note.contains("-wal") && note.contains("Close the app"));
    }

    private static List<String> notes(Path path) throws IOException {
        try (var file = ImportFile.read(path);
                var passphrase = Passphrase.ofForeignFile(PASSPHRASE.toCharArray());
                var found = Importers.read(Formats.all().detect(file), file, passphrase)) {
            return found.notes();
        }
    }
}
