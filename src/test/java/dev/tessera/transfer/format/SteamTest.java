package dev.tessera.transfer.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.crypto.ForeignArgon2id;
import dev.tessera.crypto.Key;
import dev.tessera.crypto.Passphrase;
import dev.tessera.crypto.Pbkdf2;
import dev.tessera.transfer.Expected;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Importers;
import dev.tessera.transfer.PassphraseNeededException;
import dev.tessera.transfer.UnsupportedImportException;
import dev.tessera.transfer.WrongImportPassphraseException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SteamTest {
    private static final String ACCOUNT =
            "{\"shared_secret\":\"MTIzNDU=\",\"account_name\":\"ann\",\"revocation_code\":\"R1\","
                    + "\"server_time\":\"0\",\"Session\":{\"SteamID\":76561199441992970}}";
    private static final Expected ANN = Expected.of("Steam / ann", "3132333435", "steam SHA1 5 30");
    private static final byte[] SALT = "saltsalt".getBytes(UTF_8);
    private static final byte[] IV = new byte[16];

    @TempDir
    Path folder;

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private Import read(Path path, String passphrase) throws IOException {
        try (var file = ImportFile.read(path);
                var typed = Passphrase.ofForeignFile(passphrase.toCharArray())) {
            var candidates = Formats.all().detect(file);
            return passphrase.isEmpty() ? Importers.read(candidates, file) : Importers.read(candidates, file, typed);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String sealed(Key key, String content) {
        try (key) {
            return base64(Exports.cbc(key.toByteArray(), IV, content.getBytes(UTF_8)));
        }
    }

    private static String sda(String content) {
        return sealed(new Pbkdf2(Pbkdf2.Hash.SHA1, 50_000).derive("p".getBytes(UTF_8), SALT), content);
    }

    private static String sdaEntry(String name) {
        return "{\"filename\":\"%s\",\"encryption_salt\":\"%s\",\"encryption_iv\":\"%s\",\"steamid\":1}"
                .formatted(name, base64(SALT), base64(IV));
    }

    private static String cliEntry(String name, String scheme) {
        return "{\"filename\":\"%s\",\"encryption\":{\"scheme\":\"%s\",\"salt\":\"%s\",\"iv\":\"%s\"}}"
                .formatted(name, scheme, base64(SALT), base64(IV));
    }

    private static String manifest(String... entries) {
        return "{\"encrypted\":true,\"entries\":[" + String.join(",", entries) + "]}";
    }

    @Test
    void oneAccountAndAMapOfThemAreRead() throws ImportException {
        for (var json :
                new String[] {ACCOUNT, "{\"accounts\":{\"1\":" + ACCOUNT + "}}", "{\"accounts\":[" + ACCOUNT + "]}"}) {
            try (var found = Exports.read(json)) {
                assertThat(found.format()).isEqualTo("steam");
                assertThat(Expected.allOf(found)).containsExactly(ANN);
                assertThat(found.entries().getFirst().extras().note()).isEqualTo("Revocation code: R1");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "\"uri\":\"otpauth://totp/Steam:ben?secret=AA&issuer=Steam\"; Steam / ben",
                "\"uri\":null,\"Session\":{\"SteamID\":76561199441992970}; Steam / 76561199441992970",
                "\"steamid\":\"12\"; Steam / 12",
                "\"steam_id\":34; Steam / 34",
                "\"account_name\":null; Steam / "
            })
    void anAccountWithoutNameIsCalledByWhatThereIs(String members, String names) throws ImportException {
        var json = "{\"shared_secret\":\"MTIzNDU=\"," + members + "}";
        assertThat(Expected.allOf(Exports.read(json)))
                .containsExactly(Expected.of(
                        names.stripTrailing().endsWith("/") ? "Steam / " : names, "3132333435", "steam SHA1 5 30"));
    }

    @Test
    void theLinkCountsWhereTheSecretIsMissing() throws ImportException {
        var json =
                "{\"shared_secret\":null,\"account_name\":\"ann\",\"uri\":\"otpauth://totp/Steam:ann?secret=GEZDGNBV&issuer=Steam&digits=5\"}";
        assertThat(Expected.allOf(Exports.read(json))).containsExactly(ANN);
    }

    @Test
    void aBadAccountIsNamedAndCostsNoOther() throws ImportException {
        var json =
                "{\"accounts\":{\"1\":{\"shared_secret\":\"*\",\"account_name\":\"bad\"},\"2\":{\"account_name\":\"none\"},\"3\":"
                        + ACCOUNT + "}}";
        try (var found = Exports.read(json)) {
            assertThat(Expected.allOf(found)).containsExactly(ANN);
            assertThat(found.rejected()).extracting("label").containsExactly("Steam (bad)", "Steam (none)");
        }
    }

    @Test
    void aSealedMaFileOpensByTheManifestBesideIt() throws IOException {
        var file = write("1.maFile", sda(ACCOUNT));
        for (var entry :
                new String[] {sdaEntry("1.maFile"), cliEntry("1.maFile", "LegacySdaCompatible"), sdaEntry("gone")}) {
            write("manifest.json", manifest(entry));
            assertThat(Expected.allOf(read(file, "p"))).containsExactly(ANN);
        }
        assertThatExceptionOfType(WrongImportPassphraseException.class).isThrownBy(() -> read(file, "wrong"));
        assertThatExceptionOfType(PassphraseNeededException.class).isThrownBy(() -> read(file, ""));
    }

    @Test
    void theNewerSchemeOfSteamguardCliOpens() throws IOException {
        var salt = base64(new byte[16]);
        var key = new ForeignArgon2id(12_288, 3, 12).derive("p".getBytes(UTF_8), new byte[16]);
        var file = write("1.maFile", sealed(key, ACCOUNT));
        write("manifest.json", manifest(cliEntry("1.maFile", "Argon2idAes256").replace(base64(SALT), salt)));
        assertThat(Expected.allOf(read(file, "p"))).containsExactly(ANN);
    }

    @Test
    void aManifestStandsForAllThatLiesBesideIt() throws IOException {
        write("1.maFile", sda(ACCOUNT));
        write("2.maFile", ACCOUNT.replace("ann", "ben"));
        write("3.maFile", "{\"other\":1}");
        var manifest = write(
                "manifest.json",
                manifest(
                        sdaEntry("1.maFile"),
                        sdaEntry("2.maFile"),
                        sdaEntry("3.maFile"),
                        sdaEntry("gone"),
                        sdaEntry("../1.maFile")));
        try (var found = read(manifest, "p")) {
            assertThat(Expected.allOf(found))
                    .containsExactly(ANN, Expected.of("Steam / ben", "3132333435", "steam SHA1 5 30"));
            assertThat(found.rejected()).extracting("label").containsExactly("3.maFile", "gone", "../1.maFile");
        }
        assertThatExceptionOfType(PassphraseNeededException.class).isThrownBy(() -> read(manifest, ""));
        var plain = write("manifest.json", "{\"encrypted\":false,\"entries\":[{\"filename\":\"2.maFile\"}]}");
        assertThat(read(plain, "").entries()).hasSize(1);
    }

    @Test
    void theManifestIsAskedForWhereItIsMissingOrTellsNothing() throws IOException {
        var file = write("1.maFile", sda(ACCOUNT));
        assertAsks(file);
        write("manifest.json", "{\"entries\":[{\"filename\":\"1.maFile\"}]}");
        assertAsks(file);
        write("manifest.json", "{damaged");
        assertAsks(file);
        Files.delete(folder.resolve("manifest.json"));
        write("1.manifest.json", manifest(sdaEntry("1.maFile")));
        assertThat(Expected.allOf(read(file, "p"))).containsExactly(ANN);
    }

    private void assertAsks(Path file) {
        assertThatExceptionOfType(UnsupportedImportException.class)
                .isThrownBy(() -> read(file, ""))
                .withMessageContaining("manifest.json");
    }

    @Test
    void steamsOwnLinkDoesNotTellItsFiveSigns() throws ImportException {
        var json =
                "{\"shared_secret\":null,\"account_name\":\"ann\",\"uri\":\"otpauth://totp/Steam:ann?secret=GEZDGNBV&issuer=Steam\"}";
        assertThat(Expected.allOf(Exports.read(json))).containsExactly(ANN);
    }

    @Test
    void aBadMaFileCostsNoOther() throws IOException {
        write("1.maFile", sda(ACCOUNT));
        write("2.maFile", "{damaged");
        write("3.maFile", sda("x".repeat(60)));
        write("4.maFile", sda(ACCOUNT));
        write("5.maFile", sda(ACCOUNT));
        var manifest = write(
                "manifest.json",
                manifest(
                        sdaEntry("1.maFile"),
                        sdaEntry("2.maFile"),
                        sdaEntry("3.maFile"),
                        "{\"filename\":\"4.maFile\"}",
                        cliEntry("5.maFile", "Other")));
        try (var found = read(manifest, "p")) {
            assertThat(Expected.allOf(found)).containsExactly(ANN);
            assertThat(found.rejected())
                    .extracting("label")
                    .containsExactly("2.maFile", "3.maFile", "4.maFile", "5.maFile");
        }
        assertThatExceptionOfType(WrongImportPassphraseException.class).isThrownBy(() -> read(manifest, "wrong"));
    }

    @Test
    void aMaFileThatIsTooLargeCostsNoOther() throws IOException {
        write("1.maFile", ACCOUNT);
        try (var large =
                FileChannel.open(folder.resolve("2.maFile"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            large.write(ByteBuffer.wrap(new byte[] {1}), ImportFile.MAX_SIZE); // takes no room on the disk
        }
        var manifest = write(
                "manifest.json",
                "{\"encrypted\":false,\"entries\":[{\"filename\":\"2.maFile\"},{\"filename\":\"1.maFile\"}]}");
        try (var found = read(manifest, "")) {
            assertThat(Expected.allOf(found)).containsExactly(ANN);
            assertThat(found.rejected())
                    .singleElement()
                    .satisfies(rejected -> assertThat(rejected.reason()).contains("larger than 64 MiB"));
        }
    }

    @Test
    void aSchemeThatNobodyKnowsIsTold() throws IOException {
        var file = write("1.maFile", sda(ACCOUNT));
        write("manifest.json", manifest(cliEntry("1.maFile", "Other")));
        assertThatExceptionOfType(UnsupportedImportException.class)
                .isThrownBy(() -> read(file, "p"))
                .withMessageContaining("steamguard decrypt");
    }

    @Test
    void whatOpensByChanceIsAWrongPassphrase() throws IOException {
        for (var content : new String[] {"x".repeat(60), "{" + "y".repeat(60), "{\"a\":\"" + "z".repeat(60) + "\"}"}) {
            var file = write("1.maFile", sda(content));
            write("manifest.json", manifest(sdaEntry("1.maFile")));
            assertThatExceptionOfType(WrongImportPassphraseException.class).isThrownBy(() -> read(file, "p"));
        }
    }
}
