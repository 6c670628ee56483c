package dev.tessera.desktop.instance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Where the windows of one vault meet.
///
/// @param socket where the first one listens
/// @param lock held by whoever changes what is at `socket`
record SocketPlace(Path socket, Path lock) {
    /// Short, for a socket's path may have a hundred bytes; long enough that no two vaults share one.
    private static final int HASH_BYTES = 10;

    /// The same for each name of the vault, also of one that is yet to be made.
    static SocketPlace of(Path folder, Path vaultFile) {
        var name = HexFormat.of().formatHex(hash(real(vaultFile).toString()), 0, HASH_BYTES);
        return new SocketPlace(folder.resolve(name), folder.resolve(name + ".lock"));
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

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
