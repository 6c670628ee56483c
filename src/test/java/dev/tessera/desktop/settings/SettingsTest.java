package dev.tessera.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.desktop.control.Language;
import dev.tessera.desktop.settings.Setting.Look;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private final Path file;

    SettingsTest(@TempDir Path folder) {
        this.file = folder.resolve("config").resolve("settings.properties");
    }

    @Test
    void withoutAFileAllIsAsUsual() {
        assertThat(settings().of(Setting.LOOK).get()).isEqualTo(Look.SYSTEM);
        assertThat(settings().of(Setting.LOCK_AFTER).get()).isEqualTo(Duration.ofMinutes(5));
        assertThat(file).doesNotExist();
    }

    @Test
    void whatIsChosenIsThereTheNextTime() {
        var settings = settings();
        settings.of(Setting.LOOK).set(Look.DARK);
        settings.of(Setting.SIZE).set(150);
        settings.of(Setting.LANGUAGE).set(Optional.of(Language.CHINESE_TRADITIONAL));
        settings.of(Setting.LOCK_AFTER).set(Duration.ZERO);
        settings.of(Setting.HIDDEN_CODES).set(true);
        var next = settings();
        assertThat(next.of(Setting.LOOK).get()).isEqualTo(Look.DARK);
        assertThat(next.of(Setting.SIZE).get()).isEqualTo(150);
        assertThat(next.of(Setting.LANGUAGE).get()).contains(Language.CHINESE_TRADITIONAL);
        assertThat(next.of(Setting.LOCK_AFTER).get()).isZero();
        assertThat(next.of(Setting.HIDDEN_CODES).get()).isTrue();
        assertThat(next.of(Setting.FRESH_CODE).get()).isFalse();
    }

    @Test
    void whatALaterReleaseWroteStays() throws IOException {
        write("look=dark\nfar-future=a\\=b\\\\c é\nsize=1000\n");
        var settings = settings();
        assertThat(settings.of(Setting.SIZE).get()).isEqualTo(100);
        settings.of(Setting.LOOK).set(Look.LIGHT);
        assertThat(Files.readString(file))
                .contains("far-future=a\\=b\\\\c é")
                .contains("look=light")
                .contains("size=1000");
        settings().of(Setting.LOOK).set(Look.DARK);
        assertThat(Files.readString(file)).contains("far-future=a\\=b\\\\c é");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "look",
                "look=pink",
                "\\u12",
                "\u0000\u0001",
                "lock-after-seconds=-1",
                "size=99999999999999999999"
            })
    void anOddFileCountsAsNotChosen(String content) throws IOException {
        write(content);
        assertThat(settings().of(Setting.LOOK).get()).isEqualTo(Look.SYSTEM);
        assertThat(settings().of(Setting.LOCK_AFTER).get()).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings().of(Setting.SIZE).get()).isEqualTo(100);
    }

    @Test
    void bytesThatAreNoTextCountAsNotChosen() throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) 0xc3});
        assertThat(settings().of(Setting.LOOK).get()).isEqualTo(Look.SYSTEM);
    }

    @Test
    void whatCannotBeWrittenIsTold() throws IOException {
        Files.createFile(file.getParent()); // a file where the folder should be
        var settings = settings();
        settings.of(Setting.LOOK).set(Look.DARK);
        assertThat(settings.keptProperty().get()).isFalse();
        assertThat(settings.of(Setting.LOOK).get()).isEqualTo(Look.DARK);
    }

    private Settings settings() {
        return Settings.in(file, Runnable::run, Runnable::run);
    }

    private void write(String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
