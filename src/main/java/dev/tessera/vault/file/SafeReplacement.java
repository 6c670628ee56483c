package dev.tessera.vault.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// Puts new bytes in the place of a vault file so that at each moment, whatever fails, the old or the
/// new vault is there whole. See docs/vault-format.md, "Saving". The caller holds the [SaveLock].
final class SafeReplacement {

    private final Path vault;
    private final Machine machine;
    private final FileCalls calls;

    SafeReplacement(Path vault, Machine machine) {
        this.vault = vault;
        this.machine = machine;
        this.calls = machine.calls();
    }

    /// Replaces the file, which exists, and keeps it as a backup.
    ///
    /// @param generation of the file that is replaced
    /// @return what to tell, if the disk did not confirm
    /// @throws NotSavedException if the old file is still in place, or neither can be read
    Optional<SaveNotice> replace(byte[] bytes, long generation) throws NotSavedException {
        try {
            var temporary = writeTemporary(bytes);
            return putInPlace(temporary, generation);
        } catch (IOException e) {
            requireInPlace(bytes, e);
            return Optional.of(SaveNotice.DISK_DID_NOT_CONFIRM);
        }
    }

    private Optional<SaveNotice> putInPlace(Path temporary, long generation) throws IOException {
        try {
            var backups = new Backups(vault, calls);
            backups.keep(vault, generation);
            calls.replace(temporary, vault);
            var notice = forceFolder();
            backups.prune();
            return notice;
        } catch (IOException e) {
            removeAfter(e, temporary);
            throw e;
        }
    }

    /// A call may fail and yet have done its work, on a network drive above all: the file itself knows.
    private void requireInPlace(byte[] bytes, IOException failure) throws NotSavedException {
        byte[] present;
        try {
            present = machine.read(vault);
        } catch (IOException e) {
            failure.addSuppressed(e);
            throw NotSavedException.unsure(failure);
        }
        if (!Arrays.equals(present, bytes)) {
            throw NotSavedException.unchanged(failure);
        }
    }

    /// Creates the file, which must not exist.
    ///
    /// @throws java.nio.file.FileAlreadyExistsException if it does
    Optional<SaveNotice> create(byte[] bytes) throws IOException {
        var temporary = writeTemporary(bytes);
        try {
            linkOrMove(temporary);
            calls.delete(temporary);
            return forceFolder();
        } catch (IOException e) {
            removeAfter(e, temporary);
            throw e;
        }
    }

    /// Removes temporary files of saves that were cut off. Only for who holds the lock: without it, another
    /// save may be under way.
    void removeStale() {
        var pattern = Pattern.compile(Pattern.quote("." + vault.getFileName() + ".") + "[0-9a-f]{16}\\.tmp");
        try (var files = Files.newDirectoryStream(
                folder(), file -> pattern.matcher(file.getFileName().toString()).matches())) {
            for (var file : files) {
                calls.delete(file);
            }
        } catch (IOException _) {
            // A stale file harms nobody; the next start tries again.
        }
    }

    private Path writeTemporary(byte[] bytes) throws IOException {
        byte[] number = new byte[8];
        machine.random().nextBytes(number);
        var temporary = vault.resolveSibling(
                "." + vault.getFileName() + "." + HexFormat.of().formatHex(number) + ".tmp");
        try {
            calls.write(temporary, bytes);
            calls.force(temporary);
        } catch (IOException e) {
            removeAfter(e, temporary);
            throw e;
        }
        return temporary;
    }

    /// A link fails if the name is taken, also by a process that came first; a move would replace it.
    /// On a network drive a link may be made and yet be said to have failed: then the file is ours.
    private void linkOrMove(Path temporary) throws IOException {
        try {
            calls.link(vault, temporary);
        } catch (IOException e) {
            if (!Files.exists(vault, LinkOption.NOFOLLOW_LINKS)) {
                calls.replace(temporary, vault);
            } else if (Files.mismatch(vault, temporary) >= 0) {
                throw e;
            }
        }
    }

    private Optional<SaveNotice> forceFolder() {
        try {
            calls.forceFolder(folder());
            return Optional.empty();
        } catch (IOException _) {
            return Optional.of(SaveNotice.DISK_DID_NOT_CONFIRM);
        }
    }

    private void removeAfter(IOException failure, Path temporary) {
        try {
            calls.delete(temporary);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private Path folder() {
        return vault.resolveSibling("");
    }
}
