package dev.tessera.transfer.format;

import dev.tessera.crypto.Passphrase;
import dev.tessera.crypto.Pbkdf2;
import dev.tessera.otpauth.OtpauthException;
import dev.tessera.otpauth.OtpauthUri;
import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Draft;
import dev.tessera.transfer.Encoded;
import dev.tessera.transfer.Fields;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Importer;
import dev.tessera.transfer.Kind;
import dev.tessera.transfer.Match;
import dev.tessera.transfer.SecretTexts;
import dev.tessera.transfer.Unsealing;
import dev.tessera.transfer.UnusableEntryException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// 2FAS: one JSON file, schema 1 to 4 and what may follow them; the services are plain or sealed.
final class TwoFas implements Importer {
    private static final int ITERATIONS = 10_000;

    @Override
    public String id() {
        return "2fas";
    }

    @Override
    public String name() {
        return "2FAS";
    }

    @Override
    public Match match(ImportFile file) {
        var fields = file.fields();
        return Match.when(fields.has("services") || fields.has("servicesEncrypted") || fields.has("schemaVersion"));
    }

    @Override
    public boolean isSealed(ImportFile file) {
        return file.fields().find("servicesEncrypted").isPresent();
    }

    @Override
    public Import read(ImportFile file) throws ImportException {
        return services(file.fields().requiredObjects("services"), groups(file.fields()));
    }

    @Override
    public Import open(ImportFile file, Passphrase passphrase) throws ImportException {
        var parts = file.fields().requiredText("servicesEncrypted").split(":", -1);
        if (parts.length != 3) {
            throw new DamagedImportException("The file's encrypted part has " + parts.length
                    + " pieces; it must have 3. Export it again from 2FAS.");
        }
        // The iPhone's encodes the passphrase as ASCII, which is the same bytes for all that it can encode.
        try (var key = Unsealing.pbkdf2(Pbkdf2.Hash.SHA256, ITERATIONS, passphrase.toUtf8(), piece(parts[1]));
                var inner = ImportFile.of(Unsealing.gcm(key, piece(parts[2]), piece(parts[0])))) {
            var services = inner.json().filter(json -> json.isArray()).stream()
                    .flatMap(array -> array.valueStream())
                    .map(Fields::of)
                    .toList();
            return services(services, groups(file.fields()));
        }
    }

    private static byte[] piece(String base64) throws DamagedImportException {
        return Encoded.base64(base64)
                .orElseThrow(() -> new DamagedImportException(
                        "The file's encrypted part is not Base64: it is damaged. Export it again from 2FAS."));
    }

    private static Map<String, String> groups(Fields top) {
        return top.objects("groups").stream()
                .collect(Collectors.toMap(group -> group.text("id"), group -> group.text("name"), (first, _) -> first));
    }

    private Import services(List<Fields> services, Map<String, String> groups) throws ImportException {
        var findings = new Findings(id());
        for (var service : services) {
            findings.add(draft -> service(draft, service, groups));
        }
        return findings.toImport();
    }

    private static void service(Draft draft, Fields service, Map<String, String> groups) throws UnusableEntryException {
        var otp = service.object("otp");
        var name = service.text("name");
        var issuer = otp.find("issuer").orElse(name);
        draft.issuer(issuer)
                .accountName(accountName(otp, name, issuer))
                .tag(groups.getOrDefault(service.text("groupId"), ""))
                .kind(Kind.parse(otp.text("tokenType")))
                .algorithm(otp.text("algorithm"))
                .digits(otp.number("digits"))
                .period(otp.number("period"))
                .counter(otp.number("counter"))
                .secret(SecretTexts.base32(service.text("secret")));
    }

    /// The account, else a label that says more than the issuer, else the name in the link that was scanned.
    private static String accountName(Fields otp, String name, String issuer) {
        return otp.find("account")
                .or(() -> otp.find("label").filter(label -> !label.equals(name) && !label.equals(issuer)))
                .or(() -> otp.find("link").flatMap(TwoFas::nameInLink))
                .orElse("");
    }

    private static Optional<String> nameInLink(String link) {
        try {
            return Optional.of(OtpauthUri.parse(link).account().accountName());
        } catch (OtpauthException _) {
            return Optional.empty(); // The link is not depended on: everything else stands beside it.
        }
    }
}
