package dev.tessera.transfer.zip;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.crypto.Passphrase;
import dev.tessera.transfer.CostlyImportException;
import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.UnsupportedImportException;
import dev.tessera.transfer.WrongImportPassphraseException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.AesVersion;
import net.lingala.zip4j.model.enums.CompressionMethod;
import org.junit.jupiter.api.Test;

class ZipArchiveTest {
    private static final String TEXT = "otpauth://totp/Acme:ann?secret=GEZDGNBV\n".repeat(600);
    private static final String NAME = "a/b.txt";
    private static final String PASSPHRASE = "pässwörd ß";

    private static String read(byte[] zip) throws ImportException {
        try (var file = ImportFile.of(zip.clone())) {
            var archive = ZipArchive.of(file);
            return new String(archive.read(archive.members().getFirst()), UTF_8);
        }
    }

    private static String open(byte[] zip, String passphrase) throws ImportException {
        try (var file = ImportFile.of(zip.clone());
                var typed = Passphrase.ofForeignFile(passphrase.toCharArray())) {
            var archive = ZipArchive.of(file);
            return new String(archive.open(archive.members().getFirst(), typed), UTF_8);
        }
    }

    private static void assertHarmless(byte[] zip) {
        try {
            assertThat(open(zip, PASSPHRASE)).isEqualTo(TEXT);
        } catch (ImportException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        } catch (NoSuchElementException _) {
            // The directory has no member left.
        }
    }

    @Test
    void aPlainMemberIsReadAndFoldersAreNone() throws ImportException {
        assertThat(read(Zips.plain(NAME, TEXT))).isEqualTo(TEXT);
        assertThat(open(Zips.plain(NAME, TEXT), PASSPHRASE)).isEqualTo(TEXT);
        var files = new LinkedHashMap<String, String>();
        files.put("folder/", "");
        files.put("folder\\Some.TXT", "1");
        files.put("folder/other.txt", "");
        try (var file = ImportFile.of(Zips.plain(files))) {
            var archive = ZipArchive.of(file);
            assertThat(archive.members())
                    .extracting(ZipMember::path)
                    .containsExactly("folder/Some.TXT", "folder/other.txt");
            assertThat(archive.find("some.txt")).contains(archive.members().getFirst());
            assertThat(archive.find("Folder/some.txt")).isPresent();
            assertThat(archive.find("e.txt")).isEmpty();
            assertThat(archive.read(archive.members().getLast())).isEmpty();
        }
    }

    @Test
    void whatIsNoZipIsNone() throws ImportException {
        try (var file = ImportFile.of("PK".getBytes(US_ASCII))) {
            assertThat(ZipArchive.isMeant(file)).isFalse();
            assertThat(ZipArchive.find(file)).isEmpty();
        }
    }

    @Test
    void zipCryptoOpensWithItsPassphraseAlone() throws ImportException {
        // One wrong passphrase in 256 passes the first check; these must fail all the same.
        assertOpensAlone(Zips.zipCrypto(PASSPHRASE, NAME, TEXT), 600);
    }

    @Test
    void aesOfEachStrengthOpensWithItsPassphraseAlone() throws ImportException {
        // The library that writes them here does not write those of 192 bits.
        for (var strength : new AesKeyStrength[] {AesKeyStrength.KEY_STRENGTH_128, AesKeyStrength.KEY_STRENGTH_256}) {
            for (var version : AesVersion.values()) {
                for (var method : new CompressionMethod[] {CompressionMethod.STORE, CompressionMethod.DEFLATE}) {
                    assertOpensAlone(Zips.aes(PASSPHRASE, NAME, TEXT, strength, version, method), 3);
                }
            }
        }
    }

    private static void assertOpensAlone(byte[] zip, int tries) throws ImportException {
        assertThat(open(zip, PASSPHRASE)).isEqualTo(TEXT);
        for (int i = 0; i < tries; i++) {
            var wrong = "wrong" + i;
            assertThatExceptionOfType(WrongImportPassphraseException.class).isThrownBy(() -> open(zip, wrong));
        }
        assertThatExceptionOfType(WrongImportPassphraseException.class).isThrownBy(() -> open(zip, ""));
        assertThatExceptionOfType(DamagedImportException.class).isThrownBy(() -> read(zip));
    }

    @Test
    void aPassphraseIsTriedAsWindowsWritesIt() throws ImportException {
        for (var charset : new String[] {"UTF-8", "windows-1252", "IBM850"}) {
            byte[] password = PASSPHRASE.getBytes(Charset.forName(charset));
            assertThat(open(Zips.zipCrypto(password, NAME, TEXT), PASSPHRASE)).isEqualTo(TEXT);
        }
        assertThat(open(Zips.zipCrypto("лето", NAME, TEXT), "лето")).isEqualTo(TEXT);
    }

