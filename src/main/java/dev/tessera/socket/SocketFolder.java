package dev.tessera.socket;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A folder that its owner alone may enter, for sockets and their locks.
public final class SocketFolder {
    private static final String OWNER_ALONE = "rwx------";
    private static final String SOCKET = "rw-------";

    private SocketFolder() {}

    /// Where it is: below the folder that the system keeps for this log-in of this person, else below the state
    /// folder that the launcher names; empty if there is neither.
    ///
    /// @param state `-Dtessera.state`
    public static Optional<Path> of(Map<String, String> environment, @Nullable String state) {
        // No lambdas: a code that is asked for at the command line waits for each class that is loaded.
        var runtime = path(environment.get("XDG_RUNTIME_DIR"));
        if (runtime.isPresent() && Files.isDirectory(runtime.get())) {
            return Optional.of(runtime.get().resolve("tessera"));
        }
        // The state folder may be one for all, where there is no home: hence one of our own in it.
        var own = path(state);
        return own.isPresent() ? Optional.of(own.get().resolve("windows")) : Optional.empty();
    }

    private static Optional<Path> path(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            var path = Path.of(text);
            return path.isAbsolute() ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    /// Makes it if need be; tells whether it can be used.
    public static boolean isUsable(Path folder) {
        try {
            open(folder);
            return true;
        } catch (IOException _) {
            return false; // other users can enter it, or it cannot be made: there is no socket then
        }
    }

    /// Makes it if need be.
    ///
    /// @throws IOException if other users can enter it, or it belongs to another: then it must not be used
    public static void open(Path folder) throws IOException {
        boolean posix = isPosix(folder);
        var parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try {
            if (posix) {
                var rights = PosixFilePermissions.fromString(OWNER_ALONE);
                Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(rights));
            } else {
                Files.createDirectory(folder); // below the person's own, whose rights it inherits
            }
        } catch (FileAlreadyExistsException _) {
            // By an earlier start, or by somebody else.
        }
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("it is not a folder");
        }
        if (posix) {
            requireOwn(folder);
        }
    }

    private static void requireOwn(Path folder) throws IOException {
        var rights = Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS);
        if (!PosixFilePermissions.toString(rights).equals(OWNER_ALONE)) {
            throw new IOException("other users can enter it");
        }
        // Only the system knows who we are: whoever a new file belongs to.
        var ours = Files.createTempFile(folder, "owner", null);
        try {
            if (!Files.getOwner(ours).equals(Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS))) {
                throw new IOException("it belongs to another user");
            }
        } finally {
            Files.delete(ours);
        }
    }

    /// Takes all rights to the socket from others. They could not reach it before either.
    static void protect(Path socket) throws IOException {
        if (isPosix(socket)) {
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString(SOCKET));
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
