package dev.tessera.vault.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.tessera.crypto.Aead;
import dev.tessera.crypto.Hkdf;
import dev.tessera.crypto.Key;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.IntFunction;
import javax.crypto.AEADBadTagException;

/// The bytes of a whole vault file: header, MAC and sealed payload. See docs/vault-format.md.
final class SealedVault {

    private static final byte[] MAC_INFO = "header-mac/v1".getBytes(US_ASCII);
    private static final byte[] CONTENT_INFO = "content/v1".getBytes(US_ASCII);
    private static final byte[] NO_SALT = {};
    private static final int MAC_LENGTH = 32;
    private static final int BLOCK = 4096;

    private final VaultHeader header;
    private final byte[] file;

    private SealedVault(VaultHeader header, byte[] file) {
        this.header = header;
        this.file = file;
    }

    /// Takes the file apart; nothing of it is trusted yet.
    static SealedVault parse(byte[] file) throws VaultException {
        var header = VaultHeader.parse(file);
        if (file.length != header.length() + MAC_LENGTH + header.payloadLength()) {
            throw new CorruptVaultException("its length is not the one that its header states");
        }
        if ((header.payloadLength() - Aead.OVERHEAD) % BLOCK != 0) {
            throw new CorruptVaultException("its content is not padded to whole blocks");
        }
        return new SealedVault(header, file.clone());
    }

    /// Seals `content`.
    ///
    /// @param header makes the header for a payload of the given length
    /// @throws IllegalArgumentException if the content is larger than 64 MiB
    static SealedVault seal(byte[] content, Key vaultKey, IntFunction<VaultHeader> header) {
        int blocks = Math.ceilDiv(content.length, BLOCK);
        if (blocks > (VaultHeader.MAX_PAYLOAD - Aead.OVERHEAD) / BLOCK) {
            throw new IllegalArgumentException("the vault would be larger than 64 MiB");
        }
        byte[] padded = Arrays.copyOf(content, blocks * BLOCK);
        try {
            var made = header.apply(padded.length + Aead.OVERHEAD);
            byte[] covered = covered(made, mac(made, vaultKey));
            try (var contentKey = Hkdf.key(vaultKey, made.contentSeed(), CONTENT_INFO)) {
                // The seed is fresh, so this key seals this one box, and the nonce may be zero.
                byte[] box = Aead.seal(contentKey, Aead.zeroNonce(), covered, padded);
                return new SealedVault(
                        made,
                        ByteBuffer.allocate(covered.length + box.length)
                                .put(covered)
                                .put(box)
                                .array());
            }
        } finally {
            Arrays.fill(padded, (byte) 0);
        }
    }

    /// The content, without padding, which the caller wipes.
    ///
    /// @throws CorruptVaultException if header or payload are not as they were sealed under this key
    byte[] open(Key vaultKey) throws CorruptVaultException {
        byte[] mac = Arrays.copyOfRange(file, header.length(), header.length() + MAC_LENGTH);
        if (!MessageDigest.isEqual(mac, mac(header, vaultKey))) {
            throw new CorruptVaultException("its header was changed after it was written");
        }
        byte[] box = Arrays.copyOfRange(file, header.length() + MAC_LENGTH, file.length);
        try (var contentKey = Hkdf.key(vaultKey, header.contentSeed(), CONTENT_INFO)) {
            byte[] padded = Aead.open(contentKey, Aead.zeroNonce(), covered(header, mac), box);
            try {
                return unpad(padded);
            } finally {
                Arrays.fill(padded, (byte) 0);
            }
        } catch (AEADBadTagException e) {
            throw new CorruptVaultException("its content was changed after it was written", e);
        }
    }

    VaultHeader header() {
        return header;
    }

    byte[] toByteArray() {
        return file.clone();
    }

    /// SHA-256 of the whole file, in hexadecimal: by it a change from outside is noticed.
    String digest() {
        return digest(file);
    }

    static String digest(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("SHA-256 is part of every JDK", e);
        }
    }

    private static byte[] mac(VaultHeader header, Key vaultKey) {
        try (var key = Hkdf.key(vaultKey, NO_SALT, MAC_INFO)) {
            return Hkdf.hmac(key, header.toByteArray());
        }
    }

    private static byte[] covered(VaultHeader header, byte[] mac) {
        return ByteBuffer.allocate(header.length() + mac.length)
                .put(header.toByteArray())
                .put(mac)
                .array();
    }

    private static byte[] unpad(byte[] padded) throws CorruptVaultException {
        int end = padded.length;
        while (end > 0 && padded[end - 1] == 0) {
            end--;
        }
        if (padded.length - end >= BLOCK) {
            throw new CorruptVaultException("its content is not padded correctly");
        }
        return Arrays.copyOf(padded, end);
    }
}
