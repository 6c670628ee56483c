package dev.tessera.vault.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tessera.crypto.Aead;
import dev.tessera.crypto.Hkdf;
import dev.tessera.crypto.Key;
import dev.tessera.crypto.Passphrase;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;

/// A vault file put together from its parts, as docs/vault-format.md has them: each part may be wrong, while
/// all that is computed of it is right.
final class KitFile {
    static final String PASSPHRASE = "kit";
    static final Key VAULT_KEY = key(0x40);
    static final Key RECOVERY_KEY = key(0x80);
    static final byte[] VAULT_ID = new byte[16];

    private static final byte[] SLOT = slot();

    byte[] magic = magicOf();
    int version = 1;
    byte[] vaultId = VAULT_ID.clone();
    long generation = 7;
    byte[] seed = new byte[32];
    long payloadLength = -1;
    int slotCount = -1;
    List<byte[]> slots = new ArrayList<>(List.of(SLOT.clone()));
    byte[] padded = pad(content().getBytes(UTF_8));
    Key macKey = VAULT_KEY;
    Key contentKey = VAULT_KEY;
    byte[] nonce = Aead.zeroNonce();
    boolean macIsCovered = true;
    UnaryOperator<byte[]> after = file -> file;

    /// The JSON that every file has unless it is the JSON that is wrong.
    static String content() {
        return """
                {"version":1,"ancestry":[],"entries":[%s,%s],"tags":[],"tombstones":[],"settings":{}}""".formatted(entry(1), entry(2));
    }

    static String entry(int number) {
        return """
                {"id":"00000000-0000-4000-8000-00000000000%d","account":{"issuer":"A%d","name":"a","otp":{"kind":"totp",\
                "secret":"MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=","algorithm":"SHA1","digits":6,"period":30}},"details":{"tags":[],"note":"",\
                "pinned":false},"usage":{"count":0},"stamps":{"revision":1,"created":"2026-11-25T12:00:00Z",\
                "modified":"2026-11-25T12:00:00Z"}}""".formatted(number, number);
    }

    byte[] build() {
        var header = ByteBuffer.allocate(71 + slots.size() * Slot.LENGTH);
        header.put(magic)
                .putShort((short) version)
                .put(vaultId)
                .putLong(generation)
                .put(seed)
                .putInt((int) (payloadLength >= 0 ? payloadLength : padded.length + Aead.OVERHEAD))
                .put((byte) (slotCount >= 0 ? slotCount : slots.size()));
        slots.forEach(header::put);
        byte[] mac = Hkdf.hmac(Hkdf.key(macKey, new byte[0], "header-mac/v1".getBytes(US_ASCII)), header.array());
        byte[] covered = macIsCovered ? joined(header.array(), mac) : header.array();
        byte[] box = Aead.seal(Hkdf.key(contentKey, seed, "content/v1".getBytes(US_ASCII)), nonce, covered, padded);
        return after.apply(joined(joined(header.array(), mac), box));
    }

    KitFile content(String json) {
        padded = pad(json.getBytes(UTF_8));
        return this;
    }

    KitFile content(byte[] json) {
        padded = pad(json);
        return this;
    }

    /// Changes the only slot, and makes its fingerprint fit.
    KitFile slot(UnaryOperator<byte[]> change) {
        slots.set(0, withId(change.apply(slots.getFirst()), vaultId));
        return this;
    }

    static byte[] recoverySlot() {
        return Slot.ofRandomKey(SlotType.RECOVERY_KEY, RECOVERY_KEY, VAULT_KEY, VAULT_ID, new SecureRandom())
                .toByteArray();
    }

    static byte[] keyringSlot() {
        return Slot.ofRandomKey(SlotType.KEYRING, key(0x20), VAULT_KEY, VAULT_ID, new SecureRandom())
                .toByteArray();
    }

    static byte[] withId(byte[] slot, byte[] vaultId) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update("slot-id/v1".getBytes(US_ASCII));
            sha256.update(vaultId);
            sha256.update(slot[0]);
            sha256.update(slot, 17, slot.length - 17);
            byte[] changed = slot.clone();
            System.arraycopy(sha256.digest(), 0, changed, 1, 16);
            return changed;
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] pad(byte[] content) {
        return Arrays.copyOf(content, Math.ceilDiv(content.length, 4096) * 4096);
    }

    private static byte[] slot() {
        try (var passphrase = Passphrase.copyOf(PASSPHRASE.toCharArray())) {
            return Slot.ofPassphrase(passphrase, KdfCost.LEAST, VAULT_KEY, VAULT_ID, new SecureRandom())
                    .toByteArray();
        } catch (VaultException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] magicOf() {
        return HexFormat.of().parseHex("89545353520d0a1a");
    }

    private static Key key(int first) {
        byte[] bytes = new byte[32];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (first + i);
        }
        return Key.copyOf(bytes);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
