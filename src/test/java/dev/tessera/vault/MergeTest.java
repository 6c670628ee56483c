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
