package dev.tessera.cli;

import dev.tessera.session.VaultSession;
import dev.tessera.vault.Vault;
import java.io.IOException;
import java.util.function.UnaryOperator;

/// A change of the vault, and what a person should know about its save.
final class Saving {
    private Saving() {}

    /// @param change as `VaultSession.edit` wants it
    static void edit(VaultSession session, UnaryOperator<Vault> change, Output output) throws Failure {
        try {
            session.edit(change);
            VaultTrouble.tellNotices(session, output);
        } catch (IOException e) {
            throw VaultTrouble.with(session.file(), e);
        }
    }
}
