package dev.tessera.vault;

import dev.tessera.otp.Account;
import dev.tessera.otp.Credential;
import dev.tessera.otp.OtpParameters.Hotp;
import dev.tessera.otp.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/// The forms that entries took on several devices: one for each secret that an entry had, by counter or by time. The
/// best form of an entry bears its id; each other stands aside under an id of its own, which every device derives
/// alike.
///
/// What comes out depends on which forms and tombstones were taken in, and on nothing else: the forms are found
/// again in what comes out, whatever was best then. An id of what stands aside proves what it is, and the entry
/// that it belongs to is there, or its tombstone.
final class Forms {
    private static final int ASIDE = 8;

    private static final Comparator<Entry> BY_AGE = Comparator.<Entry>comparingLong(
                    entry -> entry.stamps().revision())
            .thenComparing(entry -> entry.stamps().modified());

    private final Map<UUID, Tombstone> tombstones;
    private final Set<UUID> origins = new LinkedHashSet<>();

    /// By the id that each has when it stands aside; in here, each bears the id of the entry that it is a form of.
    private final Map<UUID, Entry> forms = new LinkedHashMap<>();

    /// The forms in these vaults, but for those that lie under a tombstone.
    ///
    /// @param tombstones of all of them, by id
    Forms(Collection<Vault> vaults, Map<UUID, Tombstone> tombstones) {
        this.tombstones = tombstones;
        tombstones.keySet().stream().filter(id -> id.version() != ASIDE).forEach(origins::add);
        for (var vault : vaults) {
            vault.entries().stream()
                    .map(Entry::id)
                    .filter(id -> id.version() != ASIDE)
                    .forEach(origins::add);
        }
        vaults.forEach(vault -> vault.entries().forEach(this::admit));
    }

    /// All entries, in the order in which they were first admitted.
    List<Entry> settled() {
        var best = new HashMap<UUID, Entry>();
        forms.values().forEach(form -> best.merge(form.id(), form, BinaryOperator.maxBy(Forms::order)));
        var settled = new LinkedHashSet<Entry>();
        forms.forEach((aside, form) -> {
            var winner = Objects.requireNonNull(best.get(form.id()));
            settled.add(winner);
            if (!form.equals(winner)) {
                settled.add(withId(form, aside));
            }
        });
        return List.copyOf(settled);
    }

    /// The same entry under the id for what stands aside.
    static Entry aside(Entry entry) {
        return withId(entry, nameAside(entry.id(), entry));
    }

    private static Entry withId(Entry entry, UUID id) {
        return new Entry(id, entry.account(), entry.details(), entry.usage(), entry.stamps());
    }

    /// Of two forms with the same secret the better one stays, with the greater counter and use.
    private void admit(Entry entry) {
        var origin = origin(entry);
        var form = withId(entry, origin);
        var aside = origin.version() == ASIDE ? origin : nameAside(origin, form);
        if (!isBuried(entry, origin, aside)) {
            forms.merge(aside, form, Forms::join);
        }
    }

    /// The entry that this is a form of. What stood aside and was given another secret since is an entry of its own,
    /// under another id: the one that it has belongs to its first secret.
    private UUID origin(Entry entry) {
        var id = entry.id();
        if (id.version() != ASIDE) {
            return id;
        }
        if (!checked(id.getMostSignificantBits(), entry).equals(id)) {
            return nameAside(id, entry);
        }
        return origins.stream()
                .filter(origin -> name(origin, entry) == id.getMostSignificantBits())
                .findFirst()
                .orElse(id);
    }

    private boolean isBuried(Entry entry, UUID origin, UUID aside) {
        return covers(tombstones.get(entry.id()), entry)
                || covers(tombstones.get(origin), entry)
                || covers(tombstones.get(aside), entry)
                || (origin.version() == ASIDE
                        && tombstones.values().stream()
                                .anyMatch(stone -> covers(stone, entry)
                                        && name(stone.id(), entry) == origin.getMostSignificantBits()));
    }

    private static boolean covers(@Nullable Tombstone stone, Entry entry) {
        return stone != null && stone.covers(entry.stamps());
    }

    private static Entry join(Entry one, Entry other) {
        boolean oneWins = order(one, other) >= 0;
        var winner = oneWins ? one : other;
        var loser = oneWins ? other : one;
        return new Entry(
                winner.id(),
                withGreaterCounter(winner.account(), loser.account()),
                winner.details(),
                winner.usage().join(loser.usage()),
                winner.stamps());
    }

    /// Whether both make codes from one secret, both by counter or neither.
    static boolean sameSecret(Entry one, Entry other) {
        return secret(one).equals(secret(other)) && kind(one).equals(kind(other));
    }

    /// `winner` with the counter of `other`, if that is greater. Both by counter or neither.
    static Account withGreaterCounter(Account winner, Account other) {
        var credential = winner.credential();
        if (!(credential.parameters() instanceof Hotp hotp)) {
            return winner;
        }
        var otherHotp = (Hotp) other.credential().parameters();
        var greater = hotp.withCounter(Math.max(hotp.counter(), otherHotp.counter()));
        return new Account(winner.issuer(), winner.accountName(), new Credential(credential.secret(), greater));
    }

    private static UUID nameAside(UUID origin, Entry form) {
        return checked(name(origin, form), form);
    }

    private static long name(UUID origin, Entry form) {
        return (digest(kind(form) + origin, form) & ~0xF000L) | (ASIDE << 12);
    }

    /// The second half proves the first, given the secret. UUID version 8: RFC 9562, section 5.8.
    private static UUID checked(long name, Entry form) {
        long proof = digest(kind(form) + Long.toHexString(name), form);
        return new UUID(name, (proof & 0x3FFF_FFFF_FFFF_FFFFL) | Long.MIN_VALUE);
    }

    private static long digest(String text, Entry form) {
        byte[] bytes = secret(form).toByteArray();
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(text.getBytes(StandardCharsets.US_ASCII));
            return ByteBuffer.wrap(sha256.digest(bytes)).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("SHA-256 is part of every JDK", e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static String kind(Entry entry) {
        return entry.account().credential().parameters() instanceof Hotp ? "counter " : "time ";
    }

    private static Secret secret(Entry entry) {
        return entry.account().credential().secret();
    }

    /// The higher revision, then the later change; what else differs decides alike on every device. Counter, uses and
    /// id do not count: they are joined.
    private static int order(Entry one, Entry other) {
        int byAge = BY_AGE.compare(one, other);
        return byAge != 0 ? byAge : byContent(one, other);
    }

    private static int byContent(Entry one, Entry other) {
        byte[] first = secret(one).toByteArray();
        byte[] second = secret(other).toByteArray();
        try {
            int bySecret = Arrays.compareUnsigned(first, second);
            return bySecret != 0 ? bySecret : text(one).compareTo(text(other));
        } finally {
            Arrays.fill(first, (byte) 0);
            Arrays.fill(second, (byte) 0);
        }
    }

    private static String text(Entry entry) {
        var account = entry.account();
        var parameters = account.credential().parameters();
        var details = entry.details();
        return String.join(
                "\n",
                account.issuer(),
                account.accountName(),
                String.valueOf(parameters instanceof Hotp hotp ? hotp.withCounter(0) : parameters),
                details.note(),
                details.tags().stream().sorted().toList().toString(),
                Boolean.toString(details.pinned()),
                entry.stamps().toString());
    }
}
