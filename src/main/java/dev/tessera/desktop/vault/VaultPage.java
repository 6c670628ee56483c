package dev.tessera.desktop.vault;

import dev.tessera.vault.Difference;
import dev.tessera.vault.file.Backup;
import dev.tessera.vault.file.Copy;
import dev.tessera.vault.file.OddEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the sheet over the list shows of the vault.
public sealed interface VaultPage {
    /// No sheet.
    record Closed() implements VaultPage {}

    /// Something takes its time.
    record Working() implements VaultPage {}

    /// All there is to see.
    ///
    /// @param file the vault's file
    /// @param odd entries that this release cannot use
    /// @param copies other files of the same vault in its folder
    /// @param states the backups, the latest first
    record Overview(
            Path file, boolean hasRecoveryKey, List<OddEntry> odd, List<CopyState> copies, List<EarlierState> states)
            implements VaultPage {
        public Overview {
            odd = List.copyOf(odd);
            copies = List.copyOf(copies);
            states = List.copyOf(states);
        }
    }

    /// An earlier state beside the present one.
    ///
    /// @param difference from now to then
    record Compared(EarlierState state, Difference difference) implements VaultPage {}

    /// What a merge has brought together.
    ///
    /// @param name of the copy's file
    /// @param fromCopy what the copy had that this vault had not
    /// @param fromHere what this vault had that the copy had not
    record Merged(String name, Difference fromCopy, Difference fromHere) implements VaultPage {}

    /// The passphrase is asked for, before another way in is made.
    ///
    /// @param problem empty at first
    record Proving(Purpose purpose, String problem) implements VaultPage {}

    /// Another passphrase is chosen.
    ///
    /// @param problem empty at first
    record Choosing(String problem) implements VaultPage {}

    /// What a person proves the passphrase for.
    enum Purpose {
        RECOVERY_KEY,
        NEXT_RECOVERY_KEY,
        KEYRING,
        NEXT_PASSPHRASE
    }

    /// What is known of the keyring of this computer.
    enum KeyringState {
        /// There is none.
        NONE,
        /// It has not answered yet.
        ASKED,
        /// It does not answer, or is closed.
        SILENT,
        /// It does not open the vault.
        OFF,
        ON
    }

    /// The new recovery key, in groups of four.
    record RecoveryShown(List<String> groups) implements VaultPage {
        public RecoveryShown {
            groups = List.copyOf(groups);
        }

        @Override
        public String toString() {
            return "RecoveryShown[hidden]";
        }
    }

    /// One backup.
    ///
    /// @param listed how many accounts are in it
    /// @param difference from now to then; empty if it is damaged
    record EarlierState(Backup backup, int listed, Optional<Difference> difference) {}

    /// One copy.
    ///
    /// @param copy empty if it is damaged or cannot be used, which `problem` tells
    record CopyState(Path file, Optional<Copy> copy, String problem) {}
}
