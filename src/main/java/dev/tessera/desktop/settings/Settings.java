package dev.tessera.desktop.settings;

import dev.tessera.files.SmallFile;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// What was chosen on this computer, kept in one small file of `name=value` lines. What a later release wrote into it
/// stays there; a value that is none counts as not chosen.
///
/// Used on the thread of the window alone; the file is written by an executor.
public final class Settings {
    private static final int MOST_BYTES = 64 * 1024;

    private final Optional<Path> file;
    private final Executor work;
    private final Map<String, String> lines;
    private final Map<Setting<?>, ObjectProperty<?>> properties = new HashMap<>();
    private final ObjectProperty<Boolean> kept = new SimpleObjectProperty<>(true);
    private final Executor ui;

    private Settings(Optional<Path> file, Executor work, Executor ui, Map<String, String> lines) {
        this.file = file;
        this.work = work;
        this.ui = ui;
        this.lines = lines;
    }

    /// Those of `file`, which need not exist; a file that cannot be read counts as empty, and is not written over
    /// until something is chosen.
    ///
    /// @param work writes the file
    /// @param ui the thread of the window
    public static Settings in(Path file, Executor work, Executor ui) {
        return new Settings(Optional.of(file), work, ui, read(file));
    }

    /// Those of a file that the launcher names, `-Dtessera.config`; without it, until the window is closed.
    public static Settings ofThisComputer(Executor work, Executor ui) {
        return Optional.ofNullable(System.getProperty("tessera.config"))
                .map(folder -> in(Path.of(folder).resolve("settings.properties"), work, ui))
                .orElseGet(Settings::untilClosed);
    }

    /// The usual ones, kept nowhere.
    public static Settings untilClosed() {
        return new Settings(Optional.empty(), Runnable::run, Runnable::run, new TreeMap<>());
    }

    /// The value of one setting. It is kept when it is set.
    @SuppressWarnings("unchecked") // the property was made for this very setting
    public <T> ObjectProperty<T> of(Setting<T> setting) {
        return (ObjectProperty<T>) properties.computeIfAbsent(setting, this::property);
    }

    /// Whether the last choice was written to the disk, or there was none.
    public ObjectProperty<Boolean> keptProperty() {
        return kept;
    }

    private ObjectProperty<?> property(Setting<?> setting) {
        return typed(setting);
    }

    private <T> ObjectProperty<T> typed(Setting<T> setting) {
        T first = Optional.ofNullable(lines.get(setting.name()))
                .flatMap(setting.parse())
                .orElse(setting.usual());
        var property = new SimpleObjectProperty<>(first);
        property.subscribe((_, chosen) -> {
            lines.put(setting.name(), setting.print().apply(chosen));
            save();
        });
        return property;
    }

    private void save() {
        var content = new TreeMap<>(lines);
        file.ifPresent(there -> work.execute(() -> {
            boolean written = write(there, content);
            ui.execute(() -> kept.set(written));
        }));
    }

    private static boolean write(Path file, Map<String, String> content) {
        try {
            var text = new StringBuilder("# Tessera on this computer; written anew at each change.\n");
            content.forEach((name, value) -> text.append(escaped(name))
                    .append('=')
                    .append(escaped(value))
                    .append('\n'));
            SmallFile.replace(file, text.toString());
            return true;
        } catch (IOException _) {
            return false; // told in the sheet, where it was chosen
        }
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("=", "\\=")
                .replace(":", "\\:")
                .replace("\n", "\\n");
    }

    private static Map<String, String> read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                return new TreeMap<>();
            }
            var properties = new Properties();
            properties.load(new StringReader(Files.readString(file, StandardCharsets.UTF_8)));
            var lines = new TreeMap<String, String>();
            properties.forEach((name, value) -> lines.put(String.valueOf(name), String.valueOf(value)));
            return lines;
        } catch (NoSuchFileException _) {
            return new TreeMap<>();
        } catch (IOException | IllegalArgumentException | UncheckedIOException _) {
            return new TreeMap<>(); // not text, or not ours: nothing is chosen
        }
    }
}
