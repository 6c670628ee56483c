package dev.tessera.transfer.steam;

import dev.tessera.crypto.Key;
import dev.tessera.crypto.Passphrase;
import dev.tessera.crypto.Pbkdf2;
import dev.tessera.transfer.Encoded;
import dev.tessera.transfer.Fields;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Unsealing;
import dev.tessera.transfer.UnsupportedImportException;

/// A sealed maFile: AES-256-CBC as Base64, and nothing else. Salt, IV and scheme stand in the manifest.
///
/// @param scheme by the name that steamguard-cli gives it
@SuppressWarnings("ArrayRecordComponent") // never compared
record SealedMaFile(String scheme, byte[] salt, byte[] iv) {
    private static final String SDA = "LegacySdaCompatible";
    private static final String ARGON2ID = "Argon2idAes256";
    private static final int ITERATIONS = 50_000;
    private static final int BLOCK = 16;
    private static final int SHORTEST = 64;
    private static final int LONGEST = 1_000_000;

    /// Whether a file may be one: longer than any bare secret, in whole blocks.
    static boolean isMeant(ImportFile file) {
        return file.length() >= SHORTEST
                && file.length() <= LONGEST
                && file.text()
                        .flatMap(Encoded::base64)
                        .filter(box -> box.length > 0 && box.length % BLOCK == 0)
                        .isPresent();
    }

    /// Whether an entry of the manifest tells how to open its file.
    static boolean isMeant(Fields entry) {
        return entry.find("encryption_salt").isPresent()
                || entry.node("encryption").isObject();
    }

    static SealedMaFile of(Fields entry) throws ImportException {
        if (entry.node("encryption").isObject()) {
            var encryption = entry.object("encryption");
            return new SealedMaFile(
                    encryption.requiredText("scheme"),
                    Encoded.base64(encryption, "salt"),
                    Encoded.base64(encryption, "iv"));
        }
        return new SealedMaFile(SDA, Encoded.base64(entry, "encryption_salt"), Encoded.base64(entry, "encryption_iv"));
    }

    byte[] open(ImportFile file, Passphrase passphrase) throws ImportException {
        byte[] box = file.text().flatMap(Encoded::base64).orElseThrow();
        try (var key = key(passphrase)) {
            return Unsealing.cbc(key, iv, box);
        }
    }

    private Key key(Passphrase passphrase) throws ImportException {
        return switch (scheme) {
            case SDA -> Unsealing.pbkdf2(Pbkdf2.Hash.SHA1, ITERATIONS, passphrase.toUtf8(), salt);
            case ARGON2ID -> Unsealing.argon2id(new long[] {12_288, 3, 12}, passphrase.toUtf8(), salt);
            default ->
                throw new UnsupportedImportException(
                        "This maFile is encrypted in a way that Tessera does not know. In steamguard-cli, remove the"
                                + " encryption with “steamguard decrypt” and import it again.");
        };
    }
}
