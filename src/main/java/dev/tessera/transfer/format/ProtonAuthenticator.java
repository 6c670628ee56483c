package dev.tessera.transfer.format;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.tessera.crypto.Passphrase;
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
import dev.tessera.transfer.Unsealing;
import dev.tessera.transfer.UnusableEntryException;
import java.util.Arrays;

/// Proton Authenticator: links in a JSON file, plain or sealed as a whole.
final class ProtonAuthenticator implements Importer {
    private static final byte[] ASSOCIATED_DATA = "proton.authenticator.export.v1".getBytes(US_ASCII);
    private static final int NONCE_LENGTH = 12;

    @Override
    public String id() {
        return "proton_authenticator";
    }

    @Override
    public String name() {
        return "Proton Authenticator";
    }

    @Override
    public Match match(ImportFile file) {
        var fields = file.fields();
        var entries = fields.objects("entries");
        boolean isPlain = fields.has("version")
                && fields.node("entries").isArray()
                && (entries.isEmpty()
                        || entries.stream()
                                .anyMatch(entry -> entry.object("content").has("uri")));
        return Match.when(isPlain || isSealed(file));
    }

    @Override
    public boolean isSealed(ImportFile file) {
        var fields = file.fields();
        return fields.has("version")
                && fields.node("salt").isTextual()
                && fields.node("content").isTextual();
    }

    @Override
    public Import read(ImportFile file) throws ImportException {
        return entries(file.fields());
    }

    @Override
    public Import open(ImportFile file, Passphrase passphrase) throws ImportException {
        byte[] sealed = Encoded.base64(file.fields(), "content");
        if (sealed.length < NONCE_LENGTH) {
            throw new DamagedImportException(
                    "The file's encrypted part is shorter than its nonce. Export it again from Proton Authenticator.");
        }
        byte[] nonce = Arrays.copyOf(sealed, NONCE_LENGTH);
        byte[] box = Arrays.copyOfRange(sealed, NONCE_LENGTH, sealed.length);
        long[] cost = {19_456, 2, 1};
        try (var key = Unsealing.argon2id(cost, passphrase.toUtf8(), Encoded.base64(file.fields(), "salt"));
                var inner = ImportFile.of(Unsealing.gcm(key, nonce, ASSOCIATED_DATA, box))) {
            return entries(inner.fields());
        }
    }

    private Import entries(Fields top) throws ImportException {
        var findings = new Findings(id());
        for (var entry : top.requiredObjects("entries")) {
            findings.add(draft -> entry(draft, entry));
        }
        return findings.toImport();
    }

    /// The link of a Steam account is `steam://SECRET`: its name stands beside it.
    private static void entry(Draft draft, Fields entry) throws UnusableEntryException {
        var content = entry.object("content");
        draft.accountName(content.text("name")).note(entry.text("note")).link(content.text("uri"));
    }
}
