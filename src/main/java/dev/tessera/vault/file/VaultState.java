package dev.tessera.vault.file;

import dev.tessera.crypto.Key;
import java.util.Arrays;

/// The last state of a vault that is known to be on the disk.
///
/// @param header of the file
/// @param payload its content
/// @param digest SHA-256 of the file, in hexadecimal
record VaultState(VaultHeader header, Payload payload, String digest) {

    /// Opens a file with its key.
    static VaultState open(SealedVault sealed, Key vaultKey) throws CorruptVaultException {
        byte[] content = sealed.open(vaultKey);
        try {
            return new VaultState(sealed.header(), VaultJsonReader.read(content), sealed.digest());
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    /// Whether these are the bytes of the file in this state.
    boolean isOf(byte[] file) {
        return digest.equals(SealedVault.digest(file));
    }

    /// Whether `later` went on from this state and lost nothing of it on the way.
    boolean isAncestorOf(VaultState later) {
        return later.payload.ancestry().includes(header.contentSeed());
    }

    /// The ancestry of what is saved next.
    Ancestry nextAncestry() {
        return payload.ancestry().after(header.contentSeed());
    }
}
