package dev.tessera.transfer;

import dev.tessera.otp.Account;
import dev.tessera.otp.OtpParameters.Hotp;
import dev.tessera.vault.Details;
import dev.tessera.vault.Entry;
import dev.tessera.vault.Tag;
import dev.tessera.vault.Vault;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Entries of files on their way into a vault, all in one edit and none twice.
///
/// An entry is there already when one with the same secret, kind, numbers and names is; its counter does not count. The
/// same secret under another name is another account.
public final class Intake {
    private final Instant now;
    private final Set<Likeness> listed = new HashSet<>();
    private final Set<Likeness> binned = new HashSet<>();
    private final List<Taken> taken = new ArrayList<>();
    private volatile List<Tag> made = List.of();

    /// @param vault what is there
    public Intake(Vault vault, Instant now) {
        this.now = now;
        vault.entries().forEach(entry -> (entry.isBinned() ? binned : listed).add(Likeness.of(entry.account())));
    }

    /// Takes an entry in, unless it is there already.
    ///
    /// @return whether it is new
    public boolean add(ImportEntry entry) {
        var likeness = Likeness.of(entry.account());
        boolean toBin = entry.extras().binned();
        if (listed.contains(likeness) || (toBin && binned.contains(likeness))) {
            return false;
        }
        (toBin ? binned : listed).add(likeness);
        taken.add(new Taken(Entry.create(entry.account(), now), entry.extras()));
        return true;
    }

    /// Whether nothing is new.
    public boolean isEmpty() {
        return taken.isEmpty();
    }

    /// The vault with all that is new. Tags are found by their names, and made where there are none. Looks at the vault
    /// that it is given and at nothing else.
    public Vault applyTo(Vault present) {
        var tags = new HashMap<String, UUID>();
        present.tags().forEach(tag -> tags.putIfAbsent(tag.name(), tag.id()));
        var newTags = new ArrayList<Tag>();
        var entries = taken.stream()
                .map(one -> one.entry(tagIds(one.extras().tags(), tags, newTags), now))
                .toList();
        made = List.copyOf(newTags);
        return present.withNew(entries, newTags);
    }

    /// The vault without what [#applyTo] has brought into it: its entries, and its tags as far as nothing else has
    /// them.
    /// Tombstones are left, so that a copy on another device does not bring it back.
    public Vault takeBack(Vault present, Instant now) {
        var left = present.without(taken.stream().map(one -> one.entry().id()).collect(Collectors.toSet()), now);
        for (var tag : made) {
            boolean used = left.entries().stream()
                    .anyMatch(entry -> entry.details().tags().contains(tag.id()));
            left = used ? left : left.withoutTag(tag.id(), now);
        }
        return left;
    }

    private Set<UUID> tagIds(List<String> names, Map<String, UUID> known, List<Tag> newTags) {
        var ids = new HashSet<UUID>();
        for (var name : names) {
            ids.add(known.computeIfAbsent(name, _ -> {
                var tag = Tag.create(name, now);
                newTags.add(tag);
                return tag.id();
            }));
        }
        return ids;
    }

    private record Taken(Entry entry, ImportEntry.Extras extras) {
        Entry entry(Set<UUID> tags, Instant now) {
            var detailed = new Entry(
                    entry.id(),
                    entry.account(),
                    new Details(tags, extras.note(), extras.pinned()),
                    entry.usage(),
                    entry.stamps());
            return extras.binned() ? detailed.binned(now) : detailed;
        }
    }

    /// By a digest of the secret, so that a file of many alike entries costs no time: a
    /// [dev.tessera.otp.Secret] has the same hash code as all of its length.
    private record Likeness(String issuer, String accountName, String kind, String digest) {
        static Likeness of(Account account) {
            var parameters = account.credential().parameters();
            var kind = parameters instanceof Hotp hotp ? hotp.withCounter(0) : parameters;
            byte[] secret = account.credential().secret().toByteArray();
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret);
                return new Likeness(
                        account.issuer(),
                        account.accountName(),
                        kind.toString(),
                        HexFormat.of().formatHex(digest));
            } catch (NoSuchAlgorithmException e) {
                throw new AssertionError("each Java has SHA-256", e);
            } finally {
                Arrays.fill(secret, (byte) 0);
            }
        }
    }
}
