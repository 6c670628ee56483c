package dev.tessera.desktop.heap;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A secret and a word that a process keeps on purpose, in every form that is searched for: where these are not found,
/// nothing would be.
final class Kept {
    /// Makes a `String` keep two bytes a sign.
    private static final char WIDE = '→';

    private static final List<Object> ALL = new ArrayList<>();

    private Kept() {}

    /// @param secret a file with its bytes
    /// @param word a file with a few signs
    static void keep(Path secret, Path word) throws IOException {
        byte[] bytes = read(secret);
        ALL.add(bytes);
        Needle.texts(bytes).values().forEach(Kept::keep);
        var text = new StringBuilder();
        for (byte sign : read(word)) {
            text.append((char) sign);
        }
        ALL.add(text.toString());
        ALL.add(text.toString().toCharArray());
    }

    /// Makes garbage of what stands in the file.
    static void drop(Path file) throws IOException {
        byte[] garbage = read(file);
        if (garbage.length == 0) {
            throw new IOException("there is nothing in " + file);
        }
    }

    private static void keep(String text) {
        ALL.add(text);
        ALL.add(text + WIDE);
        ALL.add(text.toCharArray());
    }

    private static byte[] read(Path file) throws IOException {
        try (var in = new FileInputStream(file.toFile())) {
            return in.readAllBytes();
        }
    }
}
