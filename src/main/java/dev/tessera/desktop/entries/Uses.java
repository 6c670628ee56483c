package dev.tessera.desktop.entries;

import dev.tessera.files.SmallFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// How often and how lately the code of each entry was copied on this computer. A use counts half as much after each
/// fortnight.
///
/// Kept outside of the vault: to save the vault at each copy would push its earlier states out of the backups. The file
/// names entries by their ids alone, which mean nothing without the vault. It is a help, and never in the way: where
/// it cannot be read or written, nothing is known.
public final class Uses {
    private static final Duration HALF = Duration.ofDays(14);
    private static final long MOST_BYTES = 4L * 1024 * 1024;

    private final Optional<Path> file;
    private final Map<UUID, Use> byEntry = new ConcurrentHashMap<>();
    private volatile boolean changed;

    private Uses(Optional<Path> file) {
        this.file = file;
        file.ifPresent(this::read);
    }

    /// Those of one vault, in the folder that the launcher names, `-Dtessera.state`.
    ///
    /// @param vaultId 16 bytes
    public static Uses ofThisComputer(byte[] vaultId) {
        return new Uses(Optional.ofNullable(System.getProperty("tessera.state"))
                .map(folder -> Path.of(folder).resolve("uses-" + HexFormat.of().formatHex(vaultId))));
    }

    /// None, kept nowhere.
    public static Uses none() {
        return new Uses(Optional.empty());
    }

    static Uses in(Path file) {
        return new Uses(Optional.of(file));
    }

    /// One more use.
    void add(UUID entryId, Instant now) {
        byEntry.merge(entryId, new Use(1, now), (before, _) -> new Use(before.at(now) + 1, now));
        changed = true;
    }

    /// How much it is used; 0 if it never was.
    double score(UUID entryId, Instant now) {
        var use = byEntry.get(entryId);
        return use == null ? 0 : use.at(now);
    }

    /// Writes what is new.
    public void save() {
        if (changed) {
            changed = false;
            file.ifPresent(this::write);
        }
    }

    private record Use(double score, Instant last) {
        double at(Instant now) {
            double halves = Math.max(0, Duration.between(last, now).toSeconds() / (double) HALF.toSeconds());
            return score * Math.pow(0.5, halves);
        }
    }

    private void write(Path there) {
        try {
            var lines = byEntry.entrySet().stream()
                    .map(each -> each.getKey() + " " + each.getValue().score() + " "
                            + each.getValue().last().getEpochSecond())
                    .sorted()
                    .collect(Collectors.joining("\n"));
            SmallFile.replace(there, lines);
        } catch (IOException _) {
            // The list is in another order next time.
        }
    }

    private void read(Path there) {
        try {
            if (Files.exists(there) && Files.size(there) <= MOST_BYTES) {
                Files.readString(there).lines().forEach(this::read);
            }
        } catch (IOException _) {
            // Nothing is known, as on a new computer.
        }
    }

    private void read(String line) {
        var parts = line.split(" ", -1);
        if (parts.length != 3) {
            return;
        }
        try {
            double score = Double.parseDouble(parts[1]);
            if (Double.isFinite(score) && score > 0) {
                var last = Instant.ofEpochSecond(Long.parseLong(parts[2]));
                byEntry.put(UUID.fromString(parts[0]), new Use(score, last));
            }
        } catch (IllegalArgumentException | java.time.DateTimeException _) {
            // No line of ours.
        }
    }
}
