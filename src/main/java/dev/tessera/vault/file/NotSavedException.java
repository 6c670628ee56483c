package dev.tessera.vault.file;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A change was not saved. Unless the message says otherwise, the file is as it was.
public final class NotSavedException extends VaultException {
    @Serial
    private static final long serialVersionUID = 1L;

    private NotSavedException(String message, @Nullable IOException cause) {
        super(message, cause);
    }

    /// The old file is in place.
    static NotSavedException unchanged(IOException cause) {
        return new NotSavedException("Not saved, nothing was changed: " + reason(cause), cause);
    }

    /// Neither the old nor the new file could be read back.
    static NotSavedException unsure(IOException cause) {
        return new NotSavedException(
                "It is not known whether the change was saved, because the vault can no longer be read: "
                        + reason(cause),
                cause);
    }

    /// There is no new vault.
    static NotSavedException notCreated(IOException cause) {
        return new NotSavedException("The vault was not created: " + reason(cause), cause);
    }

    /// What was sealed did not open to the same again: the file was not touched.
    static NotSavedException faulty() {
        return new NotSavedException(
                "Not saved, nothing was changed: the data to be written was corrupted in memory."
                        + " Restart Tessera and try again; if it happens again, check the memory of this computer.",
                null);
    }

    /// Another process keeps the lock.
    static NotSavedException busy() {
        return new NotSavedException(
                "Not saved, nothing was changed: another program is saving it and does not finish."
                        + " Close the other program, then try again.",
                null);
    }

    private static String reason(IOException cause) {
        return switch (cause) {
            case AccessDeniedException _ -> "its folder cannot be written to. Check the permissions of the folder.";
            case FileAlreadyExistsException _ -> "there is already a file in its place. Choose another name or folder.";
            case NoSuchFileException _ ->
                "its file or folder is gone. Put it back or reconnect the disk, then try again.";
            case FileSystemException e
            when says(e, "space left") || says(e, "quota") -> "the disk is full. Free some space, then try again.";
            case FileSystemException e
            when says(e, "read-only") -> "the disk is read-only. Remount it or move the vault, then try again.";
            case IOException _ -> "the disk reported an error. Try again, and check the disk if it happens again.";
        };
    }

    private static boolean says(FileSystemException e, String words) {
        var reason = e.getReason();
        return reason != null && reason.toLowerCase(Locale.ROOT).contains(words);
    }
}
