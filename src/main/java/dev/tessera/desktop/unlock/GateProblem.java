package dev.tessera.desktop.unlock;

import static dev.tessera.desktop.control.Messages.said;
import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.keyring.KeyringException;
import dev.tessera.vault.file.CorruptVaultException;
import dev.tessera.vault.file.InsufficientMemoryException;
import dev.tessera.vault.file.NotSavedException;
import dev.tessera.vault.file.NotThisVaultException;
import dev.tessera.vault.file.ReadOnlyVaultException;
import dev.tessera.vault.file.UnsupportedVaultVersionException;
import dev.tessera.vault.file.VaultException;
import dev.tessera.vault.file.WrongPassphraseException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Why a vault did not open, as a sentence with the next step.
///
/// @param kind what to offer
/// @param sentence for the person
public record GateProblem(Kind kind, String sentence) {

    /// What can be done about it.
    public enum Kind {
        /// Nothing is wrong.
        NONE,
        /// Typing again.
        WRONG_PASSPHRASE,
        /// Another file, or a new vault.
        MISSING_FILE,
        /// A backup.
        DAMAGED_FILE,
        /// A newer release.
        NEWER_VERSION,
        /// What the sentence says.
        OTHER
    }

    static final GateProblem NONE = new GateProblem(Kind.NONE, "");

    static GateProblem of(IOException failure, Path file) {
        var name = String.valueOf(file.getFileName());
        return switch (failure) {
            case VaultException known -> of(known, name);
            case KeyringException told -> new GateProblem(Kind.OTHER, text("gate.keyring", said(told.getMessage())));
            case NoSuchFileException _ -> new GateProblem(Kind.MISSING_FILE, text("gate.missing", file.toString()));
            case FileAlreadyExistsException _ -> new GateProblem(Kind.OTHER, text("gate.exists", file.toString()));
            case AccessDeniedException _ -> new GateProblem(Kind.OTHER, text("gate.denied", file.toString()));
            case IOException _ -> new GateProblem(Kind.OTHER, text("gate.unreadable", file.toString()));
        };
    }

    private static GateProblem of(VaultException failure, String name) {
        return switch (failure) {
            case WrongPassphraseException wrong -> new GateProblem(Kind.WRONG_PASSPHRASE, sentence(wrong.kind()));
            case CorruptVaultException _ -> new GateProblem(Kind.DAMAGED_FILE, text("gate.damaged", name));
            case UnsupportedVaultVersionException _ -> new GateProblem(Kind.NEWER_VERSION, text("gate.newer", name));
            case InsufficientMemoryException _ -> new GateProblem(Kind.OTHER, text("gate.memory"));
            case NotSavedException told -> new GateProblem(Kind.OTHER, said(told.getMessage()));
            case ReadOnlyVaultException told -> new GateProblem(Kind.OTHER, said(told.getMessage()));
            case NotThisVaultException told -> new GateProblem(Kind.OTHER, said(told.getMessage()));
        };
    }

    private static String sentence(WrongPassphraseException.Kind kind) {
        return switch (kind) {
            case PASSPHRASE -> text("gate.wrong-passphrase");
            case OTHER_RECOVERY_KEY -> text("gate.other-recovery-key");
            case MISTYPED_RECOVERY_KEY -> text("gate.mistyped-recovery-key");
        };
    }
}
