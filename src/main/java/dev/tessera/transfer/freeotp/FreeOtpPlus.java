package dev.tessera.transfer.freeotp;

import dev.tessera.transfer.Findings;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Importer;
import dev.tessera.transfer.Match;

/// FreeOTP+: its tokens in one JSON file. The links that it can write, too, are a list as any.
public final class FreeOtpPlus implements Importer {

    @Override
    public String id() {
        return "freeotp_plus";
    }

    @Override
    public String name() {
        return "FreeOTP+";
    }

    @Override
    public Match match(ImportFile file) {
        var fields = file.fields();
        return Match.when(fields.node("tokens").isArray()
                && (fields.has("tokenOrder")
                        || fields.objects("tokens").stream()
                                .anyMatch(token -> token.node("secret").isArray())));
    }

    @Override
    public Import read(ImportFile file) throws ImportException {
        var findings = new Findings(id());
        for (var token : file.fields().requiredObjects("tokens")) {
            findings.add(draft -> FreeOtpToken.whole(draft, token));
        }
        return findings.toImport();
    }
}
