package dev.tessera.vault.file;

import java.io.IOException;
import java.nio.file.Path;

/// The calls by which a save changes the disk. A test stands in here for a disk that fails, or for a
/// power cut between two calls.
interface FileCalls {

    /// Creates `file`, which must not exist, for the owner alone, and writes `bytes`, not yet forced.
    void write(Path file, byte[] bytes) throws IOException;

    /// Waits until the content of `file` is on the disk.
    void force(Path file) throws IOException;

    /// Creates the folder, for the owner alone, if it is not there.
    void createFolder(Path folder) throws IOException;

    /// Gives `existing` a second name, which must not exist.
    void link(Path name, Path existing) throws IOException;

    /// Puts `source` in the place of `target` in one step.
    void replace(Path source, Path target) throws IOException;

    /// Waits until the names in `folder` are on the disk.
    void forceFolder(Path folder) throws IOException;

    /// Removes `file` if it is there.
    void delete(Path file) throws IOException;
}
