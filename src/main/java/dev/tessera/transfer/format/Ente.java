package dev.tessera.transfer.format;

import dev.tessera.crypto.Passphrase;
import dev.tessera.crypto.SecretStream;
import dev.tessera.transfer.CostlyImportException;
import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Encoded;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Importer;
import dev.tessera.transfer.Match;
import dev.tessera.transfer.Unsealing;
import dev.tessera.transfer.UriLines;
import dev.tessera.transfer.WrongImportPassphraseException;
import java.util.List;
import javax.crypto.AEADBadTagException;

/// Ente Auth: links with additions, one a line, plain or sealed as one message in a JSON file.
final class Ente implements Importer {

    @Override
    public String id() {
        return "ente";
    }

    @Override
    public String name() {
        return "Ente Auth";
    }

    @Override
    public Match match(ImportFile file) {
        boolean isList = file.json().isEmpty()
                && file.text().map(UriLines::lines).orElse(List.of()).stream().anyMatch(UriLines::isOfEnte);
        return Match.when(isSealed(file) || isList);
    }

    @Override
    public boolean isSealed(ImportFile file) {
        return file.fields().hasAll("kdfParams", "encryptedData", "encryptionNonce");
    }

    @Override
    public Import read(ImportFile file) throws CostlyImportException {
        return links(file);
    }

    @Override
    public Import open(ImportFile file, Passphrase passphrase) throws ImportException {
        var fields = file.fields();
        var params = fields.object("kdfParams");
        long[] cost = {params.requiredNumber("memLimit") / 1024, params.requiredNumber("opsLimit"), 1};
        byte[] header = Encoded.base64(fields, "encryptionNonce");
        byte[] message = Encoded.base64(fields, "encryptedData");
        if (header.length != SecretStream.HEADER_LENGTH) {
            throw new DamagedImportException("The file's nonce has " + header.length + " bytes; it must have "
                    + SecretStream.HEADER_LENGTH + ". Export it again from Ente Auth.");
        }
        try (var key = Unsealing.argon2id(cost, passphrase.toUtf8(), Encoded.base64(params, "salt"));
                var inner = ImportFile.of(SecretStream.open(key, header, message))) {
            return links(inner);
        } catch (AEADBadTagException _) {
            throw new WrongImportPassphraseException();
        }
    }

    private Import links(ImportFile file) throws CostlyImportException {
        var findings = new Findings(id());
        UriLines.read(file.text().orElse(""), findings);
        return findings.toImport();
    }
}
