package dev.tessera.vault.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.crypto.Passphrase;
import dev.tessera.otp.Account;
import dev.tessera.otp.Credential;
import dev.tessera.otp.OtpParameters.Totp;
import dev.tessera.vault.Details;
import dev.tessera.vault.Entry;
import dev.tessera.vault.Stamps;
import dev.tessera.vault.Usage;
import dev.tessera.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Copies that went another way, as synchronisers leave them beside a vault.
class CopiesTest {
    @TempDir
    private Path folder;

    private Path file;
    private VaultFile vault;

    @BeforeEach
    void twoDevicesBeginWithTheSame() throws IOException {
        file = folder.toRealPath().resolve("accounts.tessera");
        try (var passphrase = Passphrase.copyOf("a passphrase".toCharArray())) {
            vault = VaultFile.create(file, passphrase, KdfCost.LEAST);
        }
        vault.save(content -> content.with(entry(1)).with(entry(2)));
    }

    @AfterEach
    void lock() {
        vault.close();
    }

    @Test
    void areFoundByTheVaultsOwnIdWhateverTheyAreCalled() throws IOException {
        var names = new String[] {
            "accounts.sync-conflict-20261126-101112-ABCDEFG.tessera",
            "accounts (conflicted copy 2026-11-26).tessera",
            "accounts (Ann's conflicted copy).tessera",
            "accounts-mobile.tessera"
        };
        for (var name : names) {
            Files.copy(file, file.resolveSibling(name));
        }
        Files.writeString(file.resolveSibling("accounts.txt"), "no vault");
        Files.write(file.resolveSibling("accounts (empty).tessera"), new byte[0]);
        try (var passphrase = Passphrase.copyOf("another".toCharArray())) {
            VaultFile.create(file.resolveSibling("accounts-of-work.tessera"), passphrase, KdfCost.LEAST)
                    .close();
        }
        assertThat(vault.copies().stream()
                        .map(copy -> copy.getFileName().toString())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(names);
    }

    @Test
    void bothSidesAreThereAfterwardsAndTheCopyStaysAsItWas() throws IOException {
        var copy = copyEdited(content -> content.with(entry(3)));
        byte[] bytes = Files.readAllBytes(copy);
        vault.save(content -> content.with(entry(4)));

        assertThat(vault.merge(copy)).isTrue();

        assertThat(vault.vault().entries())
                .extracting(Entry::id)
                .containsExactlyInAnyOrder(SampleVault.id(1), SampleVault.id(2), SampleVault.id(3), SampleVault.id(4));
        assertThat(copy).hasBinaryContent(bytes);
        assertThat(vault.merge(copy)).as("a second time").isFalse();
        try (var again = open()) {
            assertThat(again.vault()).isEqualTo(vault.vault());
        }
    }

    @Test
    void aSecretThatOneSideReplacedDoesNotComeBackFromTheOther() throws IOException {
        var copy = copyEdited(content -> content.with(entry(3)));
        var replaced = entry(9).account();
        vault.save(content -> content.change(SampleVault.id(1), entry -> entry.withAccount(replaced, SampleVault.NOW)));

        vault.merge(copy);

        assertThat(vault.vault().entries()).hasSize(3);
        assertThat(vault.vault().entry(SampleVault.id(1)).orElseThrow().account())
                .isEqualTo(replaced);
    }

    @Test
    void aSecretThatBothReplacedIsThereTwice() throws IOException {
        // What a vault held is wiped when it is locked.
        var copy = copyEdited(content ->
                content.change(SampleVault.id(1), entry -> entry.withAccount(entry(8).account(), SampleVault.NOW)));
        var mine = entry(9).account();
        vault.save(content -> content.change(SampleVault.id(1), entry -> entry.withAccount(mine, SampleVault.NOW)));

        vault.merge(copy);

        assertThat(vault.vault().entries())
                .extracting(Entry::account)
                .extracting(account -> account.credential().secret())
                .contains(
                        mine.credential().secret(),
                        entry(8).account().credential().secret())
                .hasSize(3);
    }

    @Test
    void anOlderStateOfTheVaultBringsNothing() throws IOException {
        var copy = file.resolveSibling("older.tessera");
        Files.copy(file, copy);
        vault.save(content -> content.without(SampleVault.id(1), SampleVault.NOW));
        long generation = vault.generation();

        assertThat(vault.merge(copy)).isFalse();

        assertThat(vault.vault().entries()).hasSize(1);
        assertThat(vault.generation()).isEqualTo(generation);
    }

    @Test
    void anotherVaultOrADamagedCopyIsRefusedAndNothingHappens() throws IOException {
        byte[] before = Files.readAllBytes(file);
        var other = file.resolveSibling("other.tessera");
        try (var passphrase = Passphrase.copyOf("a passphrase".toCharArray())) {
            VaultFile.create(other, passphrase, KdfCost.LEAST).close();
        }
        assertThatExceptionOfType(NotThisVaultException.class).isThrownBy(() -> vault.merge(other));
        byte[] damaged = before.clone();
        damaged[damaged.length - 1] ^= 1;
        Files.write(other, damaged);
        assertThatExceptionOfType(CorruptVaultException.class).isThrownBy(() -> vault.merge(other));
        assertThat(file).hasBinaryContent(before);
    }

    private Path copyEdited(UnaryOperator<Vault> edit) throws IOException {
        var elsewhere = Files.createDirectory(folder.resolve("elsewhere")).resolve("accounts.tessera");
        Files.copy(file, elsewhere);
        try (var passphrase = Passphrase.copyOf("a passphrase".toCharArray());
                var there = VaultFile.open(elsewhere, passphrase)) {
            there.save(edit);
        }
        return Files.move(elsewhere, file.resolveSibling("accounts (conflict).tessera"));
    }

    private VaultFile open() throws IOException {
        try (var passphrase = Passphrase.copyOf("a passphrase".toCharArray())) {
            return VaultFile.open(file, passphrase);
        }
    }

    private static Entry entry(int number) {
        var credential = new Credential(SampleVault.secret("the secret of " + number), Totp.standard());
        var account = new Account("Entry " + number, "ann", credential);
        return new Entry(SampleVault.id(number), account, Details.none(), Usage.none(), Stamps.first(SampleVault.NOW));
    }
}
