package dev.tessera.transfer.freeotp;

import dev.tessera.transfer.AndroidPreferences;
import dev.tessera.transfer.Draft;
import dev.tessera.transfer.Fields;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Importer;
import dev.tessera.transfer.Match;
import dev.tessera.transfer.UnusableEntryException;

/// FreeOTP 1, and the older FreeOTP+: the app's own settings `tokens.xml`, each token as JSON under its name.
/// Nothing in the file tells the two apart.
public final class FreeOtp1 implements Importer {
    private static final String ORDER = "tokenOrder";

    @Override
    public String id() {
        return "freeotp_v1";
    }

    @Override
    public String name() {
        return "FreeOTP 1";
    }

    /// The order is missing where no token was ever moved.
    @Override
    public Match match(ImportFile file) {
        boolean holdsTokens = AndroidPreferences.isMeant(file, "")
                && file.text()
                        .filter(text -> text.contains("&quot;secret&quot;:["))
                        .isPresent();
        return Match.when(holdsTokens || AndroidPreferences.isMeant(file, '"' + ORDER, '\'' + ORDER));
    }

    @Override
    public Import read(ImportFile file) throws ImportException {
        var findings = new Findings(id());
        for (var value : AndroidPreferences.read(file).values().entrySet()) {
            // Other settings are no JSON objects.
            if (!value.getKey().equals(ORDER) && value.getValue().stripLeading().startsWith("{")) {
                findings.add(draft -> token(draft.accountName(value.getKey()), value.getValue()));
            }
        }
        return findings.toImport();
    }

    private static void token(Draft draft, String json) throws UnusableEntryException {
        Fields token;
        try {
            token = Fields.inText(json);
        } catch (ImportException _) {
            throw new UnusableEntryException("its data is damaged");
        }
        FreeOtpToken.whole(draft, token);
    }
}
