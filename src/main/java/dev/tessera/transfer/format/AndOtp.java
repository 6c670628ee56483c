package dev.tessera.transfer.format;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.tessera.crypto.Passphrase;
import dev.tessera.otp.Secret;
import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Draft;
import dev.tessera.transfer.Fields;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Importer;
import dev.tessera.transfer.Kind;
import dev.tessera.transfer.Match;
import dev.tessera.transfer.SecretTexts;
import dev.tessera.transfer.UnusableEntryException;
import java.util.Arrays;

/// andOTP: a JSON array, plain or sealed in two ways.
final class AndOtp implements Importer {
    private static final String DASH = " - ";

    @Override
    public String id() {
        return "andotp";
    }

    @Override
    public String name() {
        return "andOTP";
    }

    @Override
    public Match match(ImportFile file) {
        return isSealed(file)
                ? AndOtpSealed.match(file)
                : Match.when(file.objects().stream().anyMatch(item -> item.hasAll("secret", "label", "type")));
    }

    @Override
    public boolean isSealed(ImportFile file) {
        return file.json().isEmpty();
    }

    @Override
    public Import read(ImportFile file) throws ImportException {
        var findings = new Findings(id());
        for (var item : file.objects()) {
            findings.add(draft -> item(draft, item));
        }
        return findings.toImport();
    }

    @Override
    public Import open(ImportFile file, Passphrase passphrase) throws ImportException {
        try (var inner = ImportFile.of(AndOtpSealed.open(file, passphrase))) {
            if (inner.json().filter(json -> json.isArray()).isEmpty()) {
                throw new DamagedImportException(
                        "The passphrase is right, but there is no list of accounts in the file. Export it again from"
                                + " andOTP.");
            }
            return read(inner);
        }
    }

    private static void item(Draft draft, Fields item) throws UnusableEntryException {
        names(draft, item);
        item.texts("tags").forEach(draft::tag);
        var kind = Kind.parse(item.text("type"));
        draft.kind(kind)
                .algorithm(item.text("algorithm"))
                .digits(item.number("digits"))
                .period(item.number("period"))
                .counter(item.number("counter"))
                .pin(item.text("pin"));
        var secret = SecretTexts.base32(item.text("secret"));
        draft.secret(kind == Kind.MOTP ? inHex(secret) : secret);
    }

    /// Old versions knew no issuer: the label was all there was, `Issuer - name` by habit. Others repeat it in the
    /// label.
    private static void names(Draft draft, Fields item) {
        var issuer = item.text("issuer");
        var label = item.text("label");
        int dash = item.node("issuer").isTextual() ? -1 : label.indexOf(DASH);
        if (dash > 0) {
            draft.issuer(label.substring(0, dash)).accountName(label.substring(dash + DASH.length()));
        } else {
            boolean isRepeated = !issuer.isEmpty() && label.startsWith(issuer + ":");
            draft.issuer(issuer).accountName(isRepeated ? label.substring(issuer.length() + 1) : label);
        }
    }

    /// The secret of mOTP is the text of its hexadecimal digits.
    private static Secret inHex(Secret text) throws UnusableEntryException {
        byte[] digits = text.toByteArray();
        try (text) {
            return SecretTexts.hex(new String(digits, US_ASCII));
        } finally {
            Arrays.fill(digits, (byte) 0);
        }
    }
}
