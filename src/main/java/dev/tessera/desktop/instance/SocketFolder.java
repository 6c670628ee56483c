package dev.tessera.desktop.instance;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A folder that its owner alone may enter, for sockets and their locks.
final class SocketFolder {
    private static final Set<PosixFilePermission> OWNER_ALONE = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);
    private static final Set<PosixFilePermission> SOCKET =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private SocketFolder() {}

    /// Where it is: below the folder that the system keeps for this log-in of this person, else below the state
    /// folder that the launcher names; empty if there is neither.
    ///
    /// @param state `-Dtessera.state`
    static Optional<Path> of(Map<String, String> environment, @Nullable String state) {
        return path(environment.get("XDG_RUNTIME_DIR"))
                .filter(Files::isDirectory)
                .map(folder -> folder.resolve("tessera"))
                // The state folder may be one for all, where there is no home: hence one of our own in it.
                .or(() -> path(state).map(folder -> folder.resolve("windows")));
    }

    private static Optional<Path> path(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(Path::of).filter(Path::isAbsolute);
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    /// Makes it if need be.
    ///
    /// @throws IOException if others may enter it, or it belongs to another: then it must not be used
    static void open(Path folder) throws IOException {
        boolean posix = isPosix(folder);
        var parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try {
            if (posix) {
                Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ALONE));
            } else {
                Files.createDirectory(folder); // below the person's own, whose rights it inherits
            }
        } catch (FileAlreadyExistsException _) {
            // By an earlier start, or by somebody else.
        }
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("it is no folder");
        }
        if (posix) {
            requireOwn(folder);
        }
    }

    private static void requireOwn(Path folder) throws IOException {
        if (!Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS).equals(OWNER_ALONE)) {
            throw new IOException("others may enter it");
        }
        // Only the system knows who we are: whoever a new file belongs to.
        var ours = Files.createTempFile(folder, "owner", null);
        try {
            if (!Files.getOwner(ours).equals(Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS))) {
                throw new IOException("it belongs to another");
            }
        } finally {
            Files.delete(ours);
        }
    }

    /// Takes all rights to the socket from others. They could not reach it before either.
    static void protect(Path socket) throws IOException {
        if (isPosix(socket)) {
            Files.setPosixFilePermissions(socket, SOCKET);
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
