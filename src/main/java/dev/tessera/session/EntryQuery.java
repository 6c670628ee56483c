package dev.tessera.session;

import dev.tessera.vault.Entry;
import dev.tessera.vault.Tag;
import dev.tessera.vault.Vault;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Words that a person types to mean an entry. An entry fits when issuer, account name and tags together hold every
/// word; case and accents do not count.
public final class EntryQuery {
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern ID_BEGINNING = Pattern.compile("[0-9a-f]{8}[0-9a-f-]{0,28}");

    private final String folded;

    public EntryQuery(String words) {
        folded = fold(words).strip();
    }

    /// Whether there is nothing in it to search for: then everything fits.
    public boolean isBlank() {
        return folded.isEmpty();
    }

    /// All in the list that fit. Where exactly one is *named* by the query, it alone: `github` means GitHub and
    /// not GitHub Enterprise.
    public List<Entry> in(Vault vault) {
        return among(vault.listed(), vault);
    }

    /// All in the bin that fit.
    public List<Entry> inBin(Vault vault) {
        return among(vault.binned(), vault);
    }

    private List<Entry> among(List<Entry> entries, Vault vault) {
        var named = entries.stream().filter(this::names).toList();
        if (named.size() == 1) {
            return named;
        }
        return entries.stream().filter(entry -> fits(entry, vault)).toList();
    }

    private boolean names(Entry entry) {
        return !folded.isEmpty()
                && (isIdOf(entry)
                        || fold(entry.account().issuer()).equals(folded)
                        || fold(entry.account().accountName()).equals(folded));
    }

    private boolean fits(Entry entry, Vault vault) {
        var account = entry.account();
        var tags = vault.tags().stream()
                .filter(tag -> entry.details().tags().contains(tag.id()))
                .map(Tag::name)
                .collect(Collectors.joining("\n"));
        var all = fold(String.join("\n", account.issuer(), account.accountName(), tags));
        return isIdOf(entry) || Arrays.stream(folded.split("\\s+")).allMatch(all::contains);
    }

    private boolean isIdOf(Entry entry) {
        return ID_BEGINNING.matcher(folded).matches() && entry.id().toString().startsWith(folded);
    }

    /// Without accents and case, in no language's own rules: the dotless i folds to i.
    private static String fold(String text) {
        var bare = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("");
        return bare.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
