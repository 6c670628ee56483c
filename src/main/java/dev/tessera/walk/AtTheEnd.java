package dev.tessera.walk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;

/// What is to be tidied up, the last thing first: when it is closed, or when the program is ended by Ctrl+C.
final class AtTheEnd implements AutoCloseable {
    private final Deque<Tidying> open = new ArrayDeque<>();
    private final Thread hook = new Thread(this::closeAtExit, "tidy-up");

    /// One thing to do.
    @FunctionalInterface
    interface Tidying {
        void run() throws IOException;
    }

    AtTheEnd() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    synchronized void add(Tidying tidying) {
        open.push(tidying);
    }

    /// A temporary folder, which goes with all in it.
    ///
    /// @throws IOException if the system's temporary folder cannot be written to
    Path folder(String prefix) throws IOException {
        var folder = Files.createTempDirectory(prefix);
        add(() -> remove(folder));
        return folder;
    }

    @Override
    public void close() throws IOException {
        Runtime.getRuntime().removeShutdownHook(hook);
        tidyUp();
    }

    private void closeAtExit() {
        try {
            tidyUp();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private synchronized void tidyUp() throws IOException {
        while (!open.isEmpty()) {
            open.pop().run();
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
