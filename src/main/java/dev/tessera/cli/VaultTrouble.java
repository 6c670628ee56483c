package dev.tessera.cli;

import dev.tessera.session.VaultSession;
import dev.tessera.vault.file.VaultException;
import dev.tessera.vault.file.WrongPassphraseException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Why a vault could not be opened or saved, as the command line tells it.
final class VaultTrouble {
    private VaultTrouble() {}

    static Failure with(Path file, IOException cause) {
        return switch (cause) {
            case WrongPassphraseException e -> Failure.ofSentences(ExitCode.NOT_UNLOCKED, e.getMessage(), "try again");
            case VaultException e ->
                Failure.ofSentences(ExitCode.VAULT_UNUSABLE, e.getMessage(), "tessera vault verify shows more");
            case NoSuchFileException _ -> missing(file);
            case FileAlreadyExistsException _ -> alreadyThere(file);
            case AccessDeniedException _ ->
                unusable(
                        "you do not have permission to read or write the vault " + shown(file),
                        "check its permissions");
            case IOException _ ->
                unusable("the vault " + shown(file) + " cannot be read or written", "check the disk and its folder");
        };
    }

    static Failure damagedBackups(int count) {
        return unusable(
                count + " of the backups cannot be opened", "the vault itself is sound; copy it to another disk");
    }

    static Failure missing(Path file) {
        return unusable(
                "there is no vault at " + shown(file),
                "create one with: tessera vault create, or give yours with --vault FILE");
    }

    static Failure alreadyThere(Path file) {
        return unusable(
                "there is already a file at " + shown(file),
                "it was left as it is; give another one with --vault FILE");
    }

    static void warnIfOlder(VaultSession session, Output output) {
        session.newerSeen()
                .ifPresent(seen -> output.warning(
                        "this is an older version of the vault: it was saved " + session.generation()
                                + " times, and this computer has seen it saved " + seen + " times",
                        "see tessera vault backups, or look for a copy with tessera vault merge; the next "
                                + "save makes it the current one"));
    }

    /// Tells what a person should know about a save that worked.
    static void tellNotices(VaultSession session, Output output) {
        for (var notice : session.notices()) {
            output.warning(
                    switch (notice) {
                        case NOT_LOCKED -> "saved, but this folder does not support locks";
                        case DISK_DID_NOT_CONFIRM -> "saved, but the disk did not confirm it";
                    },
                    switch (notice) {
                        case NOT_LOCKED -> "change this vault in one program at a time";
                        case DISK_DID_NOT_CONFIRM -> "run tessera vault verify, and keep a copy on another disk";
                    });
        }
    }

    private static Failure unusable(String problem, String hint) {
        return new Failure(ExitCode.VAULT_UNUSABLE, problem, hint);
    }

    private static String shown(Path file) {
        return Shown.text(file.toString());
    }
}
