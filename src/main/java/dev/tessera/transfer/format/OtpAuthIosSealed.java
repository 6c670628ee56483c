package dev.tessera.transfer.format;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tessera.crypto.Hkdf;
import dev.tessera.crypto.Key;
import dev.tessera.crypto.Passphrase;
import dev.tessera.crypto.Pbkdf2;
import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Hashes;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Unsealing;
import dev.tessera.transfer.UnsupportedImportException;
import dev.tessera.transfer.WrongImportPassphraseException;
import dev.tessera.transfer.plist.KeyedArchive;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The two layers of OTP Auth: an outer one under a key that is the same in each app, an inner one under the
/// passphrase,
/// by a way of its own (databases 1.0, accounts 1.1) or as RNCryptor 3 (1.1 and 1.2).
final class OtpAuthIosSealed {
    private static final List<String> OUTER = List.of("Authenticator", "OTPAuth");
    private static final byte[] ZERO_IV = new byte[16];
    private static final int BLOCK = 16;

    private static final byte[] RN_CRYPTOR_3 = {3, 1};
    private static final int SALT_LENGTH = 8;
    private static final int IV_AT = 2 + 2 * SALT_LENGTH;
    private static final int BOX_AT = IV_AT + BLOCK;
    private static final int MAC_LENGTH = 32;
    private static final int ITERATIONS = 10_000;

    private OtpAuthIosSealed() {}

    static boolean isMeant(ImportFile file) {
        return outer(file).isPresent();
    }

    /// What is inside both layers, which the caller wipes.
    static byte[] open(ImportFile file, Passphrase passphrase) throws ImportException {
        var layer = KeyedArchive.parse(outer(file).orElseThrow()).root();
        byte[] data =
                layer.bytes(layer.has("WrappedData") ? "WrappedData" : "Data").orElseThrow(OtpAuthIosSealed::damaged);
        // RNCryptor's are never whole blocks: salt and IV may stand beside them without being of use.
        if (layer.has("Salt") && layer.has("IV") && data.length % BLOCK == 0) {
            return ofOldVersions(bytes(layer, "Salt"), bytes(layer, "IV"), data, passphrase);
        }
        return ofRnCryptor(data, passphrase);
    }

    /// Some versions wrote bytes where others wrote text.
    private static byte[] bytes(KeyedArchive.Item layer, String name) throws ImportException {
        var text = layer.text(name);
        return layer.bytes(name).orElse(text.getBytes(UTF_8));
    }

    private static Optional<byte[]> outer(ImportFile file) {
        if (file.length() == 0 || file.length() % BLOCK != 0) {
            return Optional.empty();
        }
        byte[] bytes = file.bytes(0, file.length());
        for (var name : OUTER) {
            try (var key = Key.copyOf(Hashes.sha256(name.getBytes(US_ASCII)))) {
                byte[] plain = Unsealing.cbc(key, ZERO_IV, bytes);
                if (KeyedArchive.isMeant(plain)) {
                    return Optional.of(plain);
                }
            } catch (ImportException _) {
                // The other key, perhaps; or it is another format.
            }
        }
        return Optional.empty();
    }

    private static byte[] ofOldVersions(byte[] salt, byte[] iv, byte[] box, Passphrase passphrase)
            throws ImportException {
        byte[] password = passphrase.toUtf8();
        byte[] hash = Hashes.sha256(salt, "-".getBytes(US_ASCII), password);
        try (var key = Key.copyOf(hash)) {
            return Unsealing.cbc(key, Arrays.copyOf(Hashes.sha1(iv), BLOCK), box);
        } finally {
            Arrays.fill(password, (byte) 0);
            Arrays.fill(hash, (byte) 0);
        }
    }

    private static byte[] ofRnCryptor(byte[] data, Passphrase passphrase) throws ImportException {
        if (data.length < RN_CRYPTOR_3.length
                || !Arrays.equals(data, 0, RN_CRYPTOR_3.length, RN_CRYPTOR_3, 0, RN_CRYPTOR_3.length)) {
            throw new UnsupportedImportException(
                    "This file is encrypted with an OTP Auth method that Tessera does not know. In OTP Auth, show each"
                            + " account's QR code and scan it.");
        }
        if (data.length < BOX_AT + BLOCK + MAC_LENGTH) {
            throw damaged();
        }
        int macAt = data.length - MAC_LENGTH;
        byte[] covered = Arrays.copyOf(data, macAt);
        try (var encryption = key(passphrase, Arrays.copyOfRange(data, 2, 2 + SALT_LENGTH));
                var mac = key(passphrase, Arrays.copyOfRange(data, 2 + SALT_LENGTH, IV_AT))) {
            if (!MessageDigest.isEqual(Hkdf.hmac(mac, covered), Arrays.copyOfRange(data, macAt, data.length))) {
                throw new WrongImportPassphraseException();
            }
            return Unsealing.cbc(
                    encryption, Arrays.copyOfRange(data, IV_AT, BOX_AT), Arrays.copyOfRange(data, BOX_AT, macAt));
        }
    }

    private static Key key(Passphrase passphrase, byte[] salt) throws ImportException {
        return Unsealing.pbkdf2(Pbkdf2.Hash.SHA1, ITERATIONS, passphrase.toUtf8(), salt);
    }

    private static DamagedImportException damaged() {
        return new DamagedImportException(
                "The file has no encrypted part: it is damaged. Export it again from OTP Auth.");
    }
}
