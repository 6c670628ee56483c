package dev.tessera.socket;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/// Where the processes of one vault meet.
///
/// @param socket where one of them listens
/// @param lock held by whoever changes what is at `socket`
public record SocketPlace(Path socket, Path lock) {
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    /// The window's; the same for each name of the vault, also of one that is yet to be made.
    public static SocketPlace of(Path folder, Path vaultFile) {
        return named(folder, name(vaultFile));
    }

    /// That of another use of the same vault.
    ///
    /// @param use a word of a few letters
    public static SocketPlace of(Path folder, Path vaultFile, String use) {
        return named(folder, name(vaultFile).concat("-").concat(use));
    }

    private static SocketPlace named(Path folder, String name) {
        return new SocketPlace(folder.resolve(name), folder.resolve(name.concat(".lock")));
    }

    /// FNV-1a of the real path: short, for a socket's path may have a hundred bytes, and by arithmetic alone, for
    /// the digests of the JDK take longer to load than a code to be fetched. Two paths that meet on purpose are of
    /// the same person: one vault is asked in the place of the other.
    private static String name(Path vaultFile) {
        long hash = OFFSET;
        for (byte b : real(vaultFile).toString().getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * PRIME;
        }
        return Long.toHexString(hash);
    }

    /// As far as it is there, with all links resolved.
    private static Path real(Path file) {
        var absolute = file.toAbsolutePath().normalize();
        try {
            return absolute.toRealPath();
        } catch (IOException _) {
            var parent = absolute.getParent();
            var name = absolute.getFileName();
            return parent == null || name == null ? absolute : real(parent).resolve(name);
        }
    }

    /// Does it while no other process changes what is at the socket.
    ///
    /// @return empty if it could not be done
    public <T> Optional<T> underLock(Patience.Step<T> step) {
        return PlaceLock.around(lock, step);
    }
}
