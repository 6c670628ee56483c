package dev.tessera.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// Files that only their owner may read, written as a whole and waited for until the disk has them: all of them or
/// none.
public final class NewFiles {

    /// One of them.
    ///
    /// @param path in a folder that is there
    /// @param bytes its content
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record NewFile(Path path, byte[] bytes) {}

    private NewFiles() {}

    /// `accounts-2.png` for the second of several that are meant as `accounts.png`; the name itself for one alone.
    public static Path numbered(Path file, int number, int count) {
        if (count == 1) {
            return file;
        }
        var name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
        return file.resolveSibling(name.substring(0, dot) + "-" + number + name.substring(dot));
    }

    /// Writes files where there are none.
    ///
    /// @throws FileAlreadyExistsException if one of the names is taken, by whatever; then nothing was written
    /// @throws IOException if one cannot be written; then none was
    public static void create(List<NewFile> files) throws IOException {
        for (var file : files) {
            requireFree(file.path());
        }
        var created = new ArrayList<Path>();
        try {
            for (var file : files) {
                place(file, false);
                created.add(file.path());
            }
        } catch (IOException e) {
            remove(created, e);
            throw e;
        }
    }

    /// Writes files, in the place of those that have their names.
    ///
    /// @throws IOException if one cannot be written; that one and those behind it in the list are as they were
    public static void replace(List<NewFile> files) throws IOException {
        for (var file : files) {
            place(file, true);
        }
    }

    /// @throws FileAlreadyExistsException if there is something of this name, a broken link too
    public static void requireFree(Path file) throws FileAlreadyExistsException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(file.toString());
        }
    }

    private static void place(NewFile file, boolean mayReplace) throws IOException {
        var place = file.path().toAbsolutePath();
        // Java makes temporary files that their owner alone may read and write.
        var written = Files.createTempFile(place.resolveSibling(""), ".tessera-", ".tmp");
        try {
            write(written, file.bytes());
            if (mayReplace) {
                Files.move(written, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } else {
                moveWhereNothingIs(written, place);
            }
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    /// A link fails where the name was taken meanwhile; a move would replace what is there. Some disks have no links.
    private static void moveWhereNothingIs(Path written, Path place) throws IOException {
        try {
            Files.createLink(place, written);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException | UnsupportedOperationException _) {
            requireFree(place);
            Files.move(written, place, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void remove(List<Path> created, IOException failure) {
        for (var file : created) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }
    }
}
