package dev.tessera.demo.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.tessera.crypto.Hkdf;
import dev.tessera.crypto.Key;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumSet;
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
                throw new IOException(file + " is no server key: it has " + bytes.length + " bytes and not " + LENGTH
                        + "; restore it from a copy, or begin with an empty data folder");
            }
            return new ServerKey(Key.copyOf(bytes));
        } finally {
            Arrays.fill(bytes, (byte) 0);
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

    private static void create(Path file, SecureRandom random) throws IOException {
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        try (var channel = Files.newByteChannel(file, EnumSet.of(CREATE_NEW, WRITE), ownerOnly(file))) {
            channel.write(ByteBuffer.wrap(bytes));
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        if (!isPosix(file)) {
            return new FileAttribute<?>[0]; // Windows: the folder's access list holds
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        };
    }

    private static void requireOwnerOnly(Path file) throws IOException {
        if (isPosix(file)) {
            var others = EnumSet.copyOf(Files.getPosixFilePermissions(file));
            others.removeAll(PosixFilePermissions.fromString("rwx------"));
            if (!others.equals(Set.of())) {
                throw new IOException("others may read " + file + "; give it the permissions 0600");
            }
        }
    }

    private static boolean isPosix(Path file) {
        return Files.getFileAttributeView(file.toAbsolutePath().getParent(), PosixFileAttributeView.class) != null;
    }
}