    @Test
    void theLargeFormOfTheDirectoryIsRead() throws ImportException {
        byte[] content = TEXT.getBytes(UTF_8);
        var zip = ByteBuffer.allocate(content.length + 400).order(ByteOrder.LITTLE_ENDIAN);
        var crc = new CRC32();
        crc.update(content);
        zip.putInt(0x04034b50).put(new byte[10]).putInt((int) crc.getValue());
        zip.putInt(content.length).putInt(content.length).putShort((short) 1).putShort((short) 0);
        zip.put((byte) 'a').put(content);
        int directory = zip.position();
        zip.putInt(0x02014b50)
                .put(new byte[12])
                .putInt((int) crc.getValue())
                .putInt(-1)
                .putInt(-1);
        zip.putShort((short) 1)
                .putShort((short) 32)
                .put(new byte[10])
                .putInt(-1)
                .put((byte) 'a');
        zip.putShort((short) 9).putShort((short) 0).putShort((short) 1).putShort((short) 24);
        zip.putLong(content.length).putLong(content.length).putLong(0);
        int end = zip.position();
        zip.putInt(0x06064b50).putLong(44).put(new byte[12]).putLong(1).putLong(1);
        zip.putLong(end - directory).putLong(directory);
        zip.putInt(0x07064b50).putInt(0).putLong(end).putInt(1);
        zip.putInt(0x06054b50).put(new byte[4]).putShort((short) -1).putShort((short) -1);
        zip.putInt(-1).putInt(-1).putShort((short) 0);
        byte[] whole = Arrays.copyOf(zip.array(), zip.position());
        assertThat(read(whole)).isEqualTo(TEXT);
        for (int length = 0; length < whole.length; length++) {
            assertHarmless(Arrays.copyOf(whole, length));
        }
    }

    @Test
    void cutOffAnywhereAndEachBitFlipped() {
        for (byte[] zip :
                new byte[][] {Zips.zipCrypto(PASSPHRASE, NAME, TEXT), Zips.plain(NAME, TEXT), Zips.plain(Map.of())}) {
            for (int length = 0; length < zip.length; length++) {
                assertHarmless(Arrays.copyOf(zip, length));
            }
            for (int bit = 0; bit < zip.length * Byte.SIZE; bit++) {
                byte[] changed = zip.clone();
                changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
                assertHarmless(changed);
            }
        }
    }

    @Test
    void moreFilesThanAnyExportHasAreRefused() {
        var files = new LinkedHashMap<String, String>();
        IntStream.rangeClosed(0, ZipDirectory.MAX_MEMBERS).forEach(i -> files.put("f" + i, ""));
        assertThatExceptionOfType(CostlyImportException.class)
                .isThrownBy(() -> read(Zips.plain(files)))
                .withMessageContaining("more than 10000 files");
    }

    @Test
    void whatUnpacksToFarMoreThanItsSizeIsRefused() {
        assertThatExceptionOfType(CostlyImportException.class)
                .isThrownBy(() -> read(Zips.plain(NAME, " ".repeat(2 << 20))))
                .withMessageContaining("200 times");
    }

    @Test
    void whatUnpacksToMoreThanAnyExportIsRefused() {
        byte[] zip = Zips.plain(NAME, TEXT);
        assertThatExceptionOfType(CostlyImportException.class)
                .isThrownBy(() -> read(withNumber(zip, 24, ImportFile.MAX_SIZE + 1)))
                .withMessageContaining("larger than 64 MiB");
    }

    @Test
    void aMemberThatIsNotAsLongAsItsDirectorySaysIsDamaged() {
        byte[] zip = Zips.plain(NAME, TEXT);
        for (int size : new int[] {0, 1, TEXT.length() - 1, TEXT.length() + 1}) {
            assertThatExceptionOfType(DamagedImportException.class).isThrownBy(() -> read(withNumber(zip, 24, size)));
        }
    }

    @Test
    void allThatIsReadCountsTogether() throws ImportException {
        var random = new Random(1);
        var noise = new StringBuilder();
        for (int i = 0; i < 1 << 20; i++) {
            noise.append((char) ('0' + random.nextInt(10)));
        }
        try (var file = ImportFile.of(Zips.plain(NAME, noise.toString()))) {
            var archive = ZipArchive.of(file);
            for (int i = 0; i < 64; i++) {
                archive.read(archive.members().getFirst());
            }
            assertThatExceptionOfType(CostlyImportException.class)
                    .isThrownBy(() -> archive.read(archive.members().getFirst()));
        }
    }

    @Test
    void aZipInsideAZipIsNotOpened() {
        assertThatExceptionOfType(CostlyImportException.class)
                .isThrownBy(() -> read(Zips.plain(NAME, "PK\3\4 and more")))
                .withMessageContaining("zip inside this zip");
    }

    @Test
    void whatIsPackedInAnotherWayIsTold() {
        for (int change : new int[] {1 << 6, 14 << 16}) {
            // flags and method in the directory
            byte[] zip = withNumber(Zips.plain(NAME, TEXT), 8, change);
            assertThatExceptionOfType(UnsupportedImportException.class)
                    .isThrownBy(() -> read(zip))
                    .withMessageContaining("Unpack it");
        }
    }

    /// A number of the only member in the directory.
    private static byte[] withNumber(byte[] zip, int at, int number) {
        byte[] changed = zip.clone();
        var buffer = ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN);
        int directory = buffer.getInt(zip.length - 22 + 16);
        buffer.putInt(directory + at, number);
        return changed;
    }
}
