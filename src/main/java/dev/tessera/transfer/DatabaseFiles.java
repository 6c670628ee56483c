package dev.tessera.transfer;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The files that SQLite keeps beside a database while its app runs. What was written last stands in the log, which is
/// read together with the database that it lies beside.
public final class DatabaseFiles {
    private static final Set<String> ENDINGS = Set.of("-wal", "-shm", "-journal");

    private DatabaseFiles() {}

    /// The files of one import without those that belong to another of them.
    public static List<Path> withoutLogs(List<Path> files) {
        var all = new HashSet<Path>();
        files.forEach(file -> all.add(file.toAbsolutePath().normalize()));
        return files.stream()
                .filter(file -> database(file.toAbsolutePath().normalize())
                        .filter(all::contains)
                        .isEmpty())
                .toList();
    }

    /// Whose log a file would be by its name.
    private static Optional<Path> database(Path file) {
        var name = String.valueOf(file.getFileName());
        return ENDINGS.stream()
                .filter(name::endsWith)
                .map(ending -> file.resolveSibling(name.substring(0, name.length() - ending.length())))
                .findFirst();
    }
}
