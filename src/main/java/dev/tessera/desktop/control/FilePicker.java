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
}
