package dev.tessera.vault.file;

import dev.tessera.crypto.Key;
import dev.tessera.crypto.Passphrase;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// All of a vault file before its MAC, checked as far as that goes without a key.
/// See docs/vault-format.md, "Header".
final class VaultHeader {

    static final int VERSION = 1;
    static final int MAX_PAYLOAD = 64 * 1024 * 1024;
    static final int MAX_SLOTS = 16;

    private static final byte[] MAGIC = HexFormat.of().parseHex("89545353520d0a1a");
    private static final int VAULT_ID = 10;
    private static final int GENERATION = 26;
    private static final int SEED = 34;
    private static final int PAYLOAD_LENGTH = 66;
    private static final int SLOT_COUNT = 70;
    private static final int SLOTS = 71;

    private final byte[] bytes;
    private final List<Slot> slots;

    private VaultHeader(byte[] bytes, List<Slot> slots) {
        this.bytes = bytes;
        this.slots = List.copyOf(slots);
    }

    static boolean isMeant(byte[] start) {
        return Arrays.equals(MAGIC, Arrays.copyOf(start, MAGIC.length));
    }

    /// Reads the header at the beginning of `file`.
    static VaultHeader parse(byte[] file) throws VaultException {
        requireMagicAndVersion(file);
        if (file.length < SLOTS) {
            throw new CorruptVaultException("it ends within its header");
        }
        var in = ByteBuffer.wrap(file);
        int payloadLength = in.getInt(PAYLOAD_LENGTH);
        int slotCount = Byte.toUnsignedInt(in.get(SLOT_COUNT));
        if (payloadLength < 1 || payloadLength > MAX_PAYLOAD || slotCount < 1 || slotCount > MAX_SLOTS) {
            throw new CorruptVaultException("its header contains an impossible length");
        }
        int length = SLOTS + slotCount * Slot.LENGTH;
        if (file.length < length) {
            throw new CorruptVaultException("it ends within its key slots");
        }
        byte[] vaultId = Arrays.copyOfRange(file, VAULT_ID, GENERATION);
        var slots = new ArrayList<Slot>();
        for (int start = SLOTS; start < length; start += Slot.LENGTH) {
            slots.add(Slot.parse(Arrays.copyOfRange(file, start, start + Slot.LENGTH), vaultId));
        }
        requireWayIn(slots);
        if (in.getLong(GENERATION) < 1) {
            throw new CorruptVaultException("its generation is not a positive number");
        }
        return new VaultHeader(Arrays.copyOf(file, length), slots);
    }

    /// That of the next generation: a fresh content seed, and these slots.
    static VaultHeader next(byte[] vaultId, long generation, List<Slot> slots, int payloadLength, SecureRandom random) {
        byte[] seed = new byte[PAYLOAD_LENGTH - SEED];
        random.nextBytes(seed);
        var out = ByteBuffer.allocate(SLOTS + slots.size() * Slot.LENGTH);
        out.put(MAGIC)
                .putShort((short) VERSION)
                .put(vaultId)
                .putLong(generation)
                .put(seed)
                .putInt(payloadLength)
                .put((byte) slots.size());
        slots.forEach(slot -> out.put(slot.toByteArray()));
        return new VaultHeader(out.array(), slots);
    }

    byte[] vaultId() {
        return Arrays.copyOfRange(bytes, VAULT_ID, GENERATION);
    }

    long generation() {
        return ByteBuffer.wrap(bytes).getLong(GENERATION);
    }

    byte[] contentSeed() {
        return Arrays.copyOfRange(bytes, SEED, PAYLOAD_LENGTH);
    }

    int payloadLength() {
        return ByteBuffer.wrap(bytes).getInt(PAYLOAD_LENGTH);
    }

    List<Slot> slots() {
        return slots;
    }

    /// The vault key, by a passphrase or by a recovery key that was typed in its place.
    ///
    /// @throws WrongPassphraseException if it opens no slot
    Key unlock(Passphrase typed) throws VaultException {
        var byRecovery = unlockByRecoveryKey(typed);
        if (byRecovery.isPresent()) {
            return byRecovery.get();
        }
        for (var slot : slots) {
            var vaultKey = slot.isOfPassphrase() ? slot.unwrap(typed) : Optional.<Key>empty();
            if (vaultKey.isPresent()) {
                return vaultKey.get();
            }
        }
        throw WrongPassphraseException.of(typed);
    }

    private Optional<Key> unlockByRecoveryKey(Passphrase typed) throws CorruptVaultException {
        var typedKey = RecoveryKey.in(typed);
        if (typedKey.isEmpty()) {
            return Optional.empty();
        }
        try (var recovery = typedKey.get()) {
            return unlock(SlotType.RECOVERY_KEY, recovery.key());
        }
    }

    /// The vault key, by the random key of one of the slots of this type.
    Optional<Key> unlock(SlotType type, Key key) throws CorruptVaultException {
        for (var slot : slots) {
            var vaultKey = slot.isOf(type) ? slot.unwrap(key) : Optional.<Key>empty();
            if (vaultKey.isPresent()) {
                return vaultKey;
            }
        }
        return Optional.empty();
    }

    /// What the MAC covers.
    byte[] toByteArray() {
        return bytes.clone();
    }

    int length() {
        return bytes.length;
    }

    private static void requireMagicAndVersion(byte[] file) throws VaultException {
        if (file.length == 0) {
            throw new CorruptVaultException("it is empty");
        }
        if (file.length < VAULT_ID || !isMeant(file)) {
            throw new CorruptVaultException("it does not begin like a Tessera vault");
        }
        int version = Short.toUnsignedInt(ByteBuffer.wrap(file).getShort(MAGIC.length));
        if (version > VERSION) {
            throw new UnsupportedVaultVersionException(version);
        }
        if (version < VERSION) {
            throw new CorruptVaultException("its format version is 0");
        }
    }

    private static void requireWayIn(List<Slot> slots) throws CorruptVaultException {
        if (slots.stream()
                .noneMatch(slot -> slot.type().filter(SlotType::isAlwaysAtHand).isPresent())) {
            throw new CorruptVaultException("it has no slot for a passphrase or a recovery key");
        }
    }
}
