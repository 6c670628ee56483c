package dev.tessera.vault;

import dev.tessera.otp.Account;
import dev.tessera.otp.Credential;
import dev.tessera.otp.OtpParameters.Hotp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// The whole content of a vault. Immutable: each edit returns another vault.
///
/// @param entries in the order of the list, binned ones too, each id once
/// @param tags all tags, each id once
/// @param tombstones the removed entries and tags, so that a merge does not bring them back
/// @param settings what belongs to this vault and not to this computer, by name
/// @param unknown what a later release wrote and this one keeps
public record Vault(
        List<Entry> entries,
        List<Tag> tags,
        List<Tombstone> tombstones,
        Map<String, String> settings,
        Unknown unknown) {

    /// @throws IllegalArgumentException if an id occurs twice among the entries or among the tags
    public Vault {
        entries = List.copyOf(entries);
        tags = List.copyOf(tags);
        tombstones = List.copyOf(tombstones);
        settings = Map.copyOf(settings);
        requireUnique(entries, Entry::id, "entry");
        requireUnique(tags, Tag::id, "tag");
        unknown = unknown.of(Map.of(
                "entries", ids(entries, Entry::id),
                "tags", ids(tags, Tag::id),
                "tombstones", ids(tombstones, Tombstone::id)));
    }

    /// Nothing in it.
    public static Vault empty() {
        return new Vault(List.of(), List.of(), List.of(), Map.of(), Unknown.none());
    }

    /// The entry with this id, binned or not.
    public Optional<Entry> entry(UUID id) {
        return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /// The entries that are not in the bin.
    public List<Entry> listed() {
        return entries.stream().filter(entry -> !entry.isBinned()).toList();
    }

    /// The entries in the bin.
    public List<Entry> binned() {
        return entries.stream().filter(Entry::isBinned).toList();
    }

    /// The entries of the file that this release cannot use; see [SetAside].
    public List<SetAside> setAside() {
        return unknown.entries();
    }

    /// The listed entry with the same secret and parameters, whatever its counter.
    public Optional<Entry> duplicateOf(Account account) {
        var wanted = withoutCounter(account.credential());
        return listed().stream()
                .filter(entry -> withoutCounter(entry.account().credential()).equals(wanted))
                .findFirst();
    }

    /// Puts `entry` in the place of the one with its id, or at the end. An entry that was removed comes
    /// back with a revision above that of its tombstone.
    public Vault with(Entry entry) {
        var buried = tombstones.stream().filter(t -> t.id().equals(entry.id())).findFirst();
        var alive = buried.map(entry::revivedAfter).orElse(entry);
        var left = tombstones.stream().filter(t -> !t.id().equals(entry.id())).toList();
        return new Vault(put(entries, alive), tags, left, settings, unknown);
    }

    /// With new entries and new tags at the end, many at once.
    ///
    /// @throws IllegalArgumentException if an id is there already
    public Vault withNew(List<Entry> newEntries, List<Tag> newTags) {
        return new Vault(plus(entries, newEntries), plus(tags, newTags), tombstones, settings, unknown);
    }

    /// Removes the entry for good and leaves a tombstone; the same vault if there is none.
    public Vault without(UUID entryId, Instant now) {
        return without(Set.of(entryId), now);
    }

    /// Removes the entries for good and leaves a tombstone for each; the same vault if none of them is there.
    public Vault without(Set<UUID> entryIds, Instant now) {
        var left = new ArrayList<Entry>();
        var buried = new ArrayList<Tombstone>();
        for (var entry : entries) {
            if (entryIds.contains(entry.id())) {
                buried.add(Tombstone.of(entry.id(), entry.stamps(), now));
            } else {
                left.add(entry);
            }
        }
        return buried.isEmpty() ? this : new Vault(left, tags, plus(tombstones, buried), settings, unknown);
    }

    /// Moves the entry to the bin; the same vault if it is not in the list.
    public Vault moveToBin(UUID entryId, Instant now) {
        return change(entryId, entry -> entry.isBinned() ? entry : entry.binned(now));
    }

    /// Takes the entry out of the bin; the same vault if it is not in the bin.
    public Vault restore(UUID entryId, Instant now) {
        return change(entryId, entry -> entry.isBinned() ? entry.restored(now) : entry);
    }

    /// Changes the entry with this id; the same vault if there is none.
    public Vault change(UUID entryId, UnaryOperator<Entry> change) {
        return entry(entryId).map(entry -> with(change.apply(entry))).orElse(this);
    }

    /// Moves the entry to another place in the list.
    ///
    /// @param index of all entries, binned ones too; held within the list
    public Vault moved(UUID entryId, int index) {
        var found = entry(entryId);
        if (found.isEmpty()) {
            return this;
        }
        var reordered = new ArrayList<>(entries);
        reordered.remove(found.get());
        reordered.add(Math.clamp(index, 0, reordered.size()), found.get());
        return new Vault(reordered, tags, tombstones, settings, unknown);
    }

    /// The tag with this id.
    public Optional<Tag> tag(UUID id) {
        return tags.stream().filter(tag -> tag.id().equals(id)).findFirst();
    }

    /// Puts `tag` in the place of the one with its id, or at the end.
    public Vault with(Tag tag) {
        var changed = new ArrayList<>(tags);
        int index = tags.stream().map(Tag::id).toList().indexOf(tag.id());
        if (index < 0) {
            changed.add(tag);
        } else {
            changed.set(index, tag);
        }
        return new Vault(entries, changed, tombstones, settings, unknown);
    }

    /// Removes the tag from the vault and from each entry, and leaves a tombstone.
    public Vault withoutTag(UUID tagId, Instant now) {
        return tag(tagId)
                .map(tag -> new Vault(
                        entries.stream()
                                .map(entry -> entry.untagged(tagId, now))
                                .toList(),
                        tags.stream().filter(t -> !t.id().equals(tagId)).toList(),
                        plus(tombstones, Tombstone.of(tagId, tag.stamps(), now)),
                        settings,
                        unknown))
                .orElse(this);
    }

    /// Sets one setting.
    public Vault withSetting(String name, String value) {
        var changed = new TreeMap<>(settings);
        changed.put(name, value);
        return new Vault(entries, tags, tombstones, changed, unknown);
    }

    /// The same with other unknown parts.
    public Vault withUnknown(Unknown newUnknown) {
        return new Vault(entries, tags, tombstones, settings, newUnknown);
    }

    private static Credential withoutCounter(Credential credential) {
        return credential.parameters() instanceof Hotp hotp
                ? new Credential(credential.secret(), hotp.withCounter(0))
                : credential;
    }

    private static List<Entry> put(List<Entry> entries, Entry entry) {
        var changed = new ArrayList<>(entries);
        int index = entries.stream().map(Entry::id).toList().indexOf(entry.id());
        if (index < 0) {
            changed.add(entry);
        } else {
            changed.set(index, entry);
        }
        return changed;
    }

    private static <T> List<T> plus(List<T> list, T last) {
        var longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }

    private static <T> List<T> plus(List<T> list, List<T> more) {
        var longer = new ArrayList<>(list);
        longer.addAll(more);
        return longer;
    }

    private static <T> Set<UUID> ids(List<T> all, Function<T, UUID> id) {
        return all.stream().map(id).collect(Collectors.toSet());
    }

    private static <T> void requireUnique(List<T> all, Function<T, UUID> id, String what) {
        if (ids(all, id).size() != all.size()) {
            throw new IllegalArgumentException("the id of one " + what + " occurs twice; each must be there once");
        }
    }
}
