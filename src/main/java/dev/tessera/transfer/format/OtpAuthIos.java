package dev.tessera.transfer.format;

import dev.tessera.crypto.Passphrase;
import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Kind;
import dev.tessera.transfer.Match;
import dev.tessera.transfer.SealedImporter;
import dev.tessera.transfer.SecretTexts;
import dev.tessera.transfer.UnusableEntryException;
import dev.tessera.transfer.WrongImportPassphraseException;
import dev.tessera.transfer.plist.KeyedArchive;
import java.util.Arrays;
import java.util.OptionalLong;

/// OTP Auth for iOS: all accounts in their folders, or a single one.
final class OtpAuthIos implements SealedImporter {

    @Override
    public String id() {
        return "otpauth_ios";
    }

    @Override
    public String name() {
        return "OTP Auth";
    }

    /// The outer layer opens without a passphrase.
    @Override
    public Match match(ImportFile file) {
        return Match.when(OtpAuthIosSealed.isMeant(file));
    }

    @Override
    public Import open(ImportFile file, Passphrase passphrase) throws ImportException {
        byte[] plain = OtpAuthIosSealed.open(file, passphrase);
        try {
            if (!KeyedArchive.isMeant(plain)) {
                throw new WrongImportPassphraseException(); // It passed as right by chance.
            }
            return content(KeyedArchive.parse(plain).root());
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private Import content(KeyedArchive.Item root) throws ImportException {
        var findings = new Findings(id());
        if (!root.has("Folders") && !root.has("secret")) {
            throw new DamagedImportException(
                    "The passphrase is right, but there are no accounts in the file. Export it again from OTP Auth.");
        }
        if (root.has("secret")) {
            account(root, "", findings);
        }
        for (var folder : root.list("Folders")) {
            for (var account : folder.list("accounts")) {
                account(account, folder.text("name"), findings);
            }
        }
        return findings.toImport();
    }

    /// The values are read before the draft, for what is damaged there is damage to the file.
    private static void account(KeyedArchive.Item account, String folder, Findings findings) throws ImportException {
        var issuer = account.text("issuer");
        var label = account.text("label");
        var secret = account.bytes("secret").orElse(new byte[0]);
        long type = account.number("type").orElse(2);
        long algorithm = account.number("algorithm").orElse(0);
        var digits = usualForZero(account.number("digits"));
        var period = usualForZero(account.number("period"));
        var counter = account.number("counter");
        findings.add(draft -> {
            draft.issuer(issuer).accountName(label).tag(folder);
            draft.kind(kind(type))
                    .algorithm(algorithm(algorithm))
                    .digits(digits)
                    .period(period)
                    .counter(counter)
                    .secret(SecretTexts.take(secret));
        });
    }

    private static Kind kind(long type) throws UnusableEntryException {
        return switch ((int) type) {
            case 1 -> Kind.HOTP;
            case 2 -> Kind.TOTP;
            default -> throw new UnusableEntryException("the type is " + type + "; it must be 1 or 2");
        };
    }

    private static String algorithm(long number) throws UnusableEntryException {
        return switch ((int) number) {
            case 0, 1 -> "SHA1";
            case 2 -> "SHA256";
            case 3 -> "SHA512";
            case 4 -> "MD5";
            default -> throw new UnusableEntryException("the algorithm is " + number + "; it must be 0 to 4");
        };
    }

    /// OTP Auth writes 0 for what nobody set.
    private static OptionalLong usualForZero(OptionalLong number) {
        return number.orElse(0) == 0 ? OptionalLong.empty() : number;
    }
}
