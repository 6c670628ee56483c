package dev.tessera.desktop.entries;

import bench.Accounts;
import dev.tessera.desktop.settings.Setting.Order;
import dev.tessera.session.EntryQuery;
import dev.tessera.vault.Entry;
import dev.tessera.vault.Vault;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// A search of two words with few hits: by the window at a key press, and by a command.
@State(Scope.Thread)
public class Searches {
    private static final String WORDS = "site 98";

    @Param({"10", "1000", "10000", "100000"})
    public int entries;

    private Vault vault;
    private SearchIndex index;

    @Setup
    public void prepare() {
        vault = Accounts.vault(entries);
        index = SearchIndex.of(vault, Order.NAME, _ -> 0);
    }

    @Benchmark
    public List<Entry> window() {
        return index.find(WORDS, Filter.ALL);
    }

    @Benchmark
    public List<Entry> command() {
        return new EntryQuery(WORDS).in(vault);
    }
}
