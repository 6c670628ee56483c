package dev.tessera.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.otp.Account;
import dev.tessera.otp.Credential;
import dev.tessera.otp.HmacAlgorithm;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.Secret;
import dev.tessera.vault.Entry;
import dev.tessera.vault.Tag;
import dev.tessera.vault.Vault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class IntakeTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_764_000_000);
    private static final byte[] SECRET = {1, 2, 3, 4, 5};

    private static ImportEntry entry(String name, OtpParameters parameters, ImportEntry.Extras extras) {
        var account = new Account("Acme", name, new Credential(Secret.copyOf(SECRET), parameters));
        return new ImportEntry(account, extras, List.of());
    }

    private static ImportEntry entry(String name) {
        return entry(name, OtpParameters.Totp.standard(), new ImportEntry.Extras(List.of(), "", false, false));
    }

    @Test
    void theSameSecretUnderAnotherNameIsAnotherAccount() {
        var vault = Vault.empty().with(Entry.create(entry("ann").account(), NOW));
        var intake = new Intake(vault, NOW);
        assertThat(intake.add(entry("ann"))).isFalse();
        assertThat(intake.add(entry("bob"))).isTrue();
        assertThat(intake.add(entry("bob"))).isFalse();
        assertThat(intake.applyTo(vault).listed()).hasSize(2);
    }

    @Test
    void aCounterMakesNoOtherAccount() {
        var none = new ImportEntry.Extras(List.of(), "", false, false);
        var intake = new Intake(Vault.empty(), NOW);
        assertThat(intake.add(entry("ann", new OtpParameters.Hotp(HmacAlgorithm.SHA1, 6, 7), none)))
                .isTrue();
        assertThat(intake.add(entry("ann", new OtpParameters.Hotp(HmacAlgorithm.SHA1, 6, 9), none)))
                .isFalse();
        assertThat(intake.add(entry("ann", new OtpParameters.Hotp(HmacAlgorithm.SHA1, 8, 9), none)))
                .isTrue();
    }

    @Test
    void tagsAreFoundByTheirNamesAndMadeOnce() {
        var work = Tag.create("Work", NOW);
        var vault = Vault.empty().with(work);
        var intake = new Intake(vault, NOW);
        var extras = new ImportEntry.Extras(List.of("Work", "New"), "a note", true, false);
        intake.add(entry("ann", OtpParameters.Totp.standard(), extras));
        intake.add(entry("bob", OtpParameters.Totp.standard(), extras));
        var after = intake.applyTo(vault);
        assertThat(after.tags()).extracting(Tag::name).containsExactly("Work", "New");
        assertThat(after.listed()).allSatisfy(entry -> {
            assertThat(entry.details().tags()).contains(work.id()).hasSize(2);
            assertThat(entry.details().note()).isEqualTo("a note");
            assertThat(entry.details().pinned()).isTrue();
        });
    }

    @Test
    void whatLayInTheBinComesIntoTheBinAndOnlyOnce() {
        var binned = entry("ann", OtpParameters.Totp.standard(), new ImportEntry.Extras(List.of(), "", false, true));
        var intake = new Intake(Vault.empty(), NOW);
        assertThat(intake.add(binned)).isTrue();
        var after = intake.applyTo(Vault.empty());
        assertThat(after.listed()).isEmpty();
        assertThat(after.binned()).hasSize(1);
        var again = new Intake(after, NOW);
        assertThat(again.add(binned)).isFalse();
        assertThat(again.add(entry("ann")))
                .as("wanted in the list, and only in the bin so far")
                .isTrue();
    }

    @Test
    void tenThousandEntriesTakeLittleTime() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            var intake = new Intake(Vault.empty(), NOW);
            for (int i = 0; i < 10_000; i++) {
                intake.add(entry("ann" + i));
            }
            assertThat(intake.applyTo(Vault.empty()).listed()).hasSize(10_000);
        });
    }

    @Test
    void whatWasBroughtIsTakenBackAndTombstonesStay() {
        var kept = Tag.create("Kept", NOW);
        var own = Entry.create(entry("own").account(), NOW);
        var vault = Vault.empty().with(kept).with(own);
        var intake = new Intake(vault, NOW);
        intake.add(entry("ann", OtpParameters.Totp.standard(), tagged("Kept", "Shared", "Lonely")));
        intake.add(entry("bob", OtpParameters.Totp.standard(), tagged("Shared")));
        var brought = intake.applyTo(vault);
        var shared = brought.tags().stream()
                .filter(tag -> tag.name().equals("Shared"))
                .findFirst()
                .orElseThrow();
        var used = brought.change(
                own.id(), entry -> entry.withDetails(entry.details().tagged(shared.id()), NOW));

        var back = intake.takeBack(used, NOW);
        assertThat(back.entries().stream().map(Entry::id)).containsExactly(own.id());
        assertThat(back.tags().stream().map(Tag::name)).containsExactly("Kept", "Shared");
        assertThat(back.tombstones()).hasSize(3);
        assertThat(intake.takeBack(vault, NOW)).isEqualTo(vault);
    }

    private static ImportEntry.Extras tagged(String... tags) {
        return new ImportEntry.Extras(List.of(tags), "", false, false);
    }
}
