package dev.tessera.vault.file;

import dev.tessera.files.SmallFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;

/// The highest generation of each vault that this computer has seen, kept outside of the vault's folder: a synchroniser
/// or a person that puts an older file in the vault's place cannot make it look like the present one.
///
/// It is a help, and never in the way: where it cannot be read or written, nothing is known and nothing is said.
final class SeenGenerations {
    private static final int MOST_DIGITS = 20;

    private final Optional<Path> folder;

    private SeenGenerations(Optional<Path> folder) {
        this.folder = folder;
    }

    /// In the folder that the launcher names, `-Dtessera.state`.
    static SeenGenerations ofThisMachine() {
        return new SeenGenerations(
                Optional.ofNullable(System.getProperty("tessera.state")).map(Path::of));
    }

    static SeenGenerations in(Path folder) {
        return new SeenGenerations(Optional.of(folder));
    }

    /// Remembers nothing.
    static SeenGenerations none() {
        return new SeenGenerations(Optional.empty());
    }

    /// The highest generation that was seen, or 0.
    long highest(byte[] vaultId) {
        return folder.map(there -> read(file(there, vaultId))).orElse(0L);
    }

    /// Remembers a generation, unless a higher one was seen.
    void see(byte[] vaultId, long generation) {
        if (generation > highest(vaultId)) {
            folder.ifPresent(there -> write(there, vaultId, generation));
        }
    }

    private static void write(Path folder, byte[] vaultId, long generation) {
        try {
            SmallFile.replace(file(folder, vaultId), Long.toString(generation));
        } catch (IOException _) {
            // Next time nothing is known, as on a new computer.
        }
    }

    private static Path file(Path folder, byte[] vaultId) {
        return folder.resolve("seen-" + HexFormat.of().formatHex(vaultId));
    }

    private static long read(Path file) {
        try {
            if (Files.size(file) > MOST_DIGITS) {
                return 0;
            }
            return Long.parseLong(Files.readString(file).strip());
        } catch (IOException | NumberFormatException _) {
            return 0;
        }
    }
}
