package dev.tessera.transfer.kdbx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.crypto.Passphrase;
import dev.tessera.transfer.CostlyImportException;
import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Hashes;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.UnsupportedImportException;
import dev.tessera.transfer.WrongImportPassphraseException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KdbxTest {
    private static final String PASSPHRASE = " pässwort ";
    private static final byte[] PASSWORD = Hashes.sha256(PASSPHRASE.getBytes(UTF_8));

    /// Protected values before, between and behind those that count; a history that does not count.
    static final String XML = """
            <?xml version="1.0" encoding="utf-8" standalone="yes"?>
            <KeePassFile><Meta><Binaries><Binary ID="0" Protected="True">{{an attached file}}</Binary></Binaries></Meta>
            <Root><Group><UUID>AA==</UUID><Name>Root</Name><Entry>
            <String><Key>Password</Key><Value Protected="True">{{hunter2}}</Value></String>
            <String><Key>Title</Key><Value>Äcme</Value></String>
            <String><Key>otp</Key><Value Protected="True">{{GEZDGNBV}}</Value></String>
            <String><Key>Notes</Key><Value Protected="True">{{}}</Value></String>
            <History><Entry><String><Key>otp</Key><Value Protected="True">{{AAAAAAAA}}</Value></String></Entry></History>
            </Entry><Entry><String><Key>Title</Key><Value>Second</Value></String>
            <String><Key>TOTP Seed</Key><Value Protected="True">{{STEAMKEY}}</Value></String></Entry></Group></Root></KeePassFile>""";

    private static KeePassDatabase open(byte[] bytes, String passphrase) throws ImportException {
        try (var file = ImportFile.of(bytes.clone());
                var typed = Passphrase.ofForeignFile(passphrase.toCharArray());
                var keys = Keys.of(typed, file)) {
            return Kdbx.open(file, keys);
        }
    }

    private static void assertOpens(byte[] bytes) throws ImportException {
        var database = open(bytes, PASSPHRASE);
        assertThat(database.entries())
                .extracting(KeePassEntry::fields)
                .containsExactly(
                        Map.of("Title", "Äcme", "otp", "GEZDGNBV", "Notes", ""),
                        Map.of("Title", "Second", "TOTP Seed", "STEAMKEY"));
    }

    @ParameterizedTest
    @CsvSource({
        "4, 31c1f2e6bf714350be5805216afc5aff, ef636ddf8c29444b91f7a9a403e30a0c, 3",
        "4, 31c1f2e6bf714350be5805216afc5aff, 9e298b1956db4773b23dfc3ec6f0a1e6, 2",
        "4, d6038a2b8b6f4cb5a524339a31dbb59a, c9d9f39a628a4460bf740d08c18a4fea, 3",
        "4, d6038a2b8b6f4cb5a524339a31dbb59a, 7c02bb8279a74ac0927d114a00648238, 2",
        "4, ad68f29f576f4bb9a36ad47af965346c, ef636ddf8c29444b91f7a9a403e30a0c, 3",
        "3, 31c1f2e6bf714350be5805216afc5aff, c9d9f39a628a4460bf740d08c18a4fea, 2",
        "3, d6038a2b8b6f4cb5a524339a31dbb59a, c9d9f39a628a4460bf740d08c18a4fea, 3",
        "3, ad68f29f576f4bb9a36ad47af965346c, c9d9f39a628a4460bf740d08c18a4fea, 2"
    })
    void eachVersionCipherDerivationAndStreamOpens(int major, String cipher, String kdf, int stream)
            throws ImportException {
        for (boolean gzip : new boolean[] {true, false}) {
            var file = new KdbxFile();
            file.major = major;
            file.cipher = cipher;
            file.kdf = kdf;
            file.stream = stream;
            file.gzip = gzip;
            file.attachment = new byte[20_000];
            byte[] bytes = file.seal(XML, PASSWORD);
            assertOpens(bytes);
            assertThatExceptionOfType(WrongImportPassphraseException.class)
                    .isThrownBy(() -> open(bytes, PASSPHRASE.strip()))
                    .withMessageContaining("key file");
        }
    }

    @Test
    void theFirstVersionOfArgon2Opens() throws ImportException {
        var file = new KdbxFile();
        file.parameters.put("V", KdbxFile.u32(0x10));
        assertOpens(file.seal(XML, PASSWORD));
    }

    @Test
    void anEmptyPassphraseIsOne() throws ImportException {
        assertThat(open(new KdbxFile().seal(XML, Hashes.sha256()), "").entries())
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void noChangedByteIsReadAsSomethingElse(int major) {
        var file = new KdbxFile();
        file.major = major;
        file.kdf = KdbxFile.AES_KDF;
        file.stream = 2;
        byte[] bytes = file.seal(XML, PASSWORD);
        for (int at = 0; at < bytes.length; at += at < 300 ? 1 : 7) {
            byte[] changed = bytes.clone();
            changed[at] ^= (byte) 0x80; // of the rounds, too much or little enough
            try {
                assertOpens(changed); // what nothing depends on, such as the minor version
            } catch (ImportException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void whatIsCutOffIsRefused(int major) {
        var file = new KdbxFile();
        file.major = major;
        file.kdf = KdbxFile.AES_KDF;
        byte[] bytes = file.seal(XML, PASSWORD);
        for (int length = 4; length < bytes.length; length += 5) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatExceptionOfType(ImportException.class).isThrownBy(() -> open(cut, PASSPHRASE));
        }
    }

    @Test
    void damageUnderTheRightPassphraseIsNoWrongPassphrase() {
        byte[] bytes = new KdbxFile().seal(XML, PASSWORD);
        bytes[bytes.length - 100] ^= 1;
        assertThatExceptionOfType(DamagedImportException.class)
                .isThrownBy(() -> open(bytes, PASSPHRASE))
                .withMessageContaining("The passphrase is right");
        byte[] head = new KdbxFile().seal(XML, PASSWORD);
        head[20] ^= 1;
        assertThatExceptionOfType(ImportException.class).isThrownBy(() -> open(head, PASSPHRASE));
    }

    @ParameterizedTest
    @CsvSource({"M, 2147483648", "M, -1", "I, 100001", "I, 0", "M, 1024", "R, 500000001", "R, 0", "R, -1"})
    void costsThatNobodySetsAreRefusedAtOnce(String name, long value) {
        var file = new KdbxFile();
        file.kdf = name.equals("R") ? KdbxFile.AES_KDF_4 : KdbxFile.ARGON2ID;
        file.parameters.put(name, KdbxFile.u64(value));
        byte[] bytes = file.seal(XML, PASSWORD);
        assertThatExceptionOfType(CostlyImportException.class).isThrownBy(() -> open(bytes, PASSPHRASE));
    }

    @Test
    void workBeyondAllMeasureAndManyLanesAreRefused() {
        var work = new KdbxFile();
        work.parameters.put("M", KdbxFile.u64(1L << 30));
        work.parameters.put("I", KdbxFile.u64(17));
        var lanes = new KdbxFile();
        lanes.parameters.put("P", KdbxFile.u32(129));
        lanes.parameters.put("M", KdbxFile.u64(1L << 30));
        for (var file : new KdbxFile[] {work, lanes}) {
            byte[] bytes = file.seal(XML, PASSWORD);
            assertThatExceptionOfType(CostlyImportException.class).isThrownBy(() -> open(bytes, PASSPHRASE));
        }
    }

    @Test
    void whatIsNotKnownIsToldWithTheWayThatWorks() {
        var cipher = new KdbxFile();
        cipher.cipher = "00".repeat(16);
        var kdf = new KdbxFile();
        kdf.kdf = "00".repeat(16);
        var stream = new KdbxFile();
        stream.stream = 1;
        var secret = new KdbxFile();
        secret.parameters.put("K", new byte[4]);
        var version = new KdbxFile();
        version.major = 5;
        for (var file : new KdbxFile[] {cipher, kdf, stream, secret, version}) {
            byte[] bytes = file.seal(XML, PASSWORD);
            assertThatExceptionOfType(UnsupportedImportException.class)
                    .isThrownBy(() -> open(bytes, PASSPHRASE))
                    .withMessageContaining("KeePass");
        }
        byte[] first = new KdbxFile().seal(XML, PASSWORD);
        first[4] = 0x65;
        assertThatExceptionOfType(UnsupportedImportException.class)
                .isThrownBy(() -> open(first, PASSPHRASE))
                .withMessageContaining("KeePass 1");
    }

    @Test
    void partsOfWrongLengthAreDamage() {
        var compression = new KdbxFile();
        compression.compression = 2;
        var seed = new KdbxFile();
        seed.kdf = KdbxFile.AES_KDF;
        byte[] bytes = seed.seal(XML, PASSWORD);
        assertThatExceptionOfType(DamagedImportException.class)
                .isThrownBy(() -> open(compression.seal(XML, PASSWORD), PASSPHRASE));
        // The length of the cipher's field: what follows is out of step.
        bytes[13] = 15;
        assertThatExceptionOfType(ImportException.class).isThrownBy(() -> open(bytes, PASSPHRASE));
    }

    @Test
    void whatUnpacksToTooMuchIsRefused() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(packed)) {
            for (int mebibyte = 0; mebibyte <= 256; mebibyte++) {
                zip.write(new byte[1 << 20]);
            }
        }
        assertThat(packed.size()).isLessThan(1 << 20);
        try (var content = Content.of(packed.toByteArray(), true)) {
            content.pass(256 << 20);
            assertThatExceptionOfType(CostlyImportException.class)
                    .isThrownBy(content::read)
                    .withMessageContaining("unpacks to more than 256 MiB");
        }
    }

    @Test
    void whatDoesNotUnpackOrEndsWithinItsHeaderIsDamage() throws IOException {
        try (var content = Content.of(new byte[3], false)) {
            assertThatExceptionOfType(DamagedImportException.class).isThrownBy(() -> content.take(4));
            assertThatExceptionOfType(DamagedImportException.class).isThrownBy(() -> content.take(-1));
            assertThatExceptionOfType(DamagedImportException.class).isThrownBy(() -> content.pass(-1));
            assertThatExceptionOfType(DamagedImportException.class).isThrownBy(() -> content.pass(1));
        }
        for (int major : new int[] {3, 4}) {
            var file = new KdbxFile();
            file.major = major;
            file.kdf = KdbxFile.AES_KDF;
            file.gzip = false;
            file.compression = 1;
            byte[] bytes = file.seal(XML, PASSWORD);
            assertThatExceptionOfType(DamagedImportException.class)
                    .isThrownBy(() -> open(bytes, PASSPHRASE))
                    .withMessageContaining("The passphrase is right");
        }
    }
}
