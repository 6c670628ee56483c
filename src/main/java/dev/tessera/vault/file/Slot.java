package dev.tessera.vault.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.tessera.crypto.Aead;
import dev.tessera.crypto.Argon2id;
import dev.tessera.crypto.Hkdf;
import dev.tessera.crypto.Key;
import dev.tessera.crypto.Passphrase;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;

/// One way to the vault key: 138 bytes of the header. See docs/vault-format.md, "Slots".
///
/// The id is a fingerprint of the rest, so that a bit that a disk turned is not taken for a wrong
/// passphrase. The commitment is compared before anything is unwrapped: AES-GCM alone would let one
/// box open under two keys.
final class Slot {

    static final int LENGTH = 138;

    private static final byte[] INFO = "slot/v1".getBytes(US_ASCII);
    private static final byte[] ID_LABEL = "slot-id/v1".getBytes(US_ASCII);
    private static final byte[] NO_DATA = {};
    private static final int ID = 1;
    private static final int COST = 17;
    private static final int SALT = 26;
    private static final int COMMITMENT = 58;
    private static final int WRAPPED = 90;

    private final byte[] bytes;
    private final byte[] vaultId;

    private Slot(byte[] bytes, byte[] vaultId) {
        this.bytes = bytes;
        this.vaultId = vaultId;
    }

    /// Reads a slot and checks all that can be checked without a key.
    static Slot parse(byte[] bytes, byte[] vaultId) throws CorruptVaultException {
        var slot = new Slot(bytes, vaultId);
        if (!MessageDigest.isEqual(slot.fingerprint(), slot.part(ID, COST))) {
            throw new CorruptVaultException("one of its key slots does not match its own fingerprint");
        }
        slot.requireAllowedCost();
        return slot;
    }

    /// Wraps the vault key under a passphrase.
    static Slot ofPassphrase(Passphrase passphrase, Argon2id cost, Key vaultKey, byte[] vaultId, SecureRandom random)
            throws InsufficientMemoryException {
        KdfCost.requireAllowed(cost);
        KdfCost.requireFitsHeap(cost, Runtime.getRuntime().maxMemory());
        var slot = blank(SlotType.PASSPHRASE, vaultId, random);
        ByteBuffer.wrap(slot.bytes)
                .position(COST)
                .putInt(cost.memoryKib())
                .putInt(cost.iterations())
                .put((byte) cost.parallelism());
        try (var stretched = slot.stretch(passphrase)) {
            return slot.wrap(stretched, vaultKey);
        }
    }

    /// Wraps the vault key under 32 random bytes that are kept elsewhere.
    static Slot ofRandomKey(SlotType type, Key key, Key vaultKey, byte[] vaultId, SecureRandom random) {
        return blank(type, vaultId, random).wrap(key, vaultKey);
    }

    /// What opens it; empty if only a later release knows.
    Optional<SlotType> type() {
        return SlotType.of(bytes[0]);
    }

    boolean isOfPassphrase() {
        return isOf(SlotType.PASSPHRASE);
    }

    boolean isOf(SlotType type) {
        return type().equals(Optional.of(type));
    }

    /// Whether its cost is below what a new vault has at least.
    boolean isWeak() {
        return isOfPassphrase() && KdfCost.isBelow(cost(), KdfCost.LEAST_FOR_NEW);
    }

    /// The vault key, or nothing if it is another passphrase.
    Optional<Key> unwrap(Passphrase passphrase) throws VaultException {
        KdfCost.requireFitsHeap(cost(), Runtime.getRuntime().maxMemory());
        try (var stretched = stretch(passphrase)) {
            return unwrap(stretched);
        }
    }

    /// The vault key, or nothing if it is another key.
    Optional<Key> unwrap(Key stretched) throws CorruptVaultException {
        byte[] okm = derive(stretched);
        try {
            boolean isItsKey = MessageDigest.isEqual(Arrays.copyOfRange(okm, 32, 64), part(COMMITMENT, WRAPPED));
            return isItsKey ? Optional.of(unwrap(okm)) : Optional.empty();
        } finally {
            Arrays.fill(okm, (byte) 0);
        }
    }

