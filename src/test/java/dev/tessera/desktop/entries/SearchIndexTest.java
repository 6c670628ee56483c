package dev.tessera.desktop.entries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.desktop.Accounts;
import dev.tessera.desktop.settings.Setting.Order;
import dev.tessera.vault.Entry;
import dev.tessera.vault.Tag;
import dev.tessera.vault.Vault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchIndexTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private Vault vault = Vault.empty();

    @Test
    void theOrderIsByNameByUseOrByHandAndWhatIsPinnedLeads() {
        add("Cello", "x");
        add("Alto", "x");
        add("Bass", "x");
        var bass = vault.entries().getLast();
        assertThat(names(Order.NAME, Filter.ALL)).containsExactly("Alto", "Bass", "Cello");
        assertThat(names(Order.HAND, Filter.ALL)).containsExactly("Cello", "Alto", "Bass");
        assertThat(names(Order.USE, Filter.ALL)).containsExactly("Cello", "Bass", "Alto");
        vault = vault.change(bass.id(), e -> e.withDetails(e.details().withPinned(true), NOW));
        for (var order : Order.values()) {
            assertThat(names(order, Filter.ALL)).hasSize(3).startsWith("Bass");
        }
    }

    @Test
    void aFilterShowsItsPart() {
        var work = Tag.create("Work", NOW);
        vault = vault.with(work).with(Tag.create("Nobody has it", NOW));
        add("Cello", "x");
        add("Alto", "x");
        add("Bass", "x");
        var alto = vault.entries().get(1);
        vault = vault.change(alto.id(), e -> e.withDetails(e.details().tagged(work.id()), NOW));
        assertThat(names(Order.NAME, new Filter.Tagged(work.id()))).containsExactly("Alto");
        assertThat(names(Order.NAME, Filter.FREQUENT)).containsExactly("Cello", "Bass");
        assertThat(names(Order.NAME, Filter.PINNED)).isEmpty();
        var index = SearchIndex.of(vault, Order.NAME, this::score);
        assertThat(index.tags()).containsExactly(work);
        assertThat(index.holds(Filter.PINNED)).isFalse();
        assertThat(index.find("ba", new Filter.Tagged(work.id()))).isEmpty();
    }

    /// Cello is used most, Alto never.
    private double score(UUID id) {
        return switch (vault.entry(id).orElseThrow().account().issuer()) {
            case "Cello" -> 2;
            case "Bass" -> 1;
            default -> 0;
        };
    }

    private List<String> names(Order order, Filter filter) {
        return SearchIndex.of(vault, order, this::score).find("", filter).stream()
                .map(entry -> entry.account().issuer())
                .toList();
    }

    @Test
    void thePrefixOfTheIssuerComesFirstThenWordStartsThenAnywhere() {
        add("Digital Bank", "x");
        add("Bankia", "x");
        add("Shop", "me@bank.example");
        add("Databankers", "x");
        assertThat(find("bank")).containsExactly("Bankia", "Digital Bank", "Shop", "Databankers");
    }

    @Test
    void accentsAndCaseDoNotCount() {
        add("Société Générale", "anne");
        assertThat(find("SOCIETE gen")).containsExactly("Société Générale");
    }

    @Test
    void everyWordMustBeFound() {
        add("GitHub", "work");
        add("GitHub", "home");
        assertThat(find("git home")).hasSize(1);
        assertThat(find("git nothing")).isEmpty();
    }

    @Test
    void tagsAndNotesAreSearchedToo() {
        var tag = Tag.create("Servers", NOW);
        vault = vault.with(tag);
        var entry = Entry.create(Accounts.varied("Alpha", "a", 1), NOW);
        vault = vault.with(entry.withDetails(entry.details().tagged(tag.id()), NOW));
        var noted = Entry.create(Accounts.varied("Beta", "b", 2), NOW);
        vault = vault.with(noted.withDetails(noted.details().withNote("the spare server in the cellar"), NOW));
        assertThat(find("server")).containsExactly("Alpha", "Beta");
        assertThat(find("cellar")).containsExactly("Beta");
    }

    @Test
    void withoutAQueryPinnedOnesLeadAndTheRestIsByName() {
        add("Beta", "x");
        add("alpha", "x");
        var pinned = Entry.create(Accounts.varied("Zeta", "z", 1), NOW);
        vault = vault.with(pinned.withDetails(pinned.details().withPinned(true), NOW));
        assertThat(find("  ")).containsExactly("Zeta", "alpha", "Beta");
    }

    @Test
    void binnedOnesAreNotFound() {
        add("Gone", "x");
        vault = vault.moveToBin(vault.entries().getFirst().id(), NOW);
        assertThat(find("gone")).isEmpty();
    }

    /// In one index, as a window keeps it: what is found must not hang on what was searched for before.
    @Test
    void letterByLetterFindsWhatIsFoundAtOnce() {
        IntStream.range(0, 300).forEach(i -> add("Site " + i % 50, "ann" + i + "@mail" + i % 7 + ".example"));
        var index = SearchIndex.of(vault, Order.NAME, this::score);
        for (var typed : List.of("site 4", "4 ann1", "mail3 s", "ann11", "nobody", "s")) {
            for (int length = 0; length <= typed.length(); length++) {
                var query = typed.substring(0, length);
                for (var filter : List.of(Filter.ALL, Filter.PINNED, Filter.FREQUENT)) {
                    assertThat(index.find(query, filter))
                            .as("%s in %s", query, filter)
                            .isEqualTo(SearchIndex.of(vault, Order.NAME, this::score)
                                    .find(query, filter));
                }
            }
        }
        assertThat(index.find("site 4", Filter.ALL)).isNotEmpty();
    }

    @Test
    void tenThousandAreSearchedWithinAKeyPress() {
        var entries = IntStream.range(0, 10_000)
                .mapToObj(i -> Entry.create(Accounts.varied("Site " + i, "ann" + i + "@example.org", i), NOW))
                .toList();
        vault = new Vault(entries, List.of(), List.of(), java.util.Map.of(), vault.unknown());
        var index = SearchIndex.of(vault, Order.NAME, _ -> 0);
        long start = System.nanoTime();
        var found = index.find("ann9999", Filter.ALL);
        assertThat(found).hasSize(1);
        // Far above what it takes, so that a busy machine passes, and far below what a person would feel as a wait.
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(500));
    }

    private void add(String issuer, String name) {
        vault = vault.with(
                Entry.create(Accounts.varied(issuer, name, vault.entries().size()), NOW));
    }

    private List<String> find(String query) {
        return SearchIndex.of(vault, Order.NAME, _ -> 0).find(query, Filter.ALL).stream()
                .map(entry -> entry.account().title())
                .toList();
    }
}
