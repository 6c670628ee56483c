package dev.tessera.desktop;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.control.FilePicker;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/// The system's own file dialogs.
public final class SystemFilePicker implements FilePicker {
    private final Window owner;

    public SystemFilePicker(Window owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> pickVault() {
        var chooser = new FileChooser();
        chooser.setTitle(text("files.vault"));
        chooser.getExtensionFilters()
                .addAll(
                        new ExtensionFilter(text("files.vaults"), "*.tessera"),
                        new ExtensionFilter(text("files.all"), "*.*"));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    @Override
    public List<Path> pickPictures() {
        var chooser = new FileChooser();
        chooser.setTitle(text("files.picture"));
        chooser.getExtensionFilters()
                .addAll(
                        new ExtensionFilter(
                                text("files.pictures"),
                                "*.png",
                                "*.jpg",
                                "*.jpeg",
                                "*.gif",
                                "*.bmp",
                                "*.webp",
                                "*.tif",
                                "*.tiff"),
                        new ExtensionFilter(text("files.all"), "*.*"));
        return paths(chooser);
    }

    /// What an export is shows in its content, so that every file may be chosen.
    @Override
    public List<Path> pickExports() {
        var chooser = new FileChooser();
        chooser.setTitle(text("files.exports"));
        return paths(chooser);
    }

    @Override
    public Optional<Path> pickNew(String name) {
        var chooser = new FileChooser();
        chooser.setTitle(text("files.new"));
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }

    private List<Path> paths(FileChooser chooser) {
        List<File> files = Objects.requireNonNullElse(chooser.showOpenMultipleDialog(owner), List.of());
        return files.stream().map(File::toPath).toList();
    }
}
