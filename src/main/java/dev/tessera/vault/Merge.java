package dev.tessera.vault;

import dev.tessera.otp.Account;
import dev.tessera.otp.Credential;
import dev.tessera.otp.OtpParameters.Hotp;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
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

    private static final Comparator<Stamps> BY_AGE =
            Comparator.comparingLong(Stamps::revision).thenComparing(Stamps::modified);

    private final Map<UUID, Entry> entries = new LinkedHashMap<>();
    private final Map<UUID, Tombstone> tombstones = new LinkedHashMap<>();

    private Merge() {}

    /// Both vaults in one. The order is that of `mine`, then comes what only `theirs` has.
    public static Vault of(Vault mine, Vault theirs) {
        var merge = new Merge();
        for (var vault : List.of(mine, theirs)) {
            vault.tombstones().forEach(merge::bury);
        }
        mine.entries().forEach(merge::admit);
        theirs.entries().forEach(merge::admit);
        var tags = merge.tags(mine, theirs);
        return new Vault(
                List.copyOf(merge.entries.values()),
                tags,
                List.copyOf(merge.tombstones.values()),
                union(mine.settings(), theirs.settings()),
                unknown(mine.unknown(), theirs.unknown()));
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
        boolean sameSecret = sameSecret(mine, theirs);
        boolean theirsIsOld = theirs.account().equals(before.account());
        var account = mine.account().equals(before.account())
                ? theirs.account()
                : sameSecret ? withGreaterCounter(mine.account(), theirs.account()) : mine.account();
        var merged = new Entry(
                mine.id(),
                account,
                mine.details().equals(before.details()) ? theirs.details() : mine.details(),
                mine.usage().join(theirs.usage()),
                mine.stamps().atLeast(theirs.stamps().revision() + 1));
        boolean bothChangedTheSecret = !sameSecret && !theirsIsOld && account.equals(mine.account());
        return bothChangedTheSecret ? result.with(merged).with(aside(theirs)) : result.with(merged);
    }

    private void bury(Tombstone stone) {
        tombstones.merge(
                stone.id(),
                stone,
                BinaryOperator.maxBy(
                        Comparator.comparingLong(Tombstone::revision).thenComparing(Tombstone::removed)));
    }

    private boolean isBuried(UUID id, Stamps stamps) {
        var stone = tombstones.get(id);
        if (stone == null) {
            return false;
        }
        if (!stone.covers(stamps)) {
            tombstones.remove(id);
            return false;
        }
        return true;
    }

    private void admit(Entry entry) {
        if (isBuried(entry.id(), entry.stamps())) {
            return;
        }
        var present = entries.get(entry.id());
        if (present == null) {
            entries.put(entry.id(), entry);
            return;
        }
        boolean presentWins = order(present, entry) >= 0;
        var winner = presentWins ? present : entry;
        var other = presentWins ? entry : present;
        entries.put(entry.id(), join(winner, other));
        if (!sameSecret(winner, other)) {
            admit(aside(other));
        }
    }

    private static Entry join(Entry winner, Entry other) {
        return new Entry(
                winner.id(),
                sameSecret(winner, other) ? withGreaterCounter(winner.account(), other.account()) : winner.account(),
                winner.details(),
                winner.usage().join(other.usage()),
                winner.stamps());
    }

    private static Account withGreaterCounter(Account winner, Account other) {
        var credential = winner.credential();
        if (credential.parameters() instanceof Hotp hotp
                && other.credential().parameters() instanceof Hotp otherHotp
                && otherHotp.counter() > hotp.counter()) {
            var moved = new Credential(credential.secret(), hotp.withCounter(otherHotp.counter()));
            return new Account(winner.issuer(), winner.accountName(), moved);
        }
        return winner;
    }

    /// The losing form under an id that every device derives alike, so that merging again adds nothing.
    private static Entry aside(Entry entry) {
        byte[] secret = entry.account().credential().secret().toByteArray();
        byte[] digest;
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(entry.id().toString().getBytes(StandardCharsets.US_ASCII));
            digest = sha256.digest(secret);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("SHA-256 is part of every JDK", e);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
        return new Entry(
                UUID.nameUUIDFromBytes(digest), entry.account(), entry.details(), entry.usage(), entry.stamps());
    }

    private static boolean sameSecret(Entry one, Entry other) {
        return one.account()
                .credential()
                .secret()
                .equals(other.account().credential().secret());
    }

    private static int order(Entry one, Entry other) {
        int byAge = BY_AGE.compare(one.stamps(), other.stamps());
        if (byAge != 0 || one.equals(other)) {
            return byAge;
        }
        byte[] first = one.account().credential().secret().toByteArray();
        byte[] second = other.account().credential().secret().toByteArray();
        try {
            int bySecret = Arrays.compareUnsigned(first, second);
            return bySecret != 0 ? bySecret : text(one).compareTo(text(other));
        } finally {
            Arrays.fill(first, (byte) 0);
            Arrays.fill(second, (byte) 0);
        }
    }

    private static String text(Entry entry) {
        var details = entry.details();
        return String.join(
                "\n",
                entry.account().toString(),
                details.note(),
                details.tags().stream().sorted().toList().toString(),
                Boolean.toString(details.pinned()),
                entry.stamps().toString());
    }

    private List<Tag> tags(Vault mine, Vault theirs) {
        var tags = new LinkedHashMap<UUID, Tag>();
        var newest =
                BinaryOperator.maxBy(Comparator.comparing(Tag::stamps, BY_AGE).thenComparing(Tag::name));
        for (var vault : List.of(mine, theirs)) {
            for (var tag : vault.tags()) {
                if (!isBuried(tag.id(), tag.stamps())) {
                    tags.merge(tag.id(), tag, newest);
                }
            }
        }
        return new ArrayList<>(tags.values());
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
