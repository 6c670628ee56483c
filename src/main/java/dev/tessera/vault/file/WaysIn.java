package dev.tessera.vault.file;

import dev.tessera.crypto.Argon2id;
import dev.tessera.crypto.Key;
import dev.tessera.crypto.Passphrase;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes the key slots of the next generation from those of the present one.
final class WaysIn {
    private final Key vaultKey;
    private final SecureRandom random;
    private Optional<Rewrapped> rewrapped = Optional.empty();

    WaysIn(Key vaultKey, SecureRandom random) {
        this.vaultKey = vaultKey;
        this.random = random;
    }

    /// Another passphrase instead of the present ones.
    List<Slot> withPassphrase(VaultHeader header, Passphrase passphrase, Argon2id cost)
            throws InsufficientMemoryException {
        var slots = without(SlotType.PASSPHRASE, header);
        slots.addFirst(Slot.ofPassphrase(passphrase, cost, vaultKey, header.vaultId(), random));
        return slots;
    }

    /// Another recovery key instead of the present ones.
    List<Slot> withRecoveryKey(VaultHeader header, RecoveryKey recovery) {
        var slots = without(SlotType.RECOVERY_KEY, header);
        slots.add(Slot.ofRandomKey(SlotType.RECOVERY_KEY, recovery.key(), vaultKey, header.vaultId(), random));
        return slots;
    }

    /// @throws IllegalStateException if there is no passphrase: then nobody could open it any more
    List<Slot> withoutRecoveryKey(VaultHeader header) {
        var slots = without(SlotType.RECOVERY_KEY, header);
        if (slots.stream().noneMatch(Slot::isOfPassphrase)) {
            throw new IllegalStateException("the recovery key is the only way in");
        }
        return slots;
    }

    /// Wraps the key anew where this passphrase opens a slot of a lower cost.
    ///
    /// @return whether [#strengthened] will change anything
    boolean strengthen(VaultHeader header, Passphrase passphrase, Argon2id cost) throws VaultException {
        for (var slot : header.slots()) {
            if (slot.isOfPassphrase() && KdfCost.isBelow(slot.cost(), cost) && opens(slot, passphrase)) {
                var strong = Slot.ofPassphrase(passphrase, cost, vaultKey, header.vaultId(), random);
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

    private static boolean opens(Slot slot, Passphrase passphrase) throws VaultException {
        var found = slot.unwrap(passphrase);
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
