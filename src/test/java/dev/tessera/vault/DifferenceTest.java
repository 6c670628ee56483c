package dev.tessera.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.otp.Account;
import dev.tessera.otp.Credential;
import dev.tessera.otp.HmacAlgorithm;
import dev.tessera.otp.OtpParameters.Hotp;
import dev.tessera.otp.OtpParameters.Totp;
import dev.tessera.otp.Secret;
import dev.tessera.vault.Difference.What;
import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    private final Entry first = entry("First", 1);
    private final Entry second = entry("Second", 2);
    private final Vault vault = Vault.empty().with(first).with(second);

    @Test
    void aVaultDoesNotDifferFromItself() {
        assertThat(Difference.between(vault, vault).isNone()).isTrue();
        assertThat(Difference.between(
                                vault,
                                vault.change(
                                        first.id(),
                                        entry -> entry.withUsage(Usage.none().at(NOW), NOW)))
                        .isNone())
                .isTrue();
    }

    @Test
    void tellsWhatCameAndWhatWent() {
        var third = entry("Third", 3);
        var difference = Difference.between(vault, vault.with(third).without(first.id(), NOW));

        assertThat(difference.added()).containsExactly(third);
        assertThat(difference.removed()).containsExactly(first);
        assertThat(difference.changed()).isEmpty();
        assertThat(difference.isNone()).isFalse();
        assertThat(Difference.between(vault, vault.without(first.id(), NOW)).isNone())
                .isFalse();
        assertThat(Difference.between(vault, vault.change(first.id(), entry -> named(entry, "Other")))
                        .isNone())
                .isFalse();
    }

    @Test
    void tellsWhatOfAnEntryChanged() {
        assertThat(changed(entry -> named(entry, "Other"))).containsExactly(What.NAME);
        assertThat(changed(entry -> entry.withAccount(
                        new Account("First", "you", entry.account().credential()), NOW)))
                .containsExactly(What.NAME);
        assertThat(changed(entry -> with(entry, entry("First", 9).account().credential())))
                .containsExactly(What.SECRET);
        assertThat(changed(entry -> with(entry, new Credential(secret(1), new Totp(HmacAlgorithm.SHA256, 6, 30)))))
                .containsExactly(What.SECRET);
        assertThat(changed(entry -> entry.withDetails(entry.details().withNote("x"), NOW)))
                .containsExactly(What.NOTE);
        assertThat(changed(entry -> entry.withDetails(entry.details().withPinned(true), NOW)))
                .containsExactly(What.PINNED);
        assertThat(changed(entry -> entry.withDetails(entry.details().tagged(UUID.randomUUID()), NOW)))
                .containsExactly(What.TAGS);
        assertThat(changed(entry -> entry.binned(NOW))).containsExactly(What.BINNED);
    }

    @Test
    void andTheOtherWayRound() {
        var pinned = vault.change(
                first.id(), entry -> entry.withDetails(entry.details().withPinned(true), NOW));

        assertThat(Difference.between(pinned, vault).changed().getFirst().what())
                .containsExactly(What.UNPINNED);
        assertThat(Difference.between(vault.moveToBin(first.id(), NOW), vault)
                        .changed()
                        .getFirst()
                        .what())
                .containsExactly(What.PUT_BACK);
    }

    @Test
    void aCounterIsNotTakenForAnotherSecret() {
        var counter = entry("Counter", 4).withAccount(account("Counter", new Credential(secret(4), hotp(7))), NOW);
        var before = vault.with(counter);

        var moved = before.change(counter.id(), entry -> with(entry, new Credential(secret(4), hotp(8))));
        var replaced = before.change(counter.id(), entry -> with(entry, new Credential(secret(5), hotp(8))));
        var otherHash = before.change(
                counter.id(), entry -> with(entry, new Credential(secret(4), new Hotp(HmacAlgorithm.SHA256, 6, 7))));
        var byClock = before.change(counter.id(), entry -> with(entry, new Credential(secret(4), Totp.standard())));
        var longer = before.change(
                counter.id(), entry -> with(entry, new Credential(secret(4), new Hotp(HmacAlgorithm.SHA1, 8, 7))));

        assertThat(Difference.between(before, moved).changed().getFirst().what())
                .containsExactly(What.COUNTER);
        assertThat(Difference.between(before, replaced).changed().getFirst().what())
                .containsExactly(What.SECRET);
        assertThat(Difference.between(before, otherHash).changed().getFirst().what())
                .containsExactly(What.SECRET);
        assertThat(Difference.between(before, byClock).changed().getFirst().what())
                .containsExactly(What.SECRET);
        assertThat(Difference.between(before, longer).changed().getFirst().what())
                .containsExactly(What.SECRET);
    }

    private Iterable<What> changed(UnaryOperator<Entry> change) {
        var difference = Difference.between(vault, vault.change(first.id(), change));
        assertThat(difference.added()).isEmpty();
        assertThat(difference.removed()).isEmpty();
        assertThat(difference.changed()).hasSize(1);
        assertThat(difference.changed().getFirst().before()).isEqualTo(first);
        return difference.changed().getFirst().what();
    }

    private static Entry named(Entry entry, String issuer) {
        return entry.withAccount(account(issuer, entry.account().credential()), NOW);
    }

    private static Entry with(Entry entry, Credential credential) {
        return entry.withAccount(account(entry.account().issuer(), credential), NOW);
    }

    private static Entry entry(String issuer, int seed) {
        return Entry.create(account(issuer, new Credential(secret(seed), Totp.standard())), NOW);
    }

    private static Account account(String issuer, Credential credential) {
        return new Account(issuer, "me", credential);
    }

    private static Hotp hotp(long counter) {
        return new Hotp(HmacAlgorithm.SHA1, 6, counter);
    }

    private static Secret secret(int seed) {
        byte[] bytes = new byte[20];
        bytes[0] = (byte) seed;
        return Secret.copyOf(bytes);
    }
}
