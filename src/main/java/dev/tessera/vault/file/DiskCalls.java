package dev.tessera.vault.file;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// The real disk, on Linux and macOS; what Windows does otherwise is in [WindowsCalls].
class DiskCalls implements FileCalls {

    /// What a file system may keep for itself.
    private static final long SLACK = 64 * 1024;

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

    private void writeNew(Path file, byte[] bytes) throws IOException {
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
            throw new IOException("this file system does not support hard links", e);
        }
    }

    @Override
    public void replace(Path source, Path target) throws IOException {
        Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
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

    /// Of a new file or folder, from its first moment on.
    FileAttribute<?> ownerOnly(String permissions, Path file) throws IOException {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
