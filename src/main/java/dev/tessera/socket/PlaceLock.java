package dev.tessera.socket;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// A lock between processes for who changes a socket.
final class PlaceLock {
    private PlaceLock() {}

    static <T> Optional<T> around(Path lockFile, Patience.Step<T> step) {
        try (var file = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            Optional<FileLock> lock = Patience.with(file, file::lock);
            return lock.isPresent() ? Optional.of(step.run()) : Optional.empty();
        } catch (IOException | UnsupportedOperationException _) {
            // Whoever wanted the socket works without it: it is not called, or a file is left that the next start
            // replaces.
            return Optional.empty();
        }
    }
}
