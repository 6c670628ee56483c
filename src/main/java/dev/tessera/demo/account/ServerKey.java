package dev.tessera.demo.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tessera.crypto.Hkdf;
import dev.tessera.crypto.Key;
import dev.tessera.files.NewFiles;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/// The server's own key, in a file beside the database and never in it: a copy of the database alone
/// gives no seed away. Each use has a key of its own, derived with HKDF.
final class ServerKey implements AutoCloseable {
    private static final int LENGTH = 32;
    private static final byte[] NO_SALT = {};

    private final Key root;

    private ServerKey(Key root) {
        this.root = root;
    }

    /// Reads the key file, or creates it so that its owner alone may read it.
    ///
    /// @throws IOException if it cannot be read, has another length, or others may read it
    static ServerKey open(Path file, SecureRandom random) throws IOException {
        if (Files.notExists(file)) {
            create(file, random);
        }
        requireOwnerOnly(file);
        byte[] bytes = Files.readAllBytes(file);
        try {
            if (bytes.length != LENGTH) {
                throw new IOException(file + " is not a server key: it has " + bytes.length + " bytes, not " + LENGTH
                        + "; restore it from a copy, or start with an empty data folder");
            }
            return new ServerKey(Key.copyOf(bytes));
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /// What tells this key from any other, and tells nothing of it.
    String fingerprint() {
        try (var key = derive("fingerprint of the key")) {
            return HexFormat.of().formatHex(Hkdf.hmac(key, NO_SALT));
        }
    }

    /// The key for one purpose.
    Key derive(String purpose) {
        return Hkdf.key(root, NO_SALT, purpose.getBytes(UTF_8));
    }

    @Override
    public void close() {
        root.close();
    }

    /// Another server that starts at the same moment may be quicker; then its key is everybody's.
    private static void create(Path file, SecureRandom random) throws IOException {
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        try {
            NewFiles.create(List.of(new NewFiles.NewFile(file, bytes)));
        } catch (FileAlreadyExistsException _) {
            // it is read like any other
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static void requireOwnerOnly(Path file) throws IOException {
        if (isPosix(file)) {
            var others = EnumSet.copyOf(Files.getPosixFilePermissions(file));
            others.removeAll(PosixFilePermissions.fromString("rwx------"));
            if (!others.equals(Set.of())) {
                throw new IOException("other users can read " + file + "; give it the permissions 0600");
            }
        }
    }

    private static boolean isPosix(Path file) {
        return Files.getFileAttributeView(file.toAbsolutePath().getParent(), PosixFileAttributeView.class) != null;
    }
}
