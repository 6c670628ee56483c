package dev.tessera.desktop.entries;

import dev.tessera.desktop.control.Folding;
import dev.tessera.vault.Entry;
import dev.tessera.vault.Tag;
import dev.tessera.vault.Vault;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The listed entries of a vault, folded once, in the order of the list: pinned ones first, then by name.
final class SearchIndex {
    private static final int NO_HIT = Integer.MAX_VALUE;

    private final List<Row> rows;

    private SearchIndex(List<Row> rows) {
        this.rows = rows;
    }

    static SearchIndex of(Vault vault) {
        var tagNames = vault.tags().stream().collect(Collectors.toMap(Tag::id, Tag::name));
        return new SearchIndex(vault.listed().stream()
                .map(entry -> Row.of(entry, tagNames))
                .sorted(Row.LIST_ORDER)
                .toList());
    }

    int size() {
        return rows.size();
    }

    /// The hits, best first; all entries when nothing is asked. Every word of the query must be found.
    List<Entry> find(String query) {
        var folded = Folding.fold(query);
        if (folded.isEmpty()) {
            return rows.stream().map(Row::entry).toList();
        }
        var words = folded.split("\\s+");
        return rows.stream()
                .map(row -> new Hit(row.entry(), row.rank(words)))
                .filter(hit -> hit.rank() != NO_HIT)
                .sorted(Comparator.comparingInt(Hit::rank))
                .map(Hit::entry)
                .toList();
    }

    private record Hit(Entry entry, int rank) {}

    private record Row(Entry entry, String lead, String account, String tags, String note) {
        static final Comparator<Row> LIST_ORDER = Comparator.comparing(
                        (Row row) -> !row.entry().details().pinned())
                .thenComparing(Row::lead)
                .thenComparing(Row::account);

        static Row of(Entry entry, Map<UUID, String> tagNames) {
            var tags = entry.details().tags().stream()
                    .flatMap(id -> Stream.ofNullable(tagNames.get(id)))
                    .collect(Collectors.joining(" "));
            return new Row(
                    entry,
                    Folding.fold(entry.account().title()),
                    Folding.fold(entry.account().accountName()),
                    Folding.fold(tags),
                    Folding.fold(entry.details().note()));
        }

        /// The rank of the word that fits worst.
        int rank(String[] words) {
            int worst = 0;
            for (var word : words) {
                worst = Math.max(worst, rank(word));
            }
            return worst;
        }

        private int rank(String word) {
            if (lead.startsWith(word)) {
                return 0;
            }
            if (startsAWord(lead, word)) {
                return 1;
            }
            if (startsAWord(account, word) || startsAWord(tags, word)) {
                return 2;
            }
            if (lead.contains(word) || account.contains(word) || tags.contains(word)) {
                return 3;
            }
            return note.contains(word) ? 4 : NO_HIT;
        }

        private static boolean startsAWord(String text, String word) {
            int at = text.indexOf(word);
            while (at >= 0) {
                if (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1))) {
                    return true;
                }
                at = text.indexOf(word, at + 1);
            }
            return false;
        }
    }
}
