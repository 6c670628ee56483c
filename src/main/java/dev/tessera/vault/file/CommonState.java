package dev.tessera.vault.file;

import dev.tessera.crypto.Key;
import dev.tessera.vault.Vault;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// What two states that went different ways have in common.
final class CommonState {
    private CommonState() {}

    /// The newest state that both came from, if it is among the backups. Without it, a merge keeps both forms where it
    /// cannot tell which one is new.
    static Optional<Vault> of(VaultState ours, VaultState theirs, List<Backup> backups, Machine machine, Key vaultKey) {
        var name = ours.nextAncestry().newestIn(theirs.nextAncestry());
        if (name.isEmpty()) {
            return Optional.empty();
        }
        for (var backup : backups) {
            try {
                var sealed = SealedVault.parse(machine.read(backup.file()));
                if (Ancestry.isNamed(name.get(), sealed.header().contentSeed())) {
                    return Optional.of(
                            VaultState.open(sealed, vaultKey).payload().vault());
                }
            } catch (IOException _) {
                // A damaged backup is told of where backups are looked at; here it is only of no use.
            }
        }
        return Optional.empty();
    }
}
