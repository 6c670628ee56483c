package dev.tessera.vault.file;

import java.util.Arrays;
import java.util.Optional;

/// What opens a slot. A number that is not here comes from a later release: such a slot is kept and
/// never used.
enum SlotType {
    /// A passphrase, stretched by Argon2id.
    PASSPHRASE(1),
    /// 32 random bytes, shown once as words, for paper.
    RECOVERY_KEY(2),
    /// 32 random bytes in the keyring of the operating system; never the only way in.
    KEYRING(3);

    private final int number;

    SlotType(int number) {
        this.number = number;
    }

    static Optional<SlotType> of(int number) {
        return Arrays.stream(values()).filter(type -> type.number == number).findFirst();
    }

    int number() {
        return number;
    }

    /// Whether a vault may rely on it alone.
    boolean isAlwaysAtHand() {
        return this != KEYRING;
    }
}
