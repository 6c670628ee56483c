package dev.tessera.vault.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.crypto.Passphrase;
import dev.tessera.otp.Account;
import dev.tessera.otp.Credential;
import dev.tessera.otp.OtpParameters.Totp;
import dev.tessera.vault.Entry;
import dev.tessera.vault.Tombstone;
import dev.tessera.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two who have the same file open: two windows, two programs, or two devices with a synchroniser between.
class SharedVaultFileTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() throws IOException {
        file = folder.toRealPath().resolve("accounts.tessera");
    }

    @Test
    void noEditOfEitherIsLost() throws IOException {
        try (var here = create();
                var there = open()) {
            here.save(vault -> vault.with(entry(1)));
            there.save(vault -> vault.with(entry(2)));
            here.save(vault -> vault.with(entry(3)));
            there.save(vault -> vault.without(SampleVault.id(1), SampleVault.NOW));
            assertThat(here.refresh()).isTrue();
            assertThat(here.refresh()).isFalse();
            assertThat(here.vault()).isEqualTo(there.vault());
            assertThat(here.vault().entries())
                    .extracting(Entry::id)
                    .containsExactly(SampleVault.id(2), SampleVault.id(3));
            assertThat(here.generation()).isEqualTo(5);
        }
    }

    @Test
    void aReplacedSecretIsTakenAsItIs() throws IOException {
        try (var here = create();
                var there = open()) {
            here.save(vault -> vault.with(entry(1)));
            there.refresh();
            var other = SampleVault.account("Pexip", Totp.standard());
            there.save(vault -> vault.change(
                    SampleVault.id(1),
                    entry -> entry.withAccount(
                            new Account(
                                    other.issuer(),
                                    other.accountName(),
                                    new Credential(SampleVault.secret("another"), Totp.standard())),
                            SampleVault.NOW)));
            here.refresh();
            assertThat(here.vault()).isEqualTo(there.vault());
            assertThat(here.vault().entries()).as("one went on from the other").hasSize(1);
        }
    }

    @Test
    void anEditOfAnOutdatedCopyOverwritesNoOtherPart() throws IOException {
        try (var here = create();
                var there = open()) {
            here.save(vault -> vault.with(entry(1)));
            there.refresh();
            var copy = there.vault().entries().getFirst();
            here.save(vault -> vault.change(
                    SampleVault.id(1),
                    entry -> entry.withDetails(entry.details().withNote("from here"), SampleVault.NOW)));
            there.save(vault -> vault.with(
                    copy.withAccount(SampleVault.account("Renamed", Totp.standard()), SampleVault.NOW.plusSeconds(1))));
            var merged = there.vault().entries();
            assertThat(merged).hasSize(1);
            assertThat(merged.getFirst().account().issuer()).isEqualTo("Renamed");
            assertThat(merged.getFirst().details().note()).isEqualTo("from here");
        }
    }

    @Test
    void aFileThatWentAnotherWayIsMerged() throws IOException {
        byte[] other = savedElsewhere(entry(2));
        try (var here = open()) {
            here.save(vault -> vault.with(entry(1)));
            Files.write(file, other); // a synchroniser brings the other device's file
            assertThat(here.refresh()).isTrue();
            assertThat(here.vault().entries())
                    .extracting(Entry::id)
                    .containsExactlyInAnyOrder(SampleVault.id(1), SampleVault.id(2));
        }
        try (var again = open()) {
            assertThat(again.vault().entries()).as("the merger is saved").hasSize(2);
        }
    }

    @Test
    void aFileThatWentAnotherWayIsMergedByWhateverIsSavedNext() throws IOException {
        byte[] other = savedElsewhere(entry(2));
        try (var here = open()) {
            here.save(vault -> vault.with(entry(1)));
            Files.write(file, other);
            assertThat(here.waysIn().removeRecoveryKey()).as("there was none").isFalse();
            assertThat(here.vault().entries()).hasSize(2);
        }
        try (var again = open()) {
            assertThat(again.vault().entries()).hasSize(2);
        }
    }

    @Test
    void anOlderFilePutBackLosesNothing() throws IOException {
        try (var here = create()) {
            here.save(vault -> vault.with(entry(1)));
            byte[] older = Files.readAllBytes(file);
            here.save(vault -> vault.with(entry(2)).without(SampleVault.id(1), SampleVault.NOW));
            Files.write(file, older);
            here.save(vault -> vault.with(entry(3)));
            assertThat(here.vault().entries())
                    .extracting(Entry::id)
                    .containsExactly(SampleVault.id(2), SampleVault.id(3));
            assertThat(here.vault().tombstones()).extracting(Tombstone::id).containsExactly(SampleVault.id(1));
            assertThat(here.generation()).isEqualTo(4);
        }
    }

    @Test
    void aFileOfALaterReleasePutInItsPlaceIsShownAndNeverOverwritten() throws IOException {
        try (var here = create()) {
            var header = SealedVault.parse(Files.readAllBytes(file)).header();
            byte[] later;
            try (var vaultKey = header.unlock(passphrase())) {
                later = Sealing.of(header.vaultId(), 2, header.slots(), new SecureRandom())
                        .seal(new Payload(2, Ancestry.none(), Vault.empty().with(entry(1))), vaultKey)
                        .toByteArray();
            }
            Files.write(file, later);
            assertThat(here.refresh()).isTrue();
            assertThat(here.isReadOnly()).isTrue();
            assertThat(here.vault().entries()).hasSize(1);
            assertThatExceptionOfType(ReadOnlyVaultException.class)
                    .isThrownBy(() -> here.save(vault -> vault.with(entry(2))));
            assertThat(file).hasBinaryContent(later);
        }
    }

    @Test
    void aSaveThatChangedNothingToSeeIsNoNews() throws IOException {
        try (var here = create();
                var there = open()) {
            there.waysIn().newRecoveryKey().close();
            assertThat(here.refresh()).as("another slot, the same accounts").isFalse();
            assertThat(here.generation()).isEqualTo(there.generation());
        }
    }

    @Test
    void anotherVaultPutInItsPlaceIsNeverOverwritten() throws IOException {
        var others = folder.resolve("other.tessera");
        VaultFile.create(others, passphrase(), KdfCost.LEAST).close();
        try (var here = create()) {
            Files.write(file, Files.readAllBytes(others));
            assertThatExceptionOfType(CorruptVaultException.class)
                    .isThrownBy(() -> here.save(vault -> vault.with(entry(1))));
            assertThatExceptionOfType(CorruptVaultException.class).isThrownBy(here::refresh);
        }
        assertThat(file).hasSameBinaryContentAs(others);
    }

    @Test
    void aPassphraseChangedElsewhereStaysChanged() throws IOException {
        try (var here = create();
                var there = open();
                var changed = Passphrase.copyOf("changed".toCharArray())) {
            there.waysIn().changePassphrase(changed, KdfCost.LEAST);
            here.save(vault -> vault.with(entry(1)));
            assertThat(here.waysIn().isPassphrase(changed)).isTrue();
        }
    }

    @Test
    void fourThreadsAtTwoOpenFilesLoseNoEdit() throws IOException, InterruptedException, ExecutionException {
        try (var here = create();
                var there = open();
                var threads = Executors.newFixedThreadPool(4)) {
            var saves = IntStream.range(0, 40)
                    .mapToObj(number -> (Callable<Object>)
                            () -> (number % 2 == 0 ? here : there).save(vault -> vault.with(numbered(number))))
                    .toList();
            for (var save : threads.invokeAll(saves)) {
                assertThat(save.get()).isNotNull();
            }
            here.refresh();
            assertThat(here.vault().entries().stream().map(Entry::id))
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 40)
                            .mapToObj(number -> new UUID(0, number))
                            .toList());
        }
    }

    /// The file as another device saved it, with one entry; the file here is as it was before.
    private byte[] savedElsewhere(Entry entry) throws IOException {
        create().close();
        byte[] common = Files.readAllBytes(file);
        try (var there = open()) {
            there.save(vault -> vault.with(entry));
            return Files.readAllBytes(file);
        } finally {
            Files.write(file, common);
        }
    }

    private static Entry numbered(int number) {
        var sample = entry(1);
        return new Entry(new UUID(0, number), sample.account(), sample.details(), sample.usage(), sample.stamps());
    }

    private VaultFile create() throws IOException {
        return VaultFile.create(file, passphrase(), KdfCost.LEAST);
    }

    private VaultFile open() throws IOException {
        return VaultFile.open(file, passphrase());
    }

    private static Entry entry(int number) {
        return SampleVault.entry(number, "Entry " + number, Totp.standard());
    }

    private static Passphrase passphrase() {
        return Passphrase.copyOf("right".toCharArray());
    }
}
