package dev.tessera.vault;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.otp.Account;
import dev.tessera.otp.Credential;
import dev.tessera.otp.HmacAlgorithm;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.OtpParameters.Hotp;
import dev.tessera.otp.OtpParameters.Totp;
import dev.tessera.otp.Secret;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MergeTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    private final Entry entry = Entry.create(account("Pexip", "secret", Totp.standard()), NOW);
    private final Vault base = Vault.empty().with(entry);

    @Test
    void holdsWhatEitherSideAdded() {
        var mine = Entry.create(account("Mine", "mine", Totp.standard()), NOW);
        var theirs = Entry.create(account("Theirs", "theirs", Totp.standard()), NOW);
        assertThat(Merge.of(base.with(mine), base.with(theirs)).entries()).containsExactly(entry, mine, theirs);
    }

    @Test
    void takesTheFormThatWasChangedMoreOftenThenTheLaterOne() {
        var once = renamed(entry, "Once", LATER);
        var twice = renamed(renamed(entry, "x", NOW), "Twice", NOW);
        assertMerges(base.with(once), base.with(twice), twice);
        var earlier = renamed(entry, "Earlier", NOW);
        assertMerges(base.with(once), base.with(earlier), once);
    }

    @Test
    void keepsRemovedWhatWasNotChangedSince() {
        var removed = base.without(entry.id(), NOW);
        assertThat(Merge.of(base, removed)).isEqualTo(removed);
        assertThat(Merge.of(removed, base)).isEqualTo(removed);
    }

    @Test
    void bringsBackWhatWasChangedSinceItsRemoval() {
        var removed = base.without(entry.id(), NOW);
        var changed = renamed(renamed(entry, "x", NOW), "Changed", NOW);
        var merged = Merge.of(removed, base.with(changed));
        assertThat(merged.entries()).containsExactly(changed);
        // The stone stays for older forms that are still to come, and covers no newer one.
        assertThat(Merge.of(merged, base).entries()).containsExactly(changed);
    }

    @Test
    void takesTheGreaterCounterAndTheMoreUses() {
        var counter = Entry.create(account("Bank", "secret", new Hotp(HmacAlgorithm.SHA1, 6, 7)), NOW);
        var moved = counter.withAccount(account("Bank", "secret", new Hotp(HmacAlgorithm.SHA1, 6, 9)), NOW);
        var used = renamed(counter.withUsage(new Usage(5, Optional.of(LATER)), NOW), "Renamed", NOW);
        var merged = Merge.of(Vault.empty().with(moved), Vault.empty().with(used))
                .entries()
                .getFirst();
        assertThat(merged.account()).isEqualTo(account("Renamed", "secret", new Hotp(HmacAlgorithm.SHA1, 6, 9)));
        assertThat(merged.usage()).isEqualTo(new Usage(5, Optional.of(LATER)));
    }

    @Test
    void neverDropsASecretThatDiffers() {
        var mine = entry.withAccount(account("Pexip", "mine", Totp.standard()), LATER);
        var theirs = entry.withAccount(account("Pexip", "theirs", Totp.standard()), NOW);
        var merged = Merge.of(base.with(mine), base.with(theirs));
        assertThat(merged.entries())
                .extracting(Entry::account)
                .containsExactlyInAnyOrder(mine.account(), theirs.account());
        assertThat(merged.entry(entry.id())).contains(mine);
        assertThat(Merge.of(merged, base.with(theirs))).as("again").isEqualTo(merged);
        assertThat(contents(Merge.of(base.with(theirs), base.with(mine)))).isEqualTo(contents(merged));
    }

    @Test
    void aCounterAndAClockAreTwoAccountsThoughTheSecretIsOne() {
        var counter = entry.withAccount(account("Pexip", "secret", new Hotp(HmacAlgorithm.SHA1, 6, 7)), LATER);
        var merged = Merge.of(base.with(counter), base.with(renamed(entry, "Renamed", NOW)));
        assertThat(merged.entries()).hasSize(2);
        assertThat(merged.entry(entry.id())).contains(counter);
    }

    @Test
    void bringsBackATagThatWasChangedSinceItsRemoval() {
        var tag = Tag.create("Work", NOW);
        var removed = base.with(tag).withoutTag(tag.id(), NOW);
        var renamedTwice = tag.withName("x", NOW).withName("Home", LATER);
        assertThat(Merge.of(removed, base.with(renamedTwice)).tags()).containsExactly(renamedTwice);
        assertThat(Merge.of(removed, base.with(tag)).tags()).isEmpty();
    }

    @Test
    void whatStandsAsideBearsAnIdThatEveryDeviceAndEveryReleaseDerivesAlike() {
        var id = UUID.fromString("6f1c0f52-93f8-4c35-9d0a-1b1d4c6f8a01");
        var theirs = new Entry(
                id,
                account("Pexip", "theirs", Totp.standard()),
                Details.none(),
                Usage.none(),
                new Stamps(1, NOW, NOW, Optional.empty()));
        var mine = theirs.withAccount(account("Pexip", "mine", Totp.standard()), LATER);
        var counter = theirs.withAccount(account("Pexip", "theirs", new Hotp(HmacAlgorithm.SHA1, 6, 1)), LATER);

        assertThat(asideOf(Merge.of(base.with(mine), base.with(theirs)), id))
                .hasToString("a9d567a5-3ab9-895a-b45d-a833d6792823")
                .satisfies(aside -> {
                    assertThat(aside.version()).isEqualTo(8);
                    assertThat(aside.variant()).isEqualTo(2);
                });
        assertThat(asideOf(Merge.of(base.with(mine), base.with(counter)), id))
                .as("a counter of the same secret is another form")
                .hasToString("40d72a70-7c8b-81f6-b39e-96449bad7411");
    }

    private UUID asideOf(Vault merged, UUID origin) {
        return merged.entries().stream()
                .map(Entry::id)
                .filter(id -> !id.equals(origin) && !id.equals(entry.id()))
                .reduce((one, other) -> {
                    throw new AssertionError("two stand aside");
                })
                .orElseThrow();
    }

    @Test
    void ofTwoFormsAsOldAsEachOtherTheSameOneWinsOnEveryDevice() {
        var one = entry.withAccount(account("Pexip", "one", Totp.standard()), LATER);
        var other = entry.withAccount(account("Pexip", "other", Totp.standard()), LATER);
        var here = Merge.of(base.with(one), base.with(other));
        var there = Merge.of(base.with(other), base.with(one));
        assertThat(contents(here)).isEqualTo(contents(there));
        assertThat(here.entries()).hasSize(2);

        var named = renamed(entry, "A", LATER);
        var otherwise = renamed(entry, "B", LATER);
        assertMerges(base.with(named), base.with(otherwise), otherwise);
    }

    @Test
    void whatStoodAsideComesBackWithTheFormThatItBelongsTo() {
        var mine = entry.withAccount(account("Pexip", "mine", Totp.standard()), LATER);
        var theirs = entry.withAccount(account("Pexip", "theirs", Totp.standard()), NOW);
        var merged = Merge.of(base.with(mine), base.with(theirs));
        var better = theirs.withDetails(Details.none().withNote("edited"), LATER)
                .withDetails(Details.none().withNote("edited again"), LATER);
        var again = Merge.of(merged, base.with(better));
        assertThat(again.entries()).hasSize(2);
        assertThat(again.entry(entry.id())).as("the better form has the id").contains(better);

        var removed = merged.without(entry.id(), LATER.plusSeconds(1));
        var withTheRemoval = Merge.of(merged, removed);
        assertThat(withTheRemoval.entry(entry.id()).map(Entry::account)).isNotEqualTo(Optional.of(mine.account()));
    }

    @Test
    void takesTheMoreRecentUse() {
        var early = entry.withUsage(new Usage(9, Optional.of(NOW)), NOW);
        var late = entry.withUsage(new Usage(2, Optional.of(LATER)), NOW);
        var never = entry.withUsage(new Usage(1, Optional.empty()), NOW);
        for (var both : List.of(List.of(early, late), List.of(late, early))) {
            assertThat(usage(both.get(0), both.get(1))).isEqualTo(new Usage(9, Optional.of(LATER)));
        }
        assertThat(usage(never, late)).isEqualTo(new Usage(2, Optional.of(LATER)));
        assertThat(usage(late, never)).isEqualTo(new Usage(2, Optional.of(LATER)));
    }

    private Usage usage(Entry one, Entry other) {
        return Merge.of(base.with(one), base.with(other)).entries().getFirst().usage();
    }

    @Test
    void ofTwoNamesOfATagTheOneChangedMoreOftenThenTheLaterOneStays() {
        var tag = Tag.create("Work", NOW);
        var once = tag.withName("A", LATER);
        var twice = tag.withName("x", NOW).withName("B", NOW);
        var later = tag.withName("C", LATER.plusSeconds(1));
        var sameTime = tag.withName("D", LATER);
        assertThat(Merge.of(base.with(once), base.with(twice)).tags()).containsExactly(twice);
        assertThat(Merge.of(base.with(twice), base.with(once)).tags()).containsExactly(twice);
        assertThat(Merge.of(base.with(later), base.with(once)).tags()).containsExactly(later);
        assertThat(Merge.of(base.with(once), base.with(sameTime)).tags()).containsExactly(sameTime);
        assertThat(Merge.of(base.with(sameTime), base.with(once)).tags()).containsExactly(sameTime);
    }

    @Test
    void isTheSameVaultMergedWithItself() {
        var vault = base.without(entry.id(), NOW)
                .with(Tag.create("Work", NOW))
                .with(entry)
                .withSetting("theme", "dark");
        assertThat(Merge.of(vault, vault)).isEqualTo(vault);
    }

    @Test
    void takesTagsBothSettingsAndAllThatIsUnknown() {
        var tag = Tag.create("Work", NOW);
        var odd = SetAside.copyOf("{}".getBytes(US_ASCII), "odd");
        var mine = base.with(tag).withSetting("a", "1").withUnknown(new Unknown(List.of(odd), Map.of("/x", "1")));
        var theirs = base.with(tag.withName("Home", LATER))
                .withSetting("b", "2")
                .withUnknown(new Unknown(List.of(odd), Map.of("/y", "2")));
        var merged = Merge.of(mine, theirs);
        assertThat(merged.tags()).extracting(Tag::name).containsExactly("Home");
        assertThat(merged.settings()).isEqualTo(Map.of("a", "1", "b", "2"));
        assertThat(merged.unknown()).isEqualTo(new Unknown(List.of(odd), Map.of("/x", "1", "/y", "2")));
        assertThat(Merge.of(mine, mine.withoutTag(tag.id(), LATER)).tags()).isEmpty();
    }

    @Nested
    class RebasesAnEdit {
        private final Vault fresh = base.with(entry.withDetails(Details.none().withNote("theirs"), NOW));

        @Test
        void thatLooksAtTheFreshEntry() {
            UnaryOperator<Vault> rename = vault -> vault.change(entry.id(), e -> renamed(e, "Mine", LATER));
            assertThat(Merge.rebase(base, fresh, rename)).isEqualTo(rename.apply(fresh));
        }

        @Test
        void ofAnOutdatedCopyPartByPart() {
            var copy = renamed(entry, "Mine", LATER);
            var merged = Merge.rebase(base, fresh, vault -> vault.with(copy));
            var result = merged.entry(entry.id()).orElseThrow();
            assertThat(result.account().issuer()).isEqualTo("Mine");
            assertThat(result.details().note()).isEqualTo("theirs");
            assertThat(result.stamps().revision()).isEqualTo(3);
        }

        @Test
        void ofAnOutdatedCopyThatTouchedOnlyItsNote() {
            var renamed = base.with(renamed(entry, "Theirs", NOW));
            var copy = entry.withDetails(Details.none().withNote("mine"), LATER);
            var result = Merge.rebase(base, renamed, vault -> vault.with(copy))
                    .entry(entry.id())
                    .orElseThrow();
            assertThat(result.account().issuer()).isEqualTo("Theirs");
            assertThat(result.details().note()).isEqualTo("mine");
        }

        @Test
        void ofAnOutdatedCopyWhoseSecretOnlyTheyReplaced() {
            var replaced = base.with(entry.withAccount(account("Pexip", "theirs", Totp.standard()), NOW));
            var copy = entry.withDetails(Details.none().withNote("mine"), LATER);
            var merged = Merge.rebase(base, replaced, vault -> vault.with(copy));
            assertThat(merged.entries()).hasSize(1);
            assertThat(merged.entries().getFirst().account()).isEqualTo(account("Pexip", "theirs", Totp.standard()));
        }

        @Test
        void ofAnOutdatedCopyWhoseSecretOnlyItReplaced() {
            var copy = entry.withAccount(account("Pexip", "mine", Totp.standard()), LATER);
            var merged = Merge.rebase(base, fresh, vault -> vault.with(copy));
            assertThat(merged.entries()).hasSize(1);
            assertThat(merged.entries().getFirst().account()).isEqualTo(account("Pexip", "mine", Totp.standard()));
            assertThat(merged.entries().getFirst().details().note()).isEqualTo("theirs");
        }

        @Test
        void ofAnOutdatedCopyThatGoesByTheClockWhereTheyMadeItACounter() {
            var counter = account("Pexip", "secret", new Hotp(HmacAlgorithm.SHA1, 6, 7));
            var theirs = base.with(entry.withAccount(counter, NOW));
            var copy = renamed(entry, "Mine", LATER);
            var merged = Merge.rebase(base, theirs, vault -> vault.with(copy));
            assertThat(merged.entries())
                    .extracting(Entry::account)
                    .containsExactly(account("Mine", "secret", Totp.standard()), counter);
        }

        @Test
        void ofWhatTheyRemoved() {
            var copy = renamed(entry, "Mine", LATER);
            var merged = Merge.rebase(base, base.without(entry.id(), NOW), vault -> vault.with(copy));
            assertThat(merged.entries()).extracting(Entry::id).containsExactly(entry.id());
            assertThat(merged.entries().getFirst().account().issuer()).isEqualTo("Mine");
        }

        @Test
        void thatLeavesTheFreshEntryAsItIs() {
            var added = Entry.create(account("Added", "added", Totp.standard()), NOW);
            var merged = Merge.rebase(base, fresh, vault -> vault.with(added));
            assertThat(merged).isEqualTo(fresh.with(added));
        }

        @Test
        void thatBringsAnotherSecretWhereTheirsChangedToo() {
            var theirs = base.with(entry.withAccount(account("Pexip", "theirs", Totp.standard()), NOW));
            var copy = entry.withAccount(account("Pexip", "mine", Totp.standard()), LATER);
            var merged = Merge.rebase(base, theirs, vault -> vault.with(copy));
            assertThat(merged.entries())
                    .extracting(Entry::account)
                    .containsExactly(
                            account("Pexip", "mine", Totp.standard()), account("Pexip", "theirs", Totp.standard()));
        }
    }

    private static void assertMerges(Vault mine, Vault theirs, Entry expected) {
        assertThat(Merge.of(mine, theirs).entries()).containsExactly(expected);
        assertThat(Merge.of(theirs, mine).entries()).containsExactly(expected);
    }

    private static Object contents(Vault vault) {
        return new HashSet<>(vault.entries());
    }

    private static Entry renamed(Entry entry, String issuer, Instant now) {
        var account = entry.account();
        return entry.withAccount(new Account(issuer, account.accountName(), account.credential()), now);
    }

    private static Account account(String issuer, String secret, OtpParameters parameters) {
        return new Account(issuer, "ann", new Credential(Secret.copyOf(secret.getBytes(US_ASCII)), parameters));
    }
}
