package dev.tessera.vault.file;

import dev.tessera.crypto.Argon2id;
import dev.tessera.crypto.Key;
import dev.tessera.crypto.Passphrase;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What opens a vault: its passphrase, a recovery key on paper, the keyrings of computers. Every change of them is
/// saved at once. Backups keep the ways in that they had.
public final class WaysIn {
    private final Key vaultKey;
    private final SecureRandom random;
    private final Supplier<VaultHeader> header;
    private final Resealer resealer;
    private volatile Optional<Rewrapped> rewrapped = Optional.empty();

    /// @param header the present one, or an exception once the vault is locked
    WaysIn(Key vaultKey, SecureRandom random, Supplier<VaultHeader> header, Resealer resealer) {
        this.vaultKey = vaultKey;
        this.random = random;
        this.header = header;
        this.resealer = resealer;
    }

    /// Saves the same content under other slots.
    interface Resealer {
        /// @return whether the slots are others than before
        boolean reseal(SlotChange change) throws IOException;
    }

    /// Makes the slots of the next generation from the present header.
    interface SlotChange {
        List<Slot> of(VaultHeader header) throws IOException;
    }

    /// Whether this passphrase, or recovery key typed as one, opens the vault; derives the key anew.
    public boolean isPassphrase(Passphrase passphrase) throws VaultException {
        try (var found = header.get().unlock(passphrase)) {
            return found.isSameAs(vaultKey);
        } catch (WrongPassphraseException _) {
            return false;
        }
    }

    /// Wraps the vault key under another passphrase instead of the present ones.
    ///
    /// @throws IllegalArgumentException if it is empty
    public void changePassphrase(Passphrase passphrase, Argon2id cost) throws IOException {
        VaultFile.requireNotEmpty(passphrase);
        resealer.reseal(present -> {
            var slots = without(SlotType.PASSPHRASE, present);
            slots.addFirst(Slot.ofPassphrase(passphrase, cost, vaultKey, present.vaultId(), random));
            return slots;
        });
    }

    /// Whether a recovery key opens it, too.
    public boolean hasRecoveryKey() {
        return header.get().slots().stream().anyMatch(slot -> slot.isOf(SlotType.RECOVERY_KEY));
    }

    /// Makes a recovery key instead of the present one, if there is one. It can be typed wherever the passphrase can.
    ///
    /// @return the key, which is kept nowhere else; the caller shows it once and closes it
    public RecoveryKey newRecoveryKey() throws IOException {
        var recovery = RecoveryKey.random(random);
        try {
            resealer.reseal(present -> {
                var slots = without(SlotType.RECOVERY_KEY, present);
                slots.add(slot(SlotType.RECOVERY_KEY, recovery.key(), present));
                return slots;
            });
            return recovery;
        } catch (IOException e) {
            recovery.close();
            throw e;
        }
    }

    /// Makes the recovery key worthless for this file and all that is saved from now on.
    ///
    /// @return whether there was one
    /// @throws IllegalStateException if there is no passphrase: then nobody could open it any more
    public boolean removeRecoveryKey() throws IOException {
        return resealer.reseal(present -> {
            var slots = without(SlotType.RECOVERY_KEY, present);
            if (slots.stream().noneMatch(Slot::isOfPassphrase)) {
                throw new IllegalStateException("the recovery key is the only way in");
            }
            return slots;
        });
    }

    /// Lets a key that a computer's keyring keeps open the vault. Where there is no place left, the keyring that was
    /// let in first is out.
    public void letIn(Key ofKeyring) throws IOException {
        resealer.reseal(present -> {
            var slots = new ArrayList<>(present.slots());
            if (slots.size() == VaultHeader.MAX_SLOTS) {
                slots.remove(slots.stream()
                        .filter(slot -> slot.isOf(SlotType.KEYRING))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("the vault has no room for another key")));
            }
            slots.add(slot(SlotType.KEYRING, ofKeyring, present));
            return slots;
        });
    }

    /// Whether this key of a keyring opens the vault.
    public boolean isLetIn(Key ofKeyring) throws VaultException {
        var found = header.get().unlock(SlotType.KEYRING, ofKeyring);
        found.ifPresent(Key::close);
        return found.isPresent();
    }

    /// Makes this key of a keyring worthless for this file and all that is saved from now on.
    ///
    /// @return whether it opened the vault
    public boolean shutOut(Key ofKeyring) throws IOException {
        return resealer.reseal(present -> {
            var slots = new ArrayList<Slot>();
            for (var slot : present.slots()) {
                if (!slot.isOf(SlotType.KEYRING) || !opens(slot.unwrap(ofKeyring))) {
                    slots.add(slot);
                }
            }
            return slots;
        });
    }

    /// Whether the cost of its passphrase is below what new vaults have at least.
    public boolean isWeak() {
        return header.get().slots().stream().anyMatch(Slot::isWeak);
    }

    /// Wraps the vault key anew where this passphrase opens a slot of a lower cost; the next save writes it. Derives
    /// both keys.
    ///
    /// @return whether the next save will make it stronger
    public boolean strengthen(Passphrase passphrase, Argon2id cost) throws VaultException {
        var present = header.get();
        for (var slot : present.slots()) {
            if (slot.isOfPassphrase() && KdfCost.isBelow(slot.cost(), cost) && opens(slot.unwrap(passphrase))) {
                var strong = Slot.ofPassphrase(passphrase, cost, vaultKey, present.vaultId(), random);
                rewrapped = Optional.of(new Rewrapped(slot, strong));
                return true;
            }
        }
        return false;
    }

    /// The same slots, the weak one replaced if it is still among them.
    List<Slot> strengthened(List<Slot> slots) {
        return rewrapped.map(both -> both.in(slots)).orElse(slots);
    }

    private Slot slot(SlotType type, Key key, VaultHeader present) {
        return Slot.ofRandomKey(type, key, vaultKey, present.vaultId(), random);
    }

    private static boolean opens(Optional<Key> found) {
        found.ifPresent(Key::close);
        return found.isPresent();
    }

    private static List<Slot> without(SlotType type, VaultHeader header) {
        var slots = new ArrayList<>(header.slots());
        slots.removeIf(slot -> slot.isOf(type));
        return slots;
    }

    private record Rewrapped(Slot weak, Slot strong) {
        List<Slot> in(List<Slot> slots) {
            return slots.stream()
                    .map(slot -> slot.isSameAs(weak) ? strong : slot)
                    .toList();
        }
    }
}
