package dev.tessera.vault.file;

import dev.tessera.crypto.Passphrase;
import java.io.Serial;

/// What was typed opens no slot of the vault, and no slot is damaged by accident: each carries a
/// fingerprint of itself.
public final class WrongPassphraseException extends VaultException {
    @Serial
    private static final long serialVersionUID = 1L;

    /// What was typed.
    public enum Kind {
        /// A passphrase, as far as one can see.
        PASSPHRASE,
        /// A recovery key without a mistake, of another vault or replaced since.
        OTHER_RECOVERY_KEY,
        /// Something with the look of a recovery key, but its last group does not fit the others.
        MISTYPED_RECOVERY_KEY
    }

    private final Kind kind;

    private WrongPassphraseException(Kind kind, String message) {
        super(message, null);
        this.kind = kind;
    }

    static WrongPassphraseException of(Passphrase typed) {
        if (RecoveryKey.isOne(typed)) {
            return new WrongPassphraseException(
                    Kind.OTHER_RECOVERY_KEY,
                    "This is not the recovery key of this vault. It may belong to another vault, or a newer one may "
                            + "have replaced it.");
        }
        if (RecoveryKey.looksLikeOne(typed)) {
            return new WrongPassphraseException(
                    Kind.MISTYPED_RECOVERY_KEY,
                    "There is a typing mistake in this recovery key. Compare it group by group with the one on "
                            + "paper; it has fourteen groups of four.");
        }
        return new WrongPassphraseException(
                Kind.PASSPHRASE,
                "This is not the passphrase of this vault. Check capital letters and the keyboard layout, and "
                        + "try again.");
    }

    public Kind kind() {
        return kind;
    }
}
