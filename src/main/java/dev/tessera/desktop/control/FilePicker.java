package dev.tessera.desktop.control;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Asks the person for files; called on the toolkit's thread, and blocks it as the system's own dialog does.
public interface FilePicker {
    /// An existing vault; empty when called off.
    Optional<Path> pickVault();

    /// Pictures with QR codes; none when called off.
    List<Path> pickPictures();

    /// Exports of other programs; none when called off.
    List<Path> pickExports();

    /// A file to write; empty when called off. If there is one of this name, the person has agreed to lose it.
    ///
    /// @param name what it may be called
    Optional<Path> pickNew(String name);

    /// Picks nothing, as a person does who calls each dialog off.
    static FilePicker none() {
        return new FilePicker() {
            @Override
            public Optional<Path> pickVault() {
                return Optional.empty();
            }

            @Override
            public List<Path> pickPictures() {
                return List.of();
            }

            @Override
            public List<Path> pickExports() {
                return List.of();
            }

            @Override
            public Optional<Path> pickNew(String name) {
                return Optional.empty();
            }
        };
    }
}
