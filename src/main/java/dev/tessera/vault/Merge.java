package dev.tessera.vault;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/// Brings two vaults that went different ways together again, so that nothing is lost.
///
/// Of two forms of one entry that with the higher revision wins, then the later one. Counters, uses
/// and their times take the greater. Where the secrets differ, the other secret is never dropped: it
/// becomes an entry of its own. What one side removed and the other did not change since stays removed.
public final class Merge {

    private static final Comparator<Tag> BY_AGE = Comparator.<Tag>comparingLong(
                    tag -> tag.stamps().revision())
            .thenComparing(tag -> tag.stamps().modified())
            .thenComparing(Tag::name)
            .thenComparing(tag -> tag.stamps().toString());

    private static final Comparator<Tombstone> BY_REVISION =
            Comparator.comparingLong(Tombstone::revision).thenComparing(Tombstone::removed);

    private Merge() {}

    /// Both vaults in one. The order is that of `mine`, then comes what only `theirs` has. Apart from that order it
    /// does not matter which is which, nor in what order several vaults are merged, nor how often.
    public static Vault of(Vault mine, Vault theirs) {
        var tombstones = new LinkedHashMap<UUID, Tombstone>();
        for (var vault : List.of(mine, theirs)) {
            vault.tombstones().forEach(stone -> tombstones.merge(stone.id(), stone, BinaryOperator.maxBy(BY_REVISION)));
        }
        return new Vault(
                new Forms(List.of(mine, theirs), tombstones).settled(),
                tags(mine, theirs, tombstones),
                List.copyOf(tombstones.values()),
                union(mine.settings(), theirs.settings()),
                unknown(mine.unknown(), theirs.unknown()));
    }

    /// The same where the last state that both had in common is known: what one side has not touched since gives way to
    /// what the other made of it, so that no replaced secret comes back.
    public static Vault of(Vault base, Vault mine, Vault theirs) {
        return of(brought(base, mine, theirs), brought(base, theirs, mine));
    }

    /// `side` with what `other` made of the entries that `side` has as they were.
    private static Vault brought(Vault base, Vault side, Vault other) {
        var entries = side.entries().stream()
                .map(entry -> base.entry(entry.id())
                        .filter(entry::equals)
                        .flatMap(_ -> other.entry(entry.id()))
                        .orElse(entry))
                .toList();
        return new Vault(entries, side.tags(), side.tombstones(), side.settings(), side.unknown());
    }

    /// Applies an edit to `fresh`, where it was meant for `base`. An entry that others changed meanwhile, and
    /// that the edit replaces without having looked at the fresh one, is merged part by part.
    public static Vault rebase(Vault base, Vault fresh, UnaryOperator<Vault> change) {
        if (fresh.equals(base)) {
            return change.apply(fresh);
        }
        var meant = change.apply(base);
        var result = change.apply(fresh); // the last call, so that what it leaves behind fits the result
        for (var edited : result.entries()) {
            var before = base.entry(edited.id());
            var now = fresh.entry(edited.id());
            boolean isBlind = before.isPresent()
                    && now.isPresent()
                    && !now.equals(before)
                    && !now.get().equals(edited)
                    && meant.entry(edited.id()).filter(edited::equals).isPresent();
            if (isBlind) {
                result = both(result, before.get(), now.get(), edited);
            }
        }
        return result;
    }

    private static Vault both(Vault result, Entry before, Entry theirs, Entry mine) {
        boolean sameSecret = Forms.sameSecret(mine, theirs);
        boolean theirsIsOld = theirs.account().equals(before.account());
        var account = mine.account().equals(before.account())
                ? theirs.account()
                : sameSecret ? Forms.withGreaterCounter(mine.account(), theirs.account()) : mine.account();
        var merged = new Entry(
                mine.id(),
                account,
                mine.details().equals(before.details()) ? theirs.details() : mine.details(),
                mine.usage().join(theirs.usage()),
                mine.stamps().atLeast(theirs.stamps().revision() + 1));
        boolean bothChangedTheSecret = !sameSecret && !theirsIsOld && account.equals(mine.account());
        return bothChangedTheSecret ? result.with(merged).with(Forms.aside(theirs)) : result.with(merged);
    }

    private static List<Tag> tags(Vault mine, Vault theirs, Map<UUID, Tombstone> tombstones) {
        var tags = new LinkedHashMap<UUID, Tag>();
        for (var vault : List.of(mine, theirs)) {
            for (var tag : vault.tags()) {
                var stone = tombstones.get(tag.id());
                if (stone == null || !stone.covers(tag.stamps())) {
                    tags.merge(tag.id(), tag, BinaryOperator.maxBy(BY_AGE));
                }
            }
        }
        return List.copyOf(tags.values());
    }

    private static Map<String, String> union(Map<String, String> mine, Map<String, String> theirs) {
        var both = new TreeMap<>(mine);
        theirs.forEach((name, value) -> both.merge(name, value, BinaryOperator.maxBy(Comparator.naturalOrder())));
        return both;
    }

    private static Unknown unknown(Unknown mine, Unknown theirs) {
        var setAside = new LinkedHashSet<>(mine.entries());
        setAside.addAll(theirs.entries());
        return new Unknown(List.copyOf(setAside), union(mine.fields(), theirs.fields()));
    }
}
