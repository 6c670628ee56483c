package dev.tessera.transfer.freeotp;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tessera.crypto.Key;
import dev.tessera.crypto.Passphrase;
import dev.tessera.crypto.Pbkdf2;
import dev.tessera.otp.Secret;
import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Encoded;
import dev.tessera.transfer.Fields;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.SecretTexts;
import dev.tessera.transfer.Unsealing;
import dev.tessera.transfer.UnsupportedImportException;
import dev.tessera.transfer.UnusableEntryException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The master key of a FreeOTP 2 backup, and the secrets that it opens. Each box is AES-256-GCM, covers the
/// name of what is in it, and keeps its nonce in the form of Java's algorithm parameters.
final class FreeOtp2Keys implements AutoCloseable {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 4;

    private final Key master;

    private FreeOtp2Keys(Key master) {
        this.master = master;
    }

    /// @param json the entry of the master key, empty if there is none
    static FreeOtp2Keys open(String json, Passphrase passphrase) throws ImportException {
        var fields = Fields.inText(json);
        if (fields.find("mAlgorithm").isEmpty()) {
            throw new DamagedImportException(
                    "This FreeOTP backup has no master key: it is incomplete. Make a new backup in FreeOTP.");
        }
        var hash = hash(fields.text("mAlgorithm"));
        byte[] salt = Encoded.numbers(fields, "mSalt");
        try (var key = Unsealing.pbkdf2(hash, fields.requiredNumber("mIterations"), passphrase.toUtf8(), salt)) {
            byte[] master = unseal(fields.object("mEncryptedKey"), key);
            try {
                if (master.length != 32) {
                    throw new DamagedImportException("The backup's master key has " + master.length
                            + " bytes; it must have 32. Make a new backup in FreeOTP.");
                }
                return new FreeOtp2Keys(Key.copyOf(master));
            } finally {
                Arrays.fill(master, (byte) 0);
            }
        }
    }

    /// The secret of a token.
    ///
    /// @param json its entry, empty if there is none
    Secret secret(String json) throws UnusableEntryException {
        if (json.isEmpty()) {
            throw new UnusableEntryException("the backup is incomplete: its secret is missing");
        }
        try {
            var entry = Fields.inText(json);
            var inner = entry.find("key");
            return SecretTexts.take(
                    unseal(inner.isPresent() ? Fields.inText(inner.get()) : entry.object("key"), master));
        } catch (ImportException _) {
            throw new UnusableEntryException("its secret is damaged");
        }
    }

    private static Pbkdf2.Hash hash(String algorithm) throws UnsupportedImportException {
        return switch (algorithm.toLowerCase(Locale.ROOT)) {
            case "pbkdf2withhmacsha512" -> Pbkdf2.Hash.SHA512;
            case "pbkdf2withhmacsha256" -> Pbkdf2.Hash.SHA256;
            case "pbkdf2withhmacsha1" -> Pbkdf2.Hash.SHA1;
            default -> throw unsupported();
        };
    }

    private static byte[] unseal(Fields box, Key key) throws ImportException {
        if (!box.requiredText("mCipher").equalsIgnoreCase(CIPHER)) {
            throw unsupported();
        }
        byte[] nonce = nonce(Encoded.numbers(box, "mParameters"))
                .orElseThrow(() -> new DamagedImportException(
                        "The backup's nonce has an unknown form: the backup is damaged. Make a new backup in"
                                + " FreeOTP."));
        byte[] name = box.text("mToken").getBytes(UTF_8);
        return Unsealing.gcm(key, nonce, name, Encoded.numbers(box, "mCipherText"));
    }

    /// Out of DER: the octets alone, or a sequence of them and the length of the tag.
    private static Optional<byte[]> nonce(byte[] der) {
        boolean isInSequence = der.length > 2 && der[0] == SEQUENCE && der[1] == der.length - 2;
        int at = isInSequence ? 2 : 0;
        if (der.length < at + 2 || der[at] != OCTETS || der[at + 1] < 0 || der[at + 1] > der.length - at - 2) {
            return Optional.empty();
        }
        return Optional.of(Arrays.copyOfRange(der, at + 2, at + 2 + der[at + 1]));
    }

    private static UnsupportedImportException unsupported() {
        return new UnsupportedImportException(
                "This FreeOTP backup is encrypted in a way that Tessera does not know. Its accounts can also be"
                        + " brought over with FreeOTP+ or by QR codes.");
    }

    @Override
    public void close() {
        master.close();
    }
}
