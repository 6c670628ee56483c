package dev.tessera.transfer.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tessera.crypto.Key;
import dev.tessera.crypto.Passphrase;
import dev.tessera.otp.Secret;
import dev.tessera.transfer.AndroidPreferences;
import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Draft;
import dev.tessera.transfer.Encoded;
import dev.tessera.transfer.Fields;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Importer;
import dev.tessera.transfer.Match;
import dev.tessera.transfer.SecretTexts;
import dev.tessera.transfer.Unsealing;
import dev.tessera.transfer.UnusableEntryException;
import dev.tessera.transfer.WrongImportPassphraseException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// TOTP Authenticator of BinaryBoot: its backup, sealed with the person's passphrase or with one that is the
/// same in each app, and the settings of the app.
final class TotpAuthenticator implements Importer {
    private static final String SETTING = "STATIC_TOTP_CODES_LIST";
    private static final String USUAL_PASSPHRASE = "TotpAuthenticator";
    private static final byte[] IV = new byte[16];
    private static final int BLOCK = 16;
    private static final int SHORTEST = 4 * BLOCK;
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_\\r\\n-]++={0,2}");

    @Override
    public String id() {
        return "totp_authenticator";
    }

    @Override
    public String name() {
        return "TOTP Authenticator";
    }

    @Override
    public Match match(ImportFile file) {
        if (AndroidPreferences.isMeant(file, SETTING)) {
            return Match.SURE;
        }
        return box(file).isPresent() ? Match.POSSIBLE : Match.NO;
    }

    @Override
    public boolean isSealed(ImportFile file) {
        var box = box(file);
        if (box.isEmpty()) {
            return false;
        }
        try (var _ = opened(box.get(), USUAL_PASSPHRASE.getBytes(UTF_8))) {
            return false;
        } catch (ImportException _) {
            return true; // Sealed with another passphrase, which is asked for.
        }
    }

    @Override
    public Import read(ImportFile file) throws ImportException {
        var box = box(file);
        if (box.isPresent()) {
            try (var inner = opened(box.get(), USUAL_PASSPHRASE.getBytes(UTF_8))) {
                return accounts(lists(inner));
            }
        }
        var setting = AndroidPreferences.read(file).find(SETTING);
        if (setting.isEmpty()) {
            throw new DamagedImportException("The settings have no part “" + SETTING + "”. Copy them again.");
        }
        try (var inner = ImportFile.of(setting.get().getBytes(UTF_8))) {
            return accounts(lists(inner));
        }
    }

    @Override
    public Import open(ImportFile file, Passphrase passphrase) throws ImportException {
        try (var inner = opened(box(file).orElseThrow(), passphrase.toUtf8())) {
            return accounts(lists(inner));
        }
    }

    /// The sealed bytes, if a text is Base64 alone and has as many as whole blocks have.
    private static Optional<byte[]> box(ImportFile file) {
        return file.text()
                .filter(text ->
                        file.json().isEmpty() && BASE64.matcher(text.strip()).matches())
                .flatMap(Encoded::base64)
                .filter(bytes -> bytes.length >= SHORTEST && bytes.length % BLOCK == 0);
    }

    /// Nothing shows a wrong passphrase but what comes out.
    ///
    /// @param password is wiped
    private static ImportFile opened(byte[] box, byte[] password) throws ImportException {
        try (var key = key(password)) {
            var inner = ImportFile.of(Unsealing.cbc(key, IV, box));
            if (inner.json().isEmpty()) {
                inner.close();
                throw new WrongImportPassphraseException();
            }
            return inner;
        } catch (DamagedImportException _) {
            throw new WrongImportPassphraseException();
        }
    }

    private static Key key(byte[] password) {
        byte[] digest = {};
        try {
            digest = MessageDigest.getInstance("SHA-256").digest(password);
            return Key.copyOf(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("SHA-256 is part of every JDK", e);
        } finally {
            Arrays.fill(digest, (byte) 0);
            Arrays.fill(password, (byte) 0);
        }
    }

    /// The accounts of an array, or of each array that is the **name** of a member, as the backup has it.
    private static List<Fields> lists(ImportFile inner) throws ImportException {
        var json = inner.json().orElseThrow(TotpAuthenticator::damaged);
        var accounts = new ArrayList<Fields>();
        if (json.isArray()) {
            json.forEach(account -> accounts.add(Fields.of(account)));
            return accounts;
        }
        for (var member : json.properties()) {
            try (var list = ImportFile.of(member.getKey().getBytes(UTF_8))) {
                var array = list.json().filter(found -> found.isArray()).orElseThrow(TotpAuthenticator::damaged);
                array.forEach(account -> accounts.add(Fields.of(account)));
            }
        }
        return accounts;
    }

    private static DamagedImportException damaged() {
        return new DamagedImportException(
                "This backup opens, but contains no list of accounts. Make a new one in TOTP Authenticator.");
    }

    private Import accounts(List<Fields> accounts) throws ImportException {
        var findings = new Findings(id());
        for (var account : accounts) {
            findings.add(draft -> account(draft, account));
        }
        return findings.toImport();
    }

    private static void account(Draft draft, Fields account) throws UnusableEntryException {
        draft.issuer(account.text("issuer"))
                .accountName(account.text("name"))
                .tag(account.text("accountHeaderLabel"))
                .pinned(account.isTrue("isFavorite"))
                .digits(account.number("digits"))
                .period(account.number("period"))
                .secret(secret(account.text("base"), account.text("key")));
    }

    private static Secret secret(String base, String key) throws UnusableEntryException {
        return switch (base) {
            case "16" -> SecretTexts.hex(key);
            case "", "32" -> SecretTexts.base32(key);
            case "64" -> SecretTexts.base64(key);
            default -> throw new UnusableEntryException("base is not known; it must be 16, 32 or 64");
        };
    }
}
