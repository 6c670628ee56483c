package dev.tessera.transfer.stratum;

import dev.tessera.transfer.Draft;
import dev.tessera.transfer.Fields;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.Kind;
import dev.tessera.transfer.SecretTexts;
import dev.tessera.transfer.UnusableEntryException;
import dev.tessera.transfer.sqlite.SqliteFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Stratum's accounts and categories, which the backup and the database name alike but for the case of the letters.
final class StratumEntries {
    private final UnaryOperator<String> spelling;
    private final Map<String, String> categories = new HashMap<>();
    private final Map<String, List<String>> categoriesBySecret = new HashMap<>();

    private StratumEntries(UnaryOperator<String> spelling) {
        this.spelling = spelling;
    }

    /// Of a backup.
    static void read(Fields top, Findings findings) throws ImportException {
        var entries = new StratumEntries(UnaryOperator.identity());
        top.objects("Categories").forEach(entries::category);
        top.objects("AuthenticatorCategories").forEach(entries::link);
        for (var account : top.requiredObjects("Authenticators")) {
            findings.add(draft -> entries.account(draft, account));
        }
    }

    /// Of the app's database.
    static void read(SqliteFile database, Findings findings) throws ImportException {
        var entries = new StratumEntries(name -> name.toLowerCase(Locale.ROOT));
        database.forEach("category", entries::category);
        database.forEach("authenticatorcategory", entries::link);
        database.forEach("authenticator", account -> findings.add(draft -> entries.account(draft, account)));
        database.noteLog(findings);
    }

    private void category(Fields category) {
        categories.putIfAbsent(text(category, "Id"), text(category, "Name"));
    }

    private void link(Fields link) {
        categoriesBySecret
                .computeIfAbsent(text(link, "AuthenticatorSecret"), _ -> new ArrayList<>())
                .add(text(link, "CategoryId"));
    }

    private void account(Draft draft, Fields account) throws UnusableEntryException {
        var secret = text(account, "Secret");
        draft.issuer(text(account, "Issuer")).accountName(text(account, "Username"));
        categoriesBySecret
                .getOrDefault(secret, List.of())
                .forEach(category -> draft.tag(categories.getOrDefault(category, "")));
        var kind = kind(text(account, "Type"));
        draft.kind(kind)
                .algorithm(algorithm(text(account, "Algorithm")))
                .digits(account.number(spelling.apply("Digits")))
                .period(account.number(spelling.apply("Period")))
                .counter(account.number(spelling.apply("Counter")))
                .pin(text(account, "Pin"))
                .secret(kind == Kind.MOTP ? SecretTexts.hex(secret) : SecretTexts.base32(secret));
    }

    private String text(Fields fields, String name) {
        return fields.text(spelling.apply(name));
    }

    private static Kind kind(String number) throws UnusableEntryException {
        return switch (number) {
            case "", "2" -> Kind.TOTP;
            case "1" -> Kind.HOTP;
            case "3" -> Kind.MOTP;
            case "4" -> Kind.STEAM;
            case "5" -> Kind.YANDEX;
            default -> throw new UnusableEntryException("the type is not known; it must be 1 to 5");
        };
    }

    private static String algorithm(String number) {
        return switch (number) {
            case "0" -> "SHA1";
            case "1" -> "SHA256";
            case "2" -> "SHA512";
            default -> number; // None is usual, and any other is told by the draft.
        };
    }
}
