package dev.tessera.vault.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.crypto.Passphrase;
import dev.tessera.otp.OtpParameters.Totp;
import dev.tessera.vault.Vault;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SaveTest {
    @TempDir
    private Path folder;

    private Path file;
    private byte[] pristine = {};

    @BeforeEach
    void createAVault() throws IOException {
        file = folder.resolve("accounts.tessera");
        try (var passphrase = passphrase();
                var created = VaultFile.create(file, passphrase, KdfCost.LEAST)) {
            created.save(_ -> oldVault());
        }
        pristine = Files.readAllBytes(file);
    }

    @Test
    void forcesTheNewFileAndKeepsTheOldOneBeforeItReplacesIt() throws IOException {
        var calls = TestCalls.noting();
        try (var opened = open(calls)) {
            opened.save(_ -> newVault());
        }
        assertThat(calls.noted())
                .containsExactly(
                        "write .accounts.tessera.TEMPORARY",
                        "force .accounts.tessera.TEMPORARY",
                        "createFolder accounts.tessera.backups",
                        "link 00000002-TIME.tessera",
                        "forceFolder accounts.tessera.backups",
                        "replace accounts.tessera",
                        "forceFolder " + folder.getFileName());
    }

    @Test
    void createsUnderATemporaryNameAndLinksItSoThatNoOtherFileIsReplaced() throws IOException {
        var calls = TestCalls.noting();
        try (var passphrase = passphrase()) {
            VaultFile.create(folder.resolve("b.tessera"), passphrase, KdfCost.LEAST, machine(calls))
                    .close();
        }
        assertThat(calls.noted())
                .containsExactly(
                        "createFolder " + folder.getFileName(),
                        "write .b.tessera.TEMPORARY",
                        "force .b.tessera.TEMPORARY",
                        "link b.tessera",
                        "delete .b.tessera.TEMPORARY",
                        "forceFolder " + folder.getFileName());
    }

    @Test
    void tellsWhyAVaultWasNotCreatedAndLeavesNothing() throws IOException {
        for (int n = 2; n <= 3; n++) {
            int number = n;
            var calls = TestCalls.failing(call -> call == number);
            assertThatExceptionOfType(NotSavedException.class)
                    .isThrownBy(() ->
                            VaultFile.create(folder.resolve("b.tessera"), passphrase(), KdfCost.LEAST, machine(calls)))
                    .withMessageStartingWith("The vault was not created: ");
            assertThat(folder.resolve("b.tessera")).doesNotExist();
        }
        var underAFile = file.resolve("c.tessera");
        assertThatExceptionOfType(NotSavedException.class)
                .isThrownBy(() -> VaultFile.create(underAFile, passphrase(), KdfCost.LEAST))
                .withMessageContaining("there is already a file in its place");
        assertThat(temporaryFiles()).isEmpty();
    }

    @Test
    void knowsANewVaultAsItsOwnThoughTheDiskSaidThatTheLinkFailed() throws IOException {
        var created = folder.resolve("b.tessera");
        VaultFile.create(created, passphrase(), KdfCost.LEAST, machine(TestCalls.lying(call -> call == 4)))
                .close();
        VaultFile.open(created, passphrase()).close();
        assertThat(temporaryFiles()).isEmpty();
    }

    @Test
    void leavesAFileThatCameFirstAsItIs() throws IOException {
        var created = folder.resolve("b.tessera");
        var calls = TestCalls.failing(call -> {
            if (call == 4) {
                write(created, "came first");
            }
            return false;
        });
        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> VaultFile.create(created, passphrase(), KdfCost.LEAST, machine(calls)));
        assertThat(created).hasContent("came first");
        assertThat(temporaryFiles()).isEmpty();
    }

    private static void write(Path path, String text) {
        try {
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void movesANewVaultIntoPlaceWhereThereAreNoHardLinks() throws IOException {
        var created = folder.resolve("b.tessera");
        VaultFile.create(created, passphrase(), KdfCost.LEAST, machine(TestCalls.failing(call -> call == 4)))
                .close();
        VaultFile.open(created, passphrase()).close();
        assertThat(temporaryFiles()).isEmpty();
    }

    @Nested
    class WhenACallFails {

        @Test
        void onceOrForGoodTheOldOrTheNewVaultIsThereAndTheMessageIsTrue() throws IOException {
            var savedOnce = new ArrayList<Boolean>();
            var savedFrom = new ArrayList<Boolean>();
            for (int n = 1; n <= 8; n++) {
                int number = n;
                savedOnce.add(isSaved("once at " + n, TestCalls.failing(call -> call == number)));
                savedFrom.add(isSaved("from " + n, TestCalls.failing(call -> call >= number)));
            }
            assertThat(savedOnce)
                    .as("without a link the backup is a copy; after the replacement nothing is lost")
                    .containsExactly(false, false, false, true, false, false, true, true);
            assertThat(savedFrom).containsExactly(false, false, false, false, false, false, true, true);
        }

        @Test
        void afterItsWorkWasDoneTheMessageIsStillTrue() throws IOException {
            for (int n = 1; n <= 8; n++) {
                int number = n;
                boolean saved = isSaved("after " + n, TestCalls.lying(call -> call == number));
                assertThat(saved).as("the 6th call replaces").isEqualTo(n >= 6);
            }
        }

        /// Without backups of an earlier round, so that each call has the same number in each round.
        private void startAnew() throws IOException {
            for (var backup : backups().toList()) {
                Files.delete(backup);
            }
            Files.delete(file);
            Files.write(file, pristine);
        }

        private boolean isSaved(String fault, TestCalls calls) throws IOException {
            startAnew();
            var expected = newVault();
            try (var opened = open(calls)) {
                try {
                    opened.save(_ -> newVault());
                } catch (NotSavedException e) {
                    assertThat(e).as(fault).hasMessageStartingWith("Not saved, nothing was changed: ");
                    assertThat(file).as(fault).hasBinaryContent(pristine);
                    expected = oldVault();
                }
                assertThat(opened.vault()).as(fault).isEqualTo(expected);
            }
            try (var reopened = open(new DiskCalls())) {
                assertThat(reopened.vault()).as(fault).isEqualTo(expected);
                reopened.save(vault -> vault.withSetting("next", "save"));
            }
            assertThat(temporaryFiles())
                    .as(fault + ": removed by the next save")
                    .isEmpty();
            return expected.entries().size() == 2;
        }
    }

    @Test
    void aSaveThatFailedLeavesNothingBehind() throws IOException {
        for (int n = 1; n <= 6; n++) {
            int number = n;
            try (var opened = open(TestCalls.failing(call -> call == number))) {
                opened.save(vault -> vault.withSetting("n", Integer.toString(number)));
            } catch (NotSavedException _) {
                // told, and of no interest here
            }
            assertThat(temporaryFiles()).as("call " + n).isEmpty();
        }
    }

    @Test
    void keepsTheTenLatestStatesOfADay() throws IOException {
        try (var opened = open(new DiskCalls())) {
            for (int n = 0; n < 15; n++) {
                opened.save(vault -> vault.withSetting("saves", vault.settings().getOrDefault("saves", "") + "x"));
            }
            assertThat(opened.backups()).hasSizeBetween(10, 11); // two days, if midnight has passed meanwhile
        }
    }

    @Test
    void tellsThatTheDiskDidNotConfirmANewVaultOrItsReplacement() throws IOException {
        IntPredicate lastForce = call -> call == 6;
        var created = VaultFile.create(
                folder.resolve("b.tessera"), passphrase(), KdfCost.LEAST, machine(TestCalls.failing(lastForce)));
        assertThat(created.notices()).containsExactly(SaveNotice.DISK_DID_NOT_CONFIRM);
        created.close();
        IntPredicate replacement = call -> call == 6;
        try (var opened = open(TestCalls.lying(replacement))) {
            assertThat(opened.save(_ -> newVault())).isEqualTo(newVault());
            assertThat(opened.notices()).containsExactly(SaveNotice.DISK_DID_NOT_CONFIRM);
        }
    }

    @Test
    void tellsThatTheDiskDidNotConfirm() throws IOException {
        IntPredicate lastForce = call -> call == 7;
        try (var opened = open(TestCalls.failing(lastForce))) {
            assertThat(opened.save(_ -> newVault())).isEqualTo(newVault());
            assertThat(opened.notices()).containsExactly(SaveNotice.DISK_DID_NOT_CONFIRM);
        }
    }

    @Test
    void copiesTheBackupWhereThereAreNoHardLinks() throws IOException {
        byte[] before = Files.readAllBytes(file);
        var calls = TestCalls.failing(call -> call == 4);
        try (var opened = open(calls)) {
            opened.save(_ -> newVault());
        }
        assertThat(calls.noted()).contains("write 00000002-TIME.tessera", "force 00000002-TIME.tessera");
        assertThat(backups().map(SaveTest::read)).anyMatch(content -> Arrays.equals(content, before));
    }

    @Test
    void keepsEachGenerationAsABackupThatOpens() throws IOException {
        try (var opened = open(new DiskCalls())) {
            opened.save(_ -> newVault());
        }
        var generations = backups().sorted().toList();
        assertThat(generations).hasSize(2);
        try (var passphrase = passphrase();
                var first = VaultFile.open(generations.getFirst(), passphrase);
                var second = VaultFile.open(generations.getLast(), passphrase)) {
            assertThat(first.vault()).isEqualTo(Vault.empty());
            assertThat(second.vault()).isEqualTo(oldVault());
        }
    }

    @Test
    void removesOnlyItsOwnStaleTemporaryFiles() throws IOException {
        var stale = Files.createFile(folder.resolve(".accounts.tessera.0123456789abcdef.tmp"));
        var others = Stream.of(".accounts.tessera.short.tmp", ".other.tessera.0123456789abcdef.tmp", "notes.tmp")
                .map(folder::resolve)
                .toList();
        for (var other : others) {
            Files.createFile(other);
        }
        try (var opened = open(new DiskCalls())) {
            opened.save(_ -> newVault());
        }
        assertThat(stale).doesNotExist();
        assertThat(others).allSatisfy(other -> assertThat(other).exists());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isReadableByItsOwnerAloneFromTheFirstMoment() throws IOException {
        try (var opened = open(new DiskCalls())) {
            opened.save(_ -> newVault());
        }
        for (var path : Stream.concat(Stream.of(file), backups()).toList()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("accounts.tessera.backups"))))
                .isEqualTo("rwx------");
    }

    @Test
    void writesNothingWhenNothingChanged() throws IOException {
        byte[] before = Files.readAllBytes(file);
        var calls = TestCalls.noting();
        try (var opened = open(calls)) {
            opened.save(vault -> vault);
        }
        assertThat(calls.noted()).isEmpty();
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void tellsThatTheFileIsGone() throws IOException {
        try (var opened = open(new DiskCalls())) {
            Files.delete(file);
            assertThatExceptionOfType(NotSavedException.class)
                    .isThrownBy(() -> opened.save(_ -> newVault()))
                    .withMessageContaining("is gone");
            assertThat(file).doesNotExist();
            assertThat(opened.vault()).isEqualTo(oldVault());
        }
    }

    @Test
    void neverOverwritesAFileThatWasDamagedMeanwhile() throws IOException {
        try (var opened = open(new DiskCalls())) {
            byte[] damaged = Files.readAllBytes(file);
            damaged[damaged.length - 1] ^= 1;
            Files.write(file, damaged);
            assertThatExceptionOfType(CorruptVaultException.class).isThrownBy(() -> opened.save(_ -> newVault()));
            assertThat(file).hasBinaryContent(damaged);
        }
    }

    private VaultFile open(FileCalls calls) throws IOException {
        try (var passphrase = passphrase()) {
            return VaultFile.open(file, passphrase, machine(calls));
        }
    }

    private static Machine machine(FileCalls calls) {
        return new Machine(calls, new SecureRandom());
    }

    private Stream<Path> backups() throws IOException {
        try (var files = Files.list(folder.resolve("accounts.tessera.backups"))) {
            return files.toList().stream();
        }
    }

    private Stream<Path> temporaryFiles() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(path -> path.toString().endsWith(".tmp")).toList().stream();
        }
    }

    private static byte[] read(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// Fresh ones each time, since a vault that was locked wiped its secrets.
    private static Vault oldVault() {
        return Vault.empty().with(SampleVault.entry(1, "Old", Totp.standard()));
    }

    private static Vault newVault() {
        return oldVault().with(SampleVault.entry(2, "New", Totp.standard()));
    }

    private static Passphrase passphrase() {
        return Passphrase.copyOf("right".toCharArray());
    }
}
