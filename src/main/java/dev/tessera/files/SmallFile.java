package dev.tessera.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A text file that is there as it was or as it is to be, never half of it: settings, what was seen, what is used. Not
/// for what must not be lost: the vault has its own way of saving, which waits for the disk.
public final class SmallFile {
    private SmallFile() {}

    /// Puts a file with `text` in the place of `file`; its folder is made if it is not there.
    ///
    /// @throws IOException if it cannot be written; then all is as it was
    public static void replace(Path file, String text) throws IOException {
        var place = file.toAbsolutePath();
        var folder = Files.createDirectories(place.resolveSibling(""));
        Path written = Files.createTempFile(folder, "." + place.getFileName(), null);
        try {
            Files.writeString(written, text);
            Files.move(written, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
    }
}
