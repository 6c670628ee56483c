package dev.tessera.transfer.format;

import dev.tessera.crypto.Key;
import dev.tessera.crypto.Passphrase;
import dev.tessera.crypto.Pbkdf2;
import dev.tessera.transfer.Draft;
import dev.tessera.transfer.Encoded;
import dev.tessera.transfer.Fields;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Kind;
import dev.tessera.transfer.Match;
import dev.tessera.transfer.SealedImporter;
import dev.tessera.transfer.SecretTexts;
import dev.tessera.transfer.Unsealing;
import dev.tessera.transfer.UnusableEntryException;
import dev.tessera.transfer.WrongImportPassphraseException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// 2fast: JSON in which each name and each secret is a box of AES-CBC, all under one key and one IV.
final class TwoFast implements SealedImporter {
    private static final byte[] SALT = {0x0e, (byte) 0xdf, 0x23, (byte) 0xc5, 0x5d, (byte) 0xf2, (byte) 0xef, 8};
    private static final List<String> BOXES = List.of("Label", "Issuer", "SecretByteArray");

    @Override
    public String id() {
        return "2fast";
    }

    @Override
    public String name() {
        return "2fast";
    }

    @Override
    public Match match(ImportFile file) {
        return Match.when(file.fields().hasAll("Collection", "IV"));
    }

    @Override
    public Import open(ImportFile file, Passphrase passphrase) throws ImportException {
        var fields = file.fields();
        var collection = fields.requiredObjects("Collection");
        byte[] iv = Encoded.base64(fields, "IV");
        var findings = new Findings(id());
        try (var key = key(fields, passphrase)) {
            requireRight(collection, key, iv);
            for (var item : collection) {
                findings.add(draft -> item(draft, item, key, iv));
            }
        }
        return findings.toImport();
    }

    /// The first files named no version.
    private static Key key(Fields fields, Passphrase passphrase) throws ImportException {
        boolean isOld = !fields.has("Version") || fields.requiredNumber("Version") < 2;
        return isOld
                ? Unsealing.pbkdf2(Pbkdf2.Hash.SHA1, 1_000, passphrase.toUtf8(), SALT)
                : Unsealing.pbkdf2(Pbkdf2.Hash.SHA256, 25_000, passphrase.toUtf8(), SALT);
    }

    /// Nothing tells a right key. A wrong one opens about one box in 256, so that the most must open.
    private static void requireRight(List<Fields> collection, Key key, byte[] iv) throws ImportException {
        int open = 0;
        int all = 0;
        for (var item : collection) {
            for (var name : BOXES) {
                if (item.find(name).isPresent()) {
                    all++;
                    open += opens(item, name, key, iv) ? 1 : 0;
                }
            }
        }
        if (open * 2 < all) {
            throw new WrongImportPassphraseException();
        }
    }

    private static void item(Draft draft, Fields item, Key key, byte[] iv) throws UnusableEntryException {
        try {
            draft.issuer(text(item, "Issuer", key, iv)).accountName(text(item, "Label", key, iv));
            draft.note(text(item, "Notes", key, iv))
                    .pinned(item.isTrue("IsFavourite"))
                    .kind(Kind.parse(text(item, "OTPType", key, iv)))
                    .algorithm(hash(item.text("HashMode")))
                    .digits(item.number("TotpSize"))
                    .period(item.number("Period"))
                    .counter(item.number("Counter"))
                    .secret(SecretTexts.take(bytes(item, "SecretByteArray", key, iv)));
        } catch (ImportException _) {
            throw new UnusableEntryException("one of its encrypted parts is damaged");
        }
    }

    private static String hash(String mode) {
        return switch (mode) {
            case "0" -> "SHA1";
            case "1" -> "SHA256";
            case "2" -> "SHA512";
            default -> mode; // in words, or what is rejected by its name
        };
    }

    private static byte[] bytes(Fields item, String name, Key key, byte[] iv) throws ImportException {
        return item.find(name).isEmpty() ? new byte[0] : Unsealing.cbc(key, iv, Encoded.base64(item, name));
    }

    private static String text(Fields item, String name, Key key, byte[] iv) throws ImportException {
        byte[] plain = bytes(item, name, key, iv);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(plain))
                    .toString();
        } catch (CharacterCodingException _) {
            throw new WrongImportPassphraseException();
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /// What is not even Base64 is damage to its entry alone, and told there.
    private static boolean opens(Fields item, String name, Key key, byte[] iv) throws ImportException {
        var box = Encoded.base64(item.text(name));
        if (box.isEmpty()) {
            return false;
        }
        try {
            Arrays.fill(Unsealing.cbc(key, iv, box.get()), (byte) 0);
            return true;
        } catch (WrongImportPassphraseException _) {
            return false; // Counted by the caller.
        }
    }
}
