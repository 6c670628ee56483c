package dev.tessera.transfer.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tessera.crypto.Hkdf;
import dev.tessera.crypto.Key;
import dev.tessera.crypto.Passphrase;
import dev.tessera.transfer.Draft;
import dev.tessera.transfer.Encoded;
import dev.tessera.transfer.Fields;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Match;
import dev.tessera.transfer.SealedImporter;
import dev.tessera.transfer.SecretTexts;
import dev.tessera.transfer.Unsealing;
import dev.tessera.transfer.UnusableEntryException;
import dev.tessera.transfer.WrongImportPassphraseException;
import java.security.MessageDigest;
import java.util.Arrays;

/// Open Authenticator's backup: JSON in which each name and each secret is a box of its own, all under one key.
final class OpenAuthenticator implements SealedImporter {
    private static final long[] COST = {262_144, 3, 8};
    private static final int NONCE_LENGTH = 12;
    private static final String SIGNATURE = "passwordSignature";

    @Override
    public String id() {
        return "open_authenticator";
    }

    @Override
    public String name() {
        return "Open Authenticator";
    }

    /// Old versions signed no password.
    @Override
    public Match match(ImportFile file) {
        var fields = file.fields();
        return Match.when(fields.hasAll("totps", "salt")
                && (fields.has(SIGNATURE)
                        || fields.objects("totps").stream().anyMatch(totp -> totp.has("encryptionSalt"))));
    }

    @Override
    public Import open(ImportFile file, Passphrase passphrase) throws ImportException {
        var fields = file.fields();
        var totps = fields.requiredObjects("totps");
        byte[] salt = Encoded.base64(fields, "salt");
        var findings = new Findings(id());
        try (var key = Unsealing.argon2id(COST, passphrase.toUtf8(), salt)) {
            if (fields.find(SIGNATURE).isPresent()) {
                requireRight(key, passphrase, Encoded.base64(fields, SIGNATURE));
            } else if (!totps.isEmpty() && totps.stream().noneMatch(totp -> opens(totp, key))) {
                throw new WrongImportPassphraseException();
            }
            for (var totp : totps) {
                findings.add(draft -> totp(draft, totp, key));
            }
        }
        return findings.toImport();
    }

    private static void requireRight(Key key, Passphrase passphrase, byte[] signature)
            throws WrongImportPassphraseException {
        byte[] password = passphrase.toUtf8();
        byte[] ours = Hkdf.hmac(key, password);
        Arrays.fill(password, (byte) 0);
        if (!MessageDigest.isEqual(ours, signature)) {
            throw new WrongImportPassphraseException();
        }
    }

    private static boolean opens(Fields totp, Key key) {
        try {
            return !text(totp, "secret", key).isEmpty();
        } catch (UnusableEntryException _) {
            return false; // Told as the passphrase that is wrong, if none opens; else at this entry.
        }
    }

    private static void totp(Draft draft, Fields totp, Key key) throws UnusableEntryException {
        draft.issuer(text(totp, "issuer", key)).accountName(text(totp, "label", key));
        var period = totp.number("period");
        draft.algorithm(totp.text("algorithm"))
                .digits(totp.number("digits"))
                .period(period.isPresent() ? period : totp.number("validity"))
                .secret(SecretTexts.base32(text(totp, "secret", key)));
    }

    /// What is in a box; empty if there is none.
    private static String text(Fields totp, String name, Key key) throws UnusableEntryException {
        var node = totp.node(name);
        if (node.isMissingNode() || node.isNull()) {
            return "";
        }
        byte[] sealed = Encoded.numbers(node)
                .orElseThrow(() -> new UnusableEntryException(name + " is not a sequence of bytes"));
        if (sealed.length < NONCE_LENGTH) {
            throw new UnusableEntryException(name + " is shorter than its nonce");
        }
        try {
            byte[] nonce = Arrays.copyOf(sealed, NONCE_LENGTH);
            byte[] plain = Unsealing.gcm(key, nonce, Arrays.copyOfRange(sealed, NONCE_LENGTH, sealed.length));
            var text = new String(plain, UTF_8);
            Arrays.fill(plain, (byte) 0);
            return text;
        } catch (ImportException _) {
            throw new UnusableEntryException(
                    name + " does not open: it is damaged, or was encrypted with another passphrase");
        }
    }
}
