package dev.tessera.desktop.entries;

import dev.tessera.desktop.control.ByNumbers;
import dev.tessera.desktop.control.Folding;
import dev.tessera.desktop.settings.Setting.Order;
import dev.tessera.vault.Entry;
import dev.tessera.vault.Tag;
import dev.tessera.vault.Vault;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The listed entries of a vault, folded once, in the order of the list: pinned ones first, then as the person wants.
final class SearchIndex {
    private static final int NO_HIT = Integer.MAX_VALUE;
    private static final int MOST_FREQUENT = 12;

    private final List<Row> rows;
    private final List<Tag> tags;
    private final boolean holdsPinned;
    private final boolean holdsUsed;

    /// The last search: who types on can only find among its hits.
    private Found last = Found.NOTHING_YET;

    private SearchIndex(List<Row> rows, List<Tag> tags) {
        this.rows = rows;
        this.tags = tags;
        this.holdsPinned = rows.stream().anyMatch(Row::isPinned);
        this.holdsUsed = rows.stream().anyMatch(Row::isUsed);
    }

    static SearchIndex empty() {
        return new SearchIndex(List.of(), List.of());
    }

    /// @param score how much an entry is used; 0 for one that never was
    static SearchIndex of(Vault vault, Order order, ToDoubleFunction<UUID> score) {
        var tagNames = vault.tags().stream().collect(Collectors.toMap(Tag::id, Tag::name));
        var rows = vault.listed().stream()
                .map(entry -> Row.of(entry, tagNames, score.applyAsDouble(entry.id())))
                .sorted(Row.PINNED_FIRST.thenComparing(orderOf(order)))
                .toList();
        var used = rows.stream()
                .flatMap(row -> row.entry().details().tags().stream())
                .collect(Collectors.toSet());
        return new SearchIndex(
                rows,
                vault.tags().stream()
                        .filter(tag -> used.contains(tag.id()))
                        .sorted(Comparator.comparing(tag -> Folding.fold(tag.name()), ByNumbers.ORDER))
                        .toList());
    }

    private static Comparator<Row> orderOf(Order order) {
        return switch (order) {
            case NAME -> Row.BY_NAME;
            case USE -> Row.BY_USE.thenComparing(Row.BY_NAME);
            case HAND -> (_, _) -> 0; // as they lie in the vault
        };
    }

    int size() {
        return rows.size();
    }

    /// The tags that any listed entry bears, by name.
    List<Tag> tags() {
        return tags;
    }

    /// Whether anything would be shown by it.
    boolean holds(Filter filter) {
        return switch (filter) {
            case Filter.All _ -> !rows.isEmpty();
            case Filter.Pinned _ -> holdsPinned;
            case Filter.Frequent _ -> holdsUsed;
            case Filter.Tagged(UUID tagId) ->
                tags.stream().anyMatch(tag -> tag.id().equals(tagId));
        };
    }

    private Stream<Row> filtered(Filter filter) {
        return switch (filter) {
            case Filter.All _ -> rows.stream();
            case Filter.Pinned _ -> rows.stream().filter(Row::isPinned);
            case Filter.Tagged(UUID tagId) ->
                rows.stream().filter(row -> row.entry().details().tags().contains(tagId));
            case Filter.Frequent _ ->
                rows.stream().filter(Row::isUsed).sorted(Row.BY_USE).limit(MOST_FREQUENT);
        };
    }

    /// The hits, best first; all entries when nothing is asked. Every word of the query must be found.
    List<Entry> find(String query, Filter filter) {
        var folded = Folding.fold(query);
        if (folded.isEmpty()) {
            return filtered(filter).map(Row::entry).toList();
        }
        var words = folded.split("\\s+");
        var hits = (last.leadsTo(folded, filter) ? last.hits().stream().map(Hit::row) : filtered(filter))
                .map(row -> new Hit(row, row.rank(words)))
                .filter(hit -> hit.rank() != NO_HIT)
                .toList();
        last = new Found(folded, filter, hits);
        return hits.stream()
                .sorted(Comparator.comparingInt(Hit::rank))
                .map(hit -> hit.row().entry())
                .toList();
    }

    private record Hit(Row row, int rank) {}

    /// @param hits in the order of the list
    private record Found(String query, Filter filter, List<Hit> hits) {
        static final Found NOTHING_YET = new Found("", Filter.ALL, List.of());

        /// Each word of a longer query begins with one of this, or is one more.
        boolean leadsTo(String longer, Filter same) {
            return !query.isEmpty() && longer.startsWith(query) && filter.equals(same);
        }
    }

    private record Row(Entry entry, String lead, String account, String tags, String note, double score) {
        static final Comparator<Row> PINNED_FIRST = Comparator.comparing(row -> !row.isPinned());
        static final Comparator<Row> BY_NAME =
                Comparator.comparing(Row::lead, ByNumbers.ORDER).thenComparing(Row::account, ByNumbers.ORDER);
        static final Comparator<Row> BY_USE =
                Comparator.comparingDouble(Row::score).reversed();

        static Row of(Entry entry, Map<UUID, String> tagNames, double score) {
            var tags = entry.details().tags().stream()
                    .flatMap(id -> Stream.ofNullable(tagNames.get(id)))
                    .collect(Collectors.joining(" "));
            return new Row(
                    entry,
                    Folding.fold(entry.account().title()),
                    Folding.fold(entry.account().accountName()),
                    Folding.fold(tags),
                    Folding.fold(entry.details().note()),
                    score);
        }

        boolean isPinned() {
            return entry.details().pinned();
        }

        boolean isUsed() {
            return score > 0;
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
