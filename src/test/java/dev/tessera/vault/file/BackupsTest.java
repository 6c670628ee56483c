package dev.tessera.vault.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupsTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @TempDir
    private Path folder;

    @Test
    void namesEachByGenerationAndTheTimeWhenItWasSaved() throws IOException {
        var backups = backups("one", "2026-11-25T12:34:56Z");
        backups.keep(vault(), 42);
        assertThat(backups.list()).extracting(Backup::generation).containsExactly(42L);
        assertThat(backups.list().getFirst().file()).hasFileName("00000042-20261125T123456Z.tessera");
        assertThat(backups.list().getFirst().file()).hasContent("one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG-u-nu-arab", "tr-TR", "fa-IR", "th-TH-u-ca-buddhist-nu-thai"})
    void bearTheSameNameWhateverTheLanguageOfTheComputer(String language) throws IOException {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(language));
        try {
            var backups = backups("one", "2026-11-25T12:34:56Z");
            backups.keep(vault(), 42);
            assertThat(backups.list().getFirst().file()).hasFileName("00000042-20261125T123456Z.tessera");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void keepsTwoFilesOfOneGenerationAndTheSameFileOnce() throws IOException {
        var backups = backups("one", "2026-11-25T12:00:00Z");
        backups.keep(vault(), 42);
        backups.keep(vault(), 42);
        assertThat(backups.list()).hasSize(1);
        Files.delete(vault());
        backups("two", "2026-11-25T12:00:00Z").keep(vault(), 42);
        assertThat(backups.list())
                .extracting(backup -> backup.file().getFileName().toString())
                .containsExactly("00000042-20261125T120000Z-2.tessera", "00000042-20261125T120000Z.tessera");
    }

    @Test
    void keepsTheTenLatest() {
        var all = new ArrayList<Backup>();
        for (int generation = 30; generation >= 1; generation--) {
            all.add(backup(generation, MONDAY));
        }
        assertThat(Backups.kept(all)).containsExactlyInAnyOrderElementsOf(all.subList(0, 10));
    }

    @Test
    void keepsTheLastOfEachOfSevenDaysAndFourWeeks() {
        var all = new ArrayList<Backup>();
        long generation = 200;
        for (int day = 0; day < 60; day++) {
            for (int save = 0; save < 3; save++) {
                all.add(backup(generation--, MONDAY.minusDays(day)));
            }
        }
        assertThat(Backups.kept(all).stream()
                        .sorted((a, b) -> Long.compare(b.generation(), a.generation()))
                        .map(Backup::generation))
                .as("200 to 191: the latest; then one a day to day 6; then Sundays of earlier weeks")
                .containsExactly(
                        200L, 199L, 198L, 197L, 196L, 195L, 194L, 193L, 192L, 191L, 188L, 185L, 182L, 176L, 155L);
    }

    @Test
    void removesTheOthersAndNothingElse() throws IOException {
        var backups = backups("now", "2026-11-25T12:00:00Z");
        for (int generation = 1; generation <= 14; generation++) {
            backups.keep(vault(), generation);
        }
        var note = Files.createFile(backupFolder().resolve("my notes.tessera"));
        backups.prune();
        assertThat(backups.list())
                .extracting(Backup::generation)
                .containsExactly(14L, 13L, 12L, 11L, 10L, 9L, 8L, 7L, 6L, 5L);
        assertThat(note).exists();
    }

    @Test
    void areNoneWithoutAFolder() throws IOException {
        assertThat(new Backups(vault(), new DiskCalls()).list()).isEqualTo(List.of());
    }

    private Backups backups(String content, String saved) throws IOException {
        Files.writeString(vault(), content);
        Files.setLastModifiedTime(vault(), FileTime.from(Instant.parse(saved)));
        return new Backups(vault(), new DiskCalls());
    }

    private Path vault() {
        return folder.resolve("accounts.tessera");
    }

    private Path backupFolder() {
        return folder.resolve("accounts.tessera.backups");
    }

    private static Backup backup(long generation, LocalDate day) {
        return new Backup(
                Path.of(generation + ".tessera"),
                generation,
                day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
