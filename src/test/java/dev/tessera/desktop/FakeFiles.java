package dev.tessera.desktop;

import dev.tessera.desktop.control.FilePicker;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The dialogs for files, which a test answers beforehand; one that it does not expect fails it.
public final class FakeFiles implements FilePicker {
    public Supplier<Optional<Path>> vault = () -> {
        throw unexpected();
    };
    public Supplier<List<Path>> pictures = () -> {
        throw unexpected();
    };
    public Supplier<List<Path>> exports = () -> {
        throw unexpected();
    };
    public Supplier<Optional<Path>> newFile = () -> {
        throw unexpected();
    };

    private static AssertionError unexpected() {
        return new AssertionError("nobody asks for this file here");
    }

    @Override
    public Optional<Path> pickVault() {
        return vault.get();
    }

    @Override
    public List<Path> pickPictures() {
        return pictures.get();
    }

    @Override
    public List<Path> pickExports() {
        return exports.get();
    }

    @Override
    public Optional<Path> pickNew(String name) {
        return newFile.get();
    }
}
