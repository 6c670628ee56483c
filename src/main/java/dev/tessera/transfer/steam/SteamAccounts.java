package dev.tessera.transfer.steam;

import dev.tessera.otpauth.OtpauthUri;
import dev.tessera.transfer.CostlyImportException;
import dev.tessera.transfer.Draft;
import dev.tessera.transfer.Fields;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.Kind;
import dev.tessera.transfer.SecretTexts;
import dev.tessera.transfer.UnusableEntryException;
import java.util.List;
import java.util.Optional;

/// The accounts in JSON of Steam: one, or a map of them under `accounts`.
final class SteamAccounts {
    private static final String SECRET = "shared_secret";
    private static final String TIME_BASED = "otpauth://totp/";

    private SteamAccounts() {}

    static boolean isMeant(Fields fields) {
        return !all(fields).isEmpty();
    }

    private static List<Fields> all(Fields fields) {
        if (fields.has(SECRET)) {
            return List.of(fields);
        }
        var accounts = fields.node("accounts").valueStream().map(Fields::of).toList();
        return accounts.stream().anyMatch(account -> account.has(SECRET)) ? accounts : List.of();
    }

    static void add(Fields fields, Findings findings) throws CostlyImportException {
        for (var account : all(fields)) {
            findings.add(draft -> account(draft, account));
        }
    }

    private static void account(Draft draft, Fields account) throws UnusableEntryException {
        draft.issuer("Steam").accountName(account.text("account_name"));
        account.find("revocation_code").ifPresent(code -> draft.note("Revocation code: " + code));
        var uri = account.text("uri");
        if (account.find("account_name").isEmpty()) {
            draft.accountName(OtpauthUri.labelOf(uri)
                    .map(label -> label.replaceFirst("^Steam:\\s*", ""))
                    .filter(name -> !name.isEmpty())
                    .or(() -> steamId(account))
                    .orElse(""));
        }
        if (account.find(SECRET).isEmpty() && !uri.isEmpty()) {
            draft.link(ofSteam(uri));
        } else {
            draft.kind(Kind.STEAM).secret(SecretTexts.base64(account.text(SECRET)));
        }
    }

    /// Steam's own links do not tell that five signs are meant: by themselves they would be read as six digits.
    private static String ofSteam(String link) {
        boolean isTimeBased = link.regionMatches(true, 0, TIME_BASED, 0, TIME_BASED.length());
        return isTimeBased && link.indexOf('?') >= 0 ? link + "&encoder=steam" : link;
    }

    private static Optional<String> steamId(Fields account) {
        return account.find("steamid")
                .or(() -> account.find("steam_id"))
                .or(() -> account.object("Session").find("SteamID"));
    }
}
