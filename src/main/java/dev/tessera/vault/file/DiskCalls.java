package dev.tessera.vault.file;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The real disk.
final class DiskCalls implements FileCalls {

    /// What a file system may keep for itself.
    private static final long SLACK = 64 * 1024;

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final int WINDOWS_TRIES = 10;
    private static final long WINDOWS_PAUSE_MILLIS = 20;

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        try {
            writeNew(file, bytes);
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw isFull(file, bytes.length) ? full(file, e) : e;
        }
    }

    private static void writeNew(Path file, byte[] bytes) throws IOException {
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = Files.newByteChannel(file, options, ownerOnly("rw-------", file))) {
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }
    }

    /// A channel that cannot go on writing says why in the words of the system, and in its language.
    private static boolean isFull(Path file, long wanted) {
        try {
            return Files.getFileStore(file).getUsableSpace() < wanted + SLACK;
        } catch (IOException _) {
            return false;
        }
    }

    private static FileSystemException full(Path file, IOException cause) {
        var full = new FileSystemException(file.toString(), null, "No space left on device");
        full.initCause(cause);
        return full;
    }

    @Override
    public void force(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, ownerOnly("rwx------", folder));
        }
    }

    @Override
    public void link(Path name, Path existing) throws IOException {
        try {
            Files.createLink(name, existing);
        } catch (UnsupportedOperationException e) {
            throw new IOException("this file system has no hard links", e);
        }
    }

    @Override
    public void replace(Path source, Path target) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
                return;
            } catch (AccessDeniedException e) {
                // Windows refuses while a virus scanner or a synchroniser holds the file open for a moment.
                if (POSIX || attempt == WINDOWS_TRIES) {
                    throw e;
                }
                pause(attempt * WINDOWS_PAUSE_MILLIS);
            }
        }
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        if (!POSIX) {
            return; // Windows opens no folder, and NTFS keeps a journal of names
        }
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    static void pause(long millis) throws InterruptedIOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for the vault file");
        }
    }

    private static FileAttribute<?> ownerOnly(String permissions, Path file) throws IOException {
        if (POSIX) {
            return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
        }
        var owner = file.getFileSystem()
                .getUserPrincipalLookupService()
                .lookupPrincipalByName(System.getProperty("user.name"));
        var all = AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(owner)
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .build();
        return new FileAttribute<List<AclEntry>>() {
            @Override
            public String name() {
                return "acl:acl";
            }

            @Override
            public List<AclEntry> value() {
                return List.of(all);
            }
        };
    }
}
