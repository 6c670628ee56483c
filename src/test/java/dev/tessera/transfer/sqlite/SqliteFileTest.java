package dev.tessera.transfer.sqlite;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.tessera.transfer.CostlyImportException;
import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Fields;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that SQLite 3.40 wrote, and what harm can be made of them.
class SqliteFileTest {
    private static final int PAGE = 512;

    private static byte[] resource(String name) throws IOException {
        try (var in = Objects.requireNonNull(SqliteFileTest.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        }
    }

    private static List<Fields> rows(byte[] bytes, String table) throws ImportException {
        return rows(bytes, new byte[0], table);
    }

    private static List<Fields> rows(byte[] bytes, byte[] log, String table) throws ImportException {
        try (var file = ImportFile.of(bytes.clone(), log.clone())) {
            var rows = new ArrayList<Fields>();
            SqliteFile.open(file).forEach(table, rows::add);
            return rows;
        }
    }

    private static List<String> texts(List<Fields> rows, String column) {
        return rows.stream().map(row -> row.text(column)).toList();
    }

    @Test
    void rowsOfManyPagesAndLongTextsComeInTheirOrder() throws Exception {
        var rows = rows(resource("many.sqlite"), "the (odd) one");
        assertThat(rows).hasSize(100);
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            assertThat(row.text("na\"me")).isEqualTo("Zoë " + i + " 😀 " + "x".repeat(i % 40 == 7 ? 800 : i));
            assertThat(row.number("count")).hasValue(i * (long) i * i * 1_000_003);
            assertThat(row.node("share").asDouble()).isEqualTo(i / 4.0);
            assertThat(row.text("last")).isEqualTo(i % 3 == 0 ? "" : String.valueOf(i));
            assertThat(row.has("raw")).isFalse();
            assertThat(row.has("later")).isFalse();
        }
    }

    @Test
    void tablesAndColumnsAreFoundByName() throws IOException {
        try (var file = ImportFile.of(resource("many.sqlite"))) {
            var database = SqliteFile.open(file);
            assertThat(database.tables()).containsExactly("the (odd) one");
            assertThat(database.has("the (odd) one", "_id", "na\"me", "count", "share", "raw", "last", "later"))
                    .isTrue();
            assertThat(database.has("the (odd) one", "constraint")).isFalse();
            assertThat(database.has("v")).isFalse();
            assertThatNoException().isThrownBy(() -> database.forEach("none", _ -> Assertions.fail("a row")));
        }
    }

    @Test
    void numbersOfEachWidthAndTheOtherOrderOfBytes() throws Exception {
        var rows = rows(resource("big-endian.sqlite"), "t");
        assertThat(texts(rows, "a")).containsExactly("Zoë", "b", "c", "d", "e", "f", "g");
        assertThat(texts(rows, "b"))
                .containsExactly("-1", "-300", "8388608", "140737488355328", "9223372036854775807", "0", "1");
    }

    @Test
    void theLogIsReadUpToTheLastTransactionThatEnded() throws Exception {
        byte[] log = resource("log.sqlite-wal");
        assertThat(log.length).as("has frames behind the last end").isGreaterThan(32 + 2 * (24 + PAGE));
        assertThat(texts(rows(resource("log.sqlite"), log, "t"), "a")).containsExactly("in the file", "in the log");
        assertThat(texts(rows(resource("log.sqlite"), "t"), "a")).containsExactly("in the file");
    }

    @Test
    void aLogThatIsMissingOrBelongsToAnotherIsTold() throws IOException {
        byte[] log = resource("log.sqlite-wal");
        assertThat(notes(resource("log.sqlite"), log))
                .singleElement()
                .asString()
                .startsWith("The newest changes were read");
        assertThat(notes(resource("many.sqlite"), new byte[0])).isEmpty();
        assertThat(notes(resource("log.sqlite"), new byte[0]))
                .singleElement()
                .asString()
                .contains("-wal");
        log[30] ^= 1;
        assertThat(notes(resource("log.sqlite"), log))
                .singleElement()
                .asString()
                .startsWith("The newest entries may be missing");
    }

