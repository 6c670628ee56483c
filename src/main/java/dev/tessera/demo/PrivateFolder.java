package dev.tessera.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// A folder that its owner alone may enter; a temporary one goes when it is closed.
record PrivateFolder(Path path, boolean isTemporary) implements AutoCloseable {

    /// Opens or creates `wanted`, or makes a temporary folder.
    static PrivateFolder open(@Nullable Path wanted) throws IOException {
        if (wanted == null) {
            return new PrivateFolder(Files.createTempDirectory("tessera-demo-"), true); // 0700 by itself
        }
        create(wanted);
        return new PrivateFolder(wanted, false);
    }

    /// Creates a folder with the permissions 0700; one that is there stays as it is.
    static void create(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        var parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try {
            Files.createDirectory(folder, ownerOnly());
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) { // otherwise another server made it meanwhile
                throw e;
            }
        }
    }

    @Override
    public void close() {
        if (!isTemporary) {
            return;
        }
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }
}