    private Key unwrap(byte[] okm) throws CorruptVaultException {
        try (var wrappingKey = Key.copyOf(okm, 0, 32)) {
            byte[] vaultKey = Aead.open(wrappingKey, Aead.zeroNonce(), NO_DATA, part(WRAPPED, LENGTH));
            try {
                return Key.copyOf(vaultKey);
            } finally {
                Arrays.fill(vaultKey, (byte) 0);
            }
        } catch (AEADBadTagException e) {
            throw new CorruptVaultException("the vault key in one of its key slots was changed", e);
        }
    }

    boolean isSameAs(Slot other) {
        return Arrays.equals(bytes, other.bytes);
    }

    byte[] toByteArray() {
        return bytes.clone();
    }

    /// The cost of a passphrase slot.
    ///
    /// @throws IllegalArgumentException outside the bounds of [Argon2id]
    Argon2id cost() {
        var cost = ByteBuffer.wrap(bytes).position(COST);
        return new Argon2id(cost.getInt(), cost.getInt(), Byte.toUnsignedInt(cost.get()));
    }

    private void requireAllowedCost() throws CorruptVaultException {
        try {
            if (isOfPassphrase()) {
                KdfCost.requireAllowed(cost());
            } else if (type().isPresent() && !Arrays.equals(part(COST, SALT), new byte[SALT - COST])) {
                throw new IllegalArgumentException("only a passphrase has a cost");
            }
        } catch (IllegalArgumentException e) {
            throw new CorruptVaultException("a key slot asks for a cost that is not allowed", e);
        }
    }

    private static Slot blank(SlotType type, byte[] vaultId, SecureRandom random) {
        byte[] bytes = new byte[LENGTH];
        bytes[0] = (byte) type.number();
        byte[] salt = new byte[COMMITMENT - SALT];
        random.nextBytes(salt);
        System.arraycopy(salt, 0, bytes, SALT, salt.length);
        return new Slot(bytes, vaultId);
    }

    private Slot wrap(Key stretched, Key vaultKey) {
        byte[] okm = derive(stretched);
        byte[] plain = vaultKey.toByteArray();
        try (var wrappingKey = Key.copyOf(okm, 0, 32)) {
            System.arraycopy(okm, 32, bytes, COMMITMENT, 32);
            // A fresh salt made this wrapping key: it seals this one box, so the nonce may be zero.
            byte[] wrapped = Aead.seal(wrappingKey, Aead.zeroNonce(), NO_DATA, plain);
            System.arraycopy(wrapped, 0, bytes, WRAPPED, wrapped.length);
            System.arraycopy(fingerprint(), 0, bytes, ID, COST - ID);
            return this;
        } finally {
            Arrays.fill(okm, (byte) 0);
            Arrays.fill(plain, (byte) 0);
        }
    }

    private Key stretch(Passphrase passphrase) {
        byte[] utf8 = passphrase.toUtf8();
        try {
            byte[] stretched = cost().derive(utf8, part(SALT, COMMITMENT), 32);
            try {
                return Key.copyOf(stretched);
            } finally {
                Arrays.fill(stretched, (byte) 0);
            }
        } finally {
            Arrays.fill(utf8, (byte) 0);
        }
    }

    private byte[] derive(Key stretched) {
        var info = ByteBuffer.allocate(INFO.length + 1 + COMMITMENT - COST);
        info.put(INFO).put(bytes[0]).put(bytes, COST, COMMITMENT - COST);
        return Hkdf.sha256(stretched, vaultId, info.array(), 64);
    }

    private byte[] fingerprint() {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(ID_LABEL);
            sha256.update(vaultId);
            sha256.update(bytes[0]);
            sha256.update(bytes, COST, LENGTH - COST);
            return Arrays.copyOf(sha256.digest(), COST - ID);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("SHA-256 is part of every JDK", e);
        }
    }

    private byte[] part(int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }
}