    private static List<String> notes(byte[] bytes, byte[] log) throws ImportException {
        try (var file = ImportFile.of(bytes, log.clone())) {
            var findings = new Findings("any");
            SqliteFile.open(file).noteLog(findings);
            return findings.toImport().notes();
        }
    }

    @Test
    void theLogBesideTheFileIsFound(@TempDir Path folder) throws IOException {
        var path = Files.write(folder.resolve("log.sqlite"), resource("log.sqlite"));
        try (var file = ImportFile.read(path)) {
            assertThat(SqliteFile.open(file).lacksLog()).isTrue();
        }
        Files.write(folder.resolve("log.sqlite-wal"), resource("log.sqlite-wal"));
        try (var file = ImportFile.read(path)) {
            assertThat(SqliteFile.open(file).lacksLog()).isFalse();
        }
    }

    /// Whatever is changed, it ends in an exception of ours or in rows.
    private static void assertHarmless(byte[] bytes, byte[] log) {
        try {
            assertThat(rows(bytes, log, "t")).hasSizeLessThan(1000);
        } catch (ImportException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    @Test
    void cutOffAnywhereAndEachBitFlipped() throws IOException {
        byte[] file = resource("log.sqlite");
        byte[] log = resource("log.sqlite-wal");
        for (int length = 0; length < file.length; length++) {
            assertHarmless(Arrays.copyOf(file, length), new byte[0]);
        }
        for (int length = 0; length < log.length; length++) {
            assertHarmless(file, Arrays.copyOf(log, length));
        }
        for (int bit = 0; bit < file.length * Byte.SIZE; bit++) {
            byte[] changed = file.clone();
            changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertHarmless(changed, new byte[0]);
        }
        for (int bit = 0; bit < 200 * Byte.SIZE; bit++) {
            byte[] changed = log.clone();
            changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertHarmless(file, changed);
        }
    }

    @Test
    void whatIsCutOffIsToldAsDamage() throws IOException {
        byte[] file = resource("many.sqlite");
        assertThatExceptionOfType(DamagedImportException.class)
                .isThrownBy(() -> rows(Arrays.copyOf(file, file.length / 2), "the (odd) one"))
                .withMessageContaining("not copied completely");
        assertThatExceptionOfType(DamagedImportException.class)
                .isThrownBy(() -> rows("SQLite format 3\0".getBytes(US_ASCII), "t"));
    }

    @Test
    void aPageThatIsItsOwnChildIsDamage() throws IOException {
        byte[] file = resource("log.sqlite");
        // The second page, the table's, becomes one with a child: itself.
        var page = ByteBuffer.wrap(file, PAGE, PAGE).slice();
        page.put(0, (byte) 5).putShort(3, (short) 0).putInt(8, 2);
        assertThatExceptionOfType(DamagedImportException.class).isThrownBy(() -> rows(file, "t"));
    }

    /// Each pointer of a page may name the same cell, so that a small file would hold any number of long rows.
    @Test
    void rowsThatShareTheirBytesAreDamage() throws IOException {
        byte[] file = resource("log.sqlite");
        var page = ByteBuffer.wrap(file, PAGE, PAGE).slice();
        int cell = page.getShort(8);
        page.putShort(3, (short) 200);
        for (int i = 0; i < 200; i++) {
            page.putShort(8 + 2 * i, (short) cell);
        }
        assertThatExceptionOfType(DamagedImportException.class).isThrownBy(() -> rows(file, "t"));
    }

    @Test
    void aLongFileOfNoSenseTakesLittleTime() throws IOException {
        byte[] file = Arrays.copyOf(resource("log.sqlite"), 16 << 20);
        for (int page = 1; page < file.length / PAGE; page++) {
            // Each page is the parent of the next.
            ByteBuffer.wrap(file, page * PAGE, PAGE)
                    .slice()
                    .put(0, (byte) 5)
                    .putShort(3, (short) 0)
                    .putInt(8, page + 2);
        }
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertHarmless(file, file));
        assertThatExceptionOfType(CostlyImportException.class)
                .isThrownBy(() -> rows(file, new byte[ImportFile.MAX_SIZE + 1], "t"));
    }
}
