package dev.tessera.transfer.format;

import dev.tessera.transfer.Draft;
import dev.tessera.transfer.Fields;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Importer;
import dev.tessera.transfer.Match;
import dev.tessera.transfer.SecretTexts;
import dev.tessera.transfer.UnusableEntryException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// LastPass Authenticator: one plain JSON file with time-based accounts in folders.
final class LastPassAuthenticator implements Importer {
    private static final String OTHERS = "0";
    private static final String FAVORITES = "1";

    @Override
    public String id() {
        return "lastpass_authenticator";
    }

    @Override
    public String name() {
        return "LastPass Authenticator";
    }

    @Override
    public Match match(ImportFile file) {
        var fields = file.fields();
        boolean isOwn = fields.has("localDeviceId") && fields.node("accounts").isArray();
        return Match.when(isOwn
                || fields.objects("accounts").stream()
                        .anyMatch(account -> account.has("issuerName") && account.has("secret")));
    }

    @Override
    public Import read(ImportFile file) throws ImportException {
        var fields = file.fields();
        var findings = new Findings(id());
        // The first two are its own, and none of the person's.
        Map<String, String> folders = fields.objects("folders").stream()
                .filter(folder -> !Set.of(OTHERS, FAVORITES).contains(folder.text("id")))
                .collect(Collectors.toMap(
                        folder -> folder.text("id"), folder -> folder.text("name"), (first, _) -> first));
        for (var account : fields.requiredObjects("accounts")) {
            findings.add(draft -> account(draft, account, folders));
        }
        return findings.toImport();
    }

    private static void account(Draft draft, Fields account, Map<String, String> folders)
            throws UnusableEntryException {
        var folder = account.object("folderData").text("folderId");
        draft.issuer(given(account, "issuerName", "originalIssuerName"))
                .accountName(given(account, "userName", "originalUserName"))
                .pinned(account.isTrue("isFavorite") || folder.equals(FAVORITES))
                .tag(folders.getOrDefault(folder, ""))
                .algorithm(account.text("algorithm"))
                .digits(account.number("digits"))
                .period(account.number("timeStep"))
                .secret(SecretTexts.base32(account.text("secret")));
    }

    /// The name that the person gave it; an empty one was emptied. Only where it is missing does the site's own count.
    private static String given(Fields account, String name, String original) {
        return account.text(account.node(name).isTextual() ? name : original);
    }
}
