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
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.UnaryOperator;
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
        Files.copy(file, file.resolveSibling("renamed by hand.tessera"));
        Files.copy(file, file.resolveSibling(".accounts.tessera.hidden"));
        Files.createDirectory(file.resolveSibling("accounts.folder"));
        Files.writeString(file.resolveSibling("accounts.txt"), "no vault");
        Files.write(file.resolveSibling("accounts (empty).tessera"), new byte[0]);
        try (var passphrase = Passphrase.copyOf("another".toCharArray())) {
            VaultFile.create(file.resolveSibling("accounts-of-work.tessera"), passphrase, KdfCost.LEAST)
                    .close();
        }
        Arrays.sort(names);
        assertThat(vault.copies())
                .extracting(copy -> copy.getFileName().toString())
                .containsExactly(names);
    }

    @Test
    void areFoundWhereTheNameOfTheVaultHasNoEnding() throws IOException {
        var plain = folder.toRealPath().resolve("plain");
        Files.copy(file, plain);
        Files.copy(file, plain.resolveSibling("plain (conflict)"));
        try (var passphrase = Passphrase.copyOf("a passphrase".toCharArray());
                var opened = VaultFile.open(plain, passphrase)) {
            assertThat(opened.copies()).containsExactly(plain.resolveSibling("plain (conflict)"));
        }
    }

    @Test
    void areLookedAtBeforeTheyAreMerged() throws IOException {
        var same = Files.copy(file, file.resolveSibling("same.tessera"));
        var edited = copyEdited(content -> content.with(entry(3)));
        assertThat(vault.look(same).known()).as("the same bytes").isTrue();
        assertThat(vault.merge(same)).isFalse();

        vault.save(content -> content.with(entry(4)));

        assertThat(vault.look(same).known()).as("an older state").isTrue();
        assertThat(vault.look(edited).known()).isFalse();
        assertThat(vault.look(edited).content().entries()).hasSize(3);
    }

    @Test
    void aCopyOfALaterReleaseIsNotMerged() throws IOException {
        var later = file.resolveSibling("accounts (later).tessera");
        sealAs(later, new Payload(2, Ancestry.none(), Vault.empty()));
        byte[] before = Files.readAllBytes(file);
        assertThatExceptionOfType(ReadOnlyVaultException.class).isThrownBy(() -> vault.merge(later));
        assertThatExceptionOfType(ReadOnlyVaultException.class).isThrownBy(() -> vault.look(later));
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void withoutAnythingInCommonNothingIsLost() throws IOException {
        var stranger = file.resolveSibling("accounts (stranger).tessera");
        sealAs(stranger, new Payload(1, Ancestry.none(), Vault.empty().with(entry(3))));

        assertThat(vault.merge(stranger)).isTrue();

        assertThat(vault.vault().entries()).hasSize(3);
    }

    @Test
    void withoutTheCommonStateAmongTheBackupsNothingIsLost() throws IOException {
        var copy = copyEdited(content -> content.with(entry(3)));
        var mine = entry(9).account();
        vault.save(content -> content.change(SampleVault.id(1), entry -> entry.withAccount(mine, SampleVault.NOW)));
        for (var backup : vault.backups()) {
            Files.write(backup.file(), new byte[7]);
        }

        assertThat(vault.merge(copy)).isTrue();

        assertThat(vault.vault().entries())
                .extracting(entry -> entry.account().credential().secret())
                .as("nobody can tell any more which secret of the first entry is the old one")
                .contains(
                        mine.credential().secret(),
                        entry(1).account().credential().secret(),
                        entry(3).account().credential().secret())
                .hasSize(4);
    }

    @Test
    void whatOthersSavedMeanwhileIsMergedFirst() throws IOException {
        var copy = copyEdited(content -> content.with(entry(3)));
        byte[] common = Files.readAllBytes(file);
        vault.save(content -> content.with(entry(4)));
        try (var passphrase = Passphrase.copyOf("a passphrase".toCharArray())) {
            Files.write(file, common); // a synchroniser brings the state of another device, which goes on from it
            try (var other = VaultFile.open(file, passphrase)) {
                other.save(content -> content.with(entry(5)));
            }
        }

        assertThat(vault.merge(copy)).isTrue();

        assertThat(vault.vault().entries()).hasSize(5);
    }

    @Test
    void whatBringsOnlyWhatIsThereSaysSo() throws IOException {
        var copy = copyEdited(content -> content.with(entry(3)));
        vault.save(content -> content.with(entry(3)));
        assertThat(vault.merge(copy)).as("nothing new to see").isFalse();
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

    /// A file of this vault, as another program might have made it.
    private void sealAs(Path copy, Payload payload) throws IOException {
        var header = SealedVault.parse(Files.readAllBytes(file)).header();
        try (var passphrase = Passphrase.copyOf("a passphrase".toCharArray());
                var vaultKey = header.unlock(passphrase)) {
            var sealing = Sealing.of(header.vaultId(), 1, header.slots(), new SecureRandom());
            Files.write(copy, sealing.seal(payload, vaultKey).toByteArray());
        }
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
