package dev.tessera.transfer.authy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tessera.crypto.Passphrase;
import dev.tessera.transfer.AndroidPreferences;
import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Fields;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Importer;
import dev.tessera.transfer.Match;
import java.util.ArrayList;
import java.util.List;

/// Authy: the settings of the app with its two lists, what its server answers, and what scripts make of the desktop
/// program. Each account is sealed by itself or plain.
public final class Authy implements Importer {
    private static final String ACCOUNTS = "com.authy.storage.tokens.authenticator.key";
    private static final String OWN_ACCOUNTS = "com.authy.storage.tokens.authy.key";
    private static final String SERVER_ACCOUNTS = "authenticator_tokens";

    @Override
    public String id() {
        return "authy";
    }

    @Override
    public String name() {
        return "Authy";
    }

    @Override
    public Match match(ImportFile file) {
        return Match.when(isSettings(file)
                || file.fields().has(SERVER_ACCOUNTS)
                || elements(file).stream().anyMatch(AuthyToken::isMeant));
    }

    @Override
    public boolean isSealed(ImportFile file) {
        try {
            return tokens(file).stream().anyMatch(AuthyToken::isSealed);
        } catch (ImportException _) {
            return false; // Told by the reading.
        }
    }

    @Override
    public Import read(ImportFile file) throws ImportException {
        var findings = new Findings(id());
        for (var token : tokens(file)) {
            findings.add(draft -> token.read(draft, token.plainSecret()));
        }
        return told(findings, file);
    }

    @Override
    public Import open(ImportFile file, Passphrase passphrase) throws ImportException {
        var findings = new Findings(id());
        try (var opening = new AuthyOpening(passphrase)) {
            for (var token : tokens(file)) {
                opening.spend(token);
                findings.add(
                        draft -> token.read(draft, token.isSealed() ? opening.secret(token) : token.plainSecret()));
            }
            opening.requireOneOpened();
        }
        return told(findings, file);
    }

    private static Import told(Findings findings, ImportFile file) throws ImportException {
        if (tokens(file).stream().anyMatch(AuthyToken::isAuthysOwn)) {
            findings.note(
                    "Authy gives each device a different secret for its own 7-digit accounts. These codes differ from"
                            + " those in the app, and both are valid as long as that device stays registered with"
                            + " Authy.");
        }
        return findings.toImport();
    }

    private static boolean isSettings(ImportFile file) {
        return AndroidPreferences.isMeant(file, ACCOUNTS, OWN_ACCOUNTS);
    }

    private static List<AuthyToken> tokens(ImportFile file) throws ImportException {
        var found = new ArrayList<Fields>();
        if (isSettings(file)) {
            var settings = AndroidPreferences.read(file);
            for (var list : List.of(ACCOUNTS, OWN_ACCOUNTS)) {
                var json = settings.find(list).filter(text -> !text.isBlank());
                if (json.isPresent()) {
                    found.addAll(listed(json.get()));
                }
            }
        } else if (file.fields().has(SERVER_ACCOUNTS)) {
            found.addAll(file.fields().requiredObjects(SERVER_ACCOUNTS));
            found.addAll(file.fields().objects("apps"));
        } else {
            found.addAll(elements(file));
        }
        return found.stream().map(AuthyToken::new).toList();
    }

    private static List<Fields> listed(String json) throws ImportException {
        try (var list = ImportFile.of(json.getBytes(UTF_8))) {
            if (list.json().filter(found -> found.isArray()).isEmpty()) {
                throw new DamagedImportException(
                        "The accounts in these Authy settings are not a list: they are damaged, or encrypted with a"
                                + " key that never leaves the phone. Copy the settings again.");
            }
            return elements(list);
        }
    }

    private static List<Fields> elements(ImportFile file) {
        return file.json().filter(json -> json.isArray()).stream()
                .flatMap(array -> array.valueStream())
                .map(Fields::of)
                .toList();
    }
}
