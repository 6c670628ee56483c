package dev.tessera.vault.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tessera.crypto.Argon2id;
import dev.tessera.crypto.Passphrase;
import dev.tessera.otp.OtpParameters.Totp;
import dev.tessera.vault.Entry;
import dev.tessera.vault.Vault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class VaultFileTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() throws IOException {
        file = folder.toRealPath().resolve("accounts.tessera");
    }

    @Test
    void beginsEmptyAsGenerationOneAndCountsItsSaves() throws IOException {
        try (var created = create()) {
            assertThat(created.vault()).isEqualTo(Vault.empty());
            assertThat(created.generation()).isEqualTo(1);
            created.save(vault -> vault.with(entry(1)));
            created.save(vault -> vault.with(entry(2)));
            assertThat(created.generation()).isEqualTo(3);
            assertThat(created.notices()).isEmpty();
        }
    }

    @Test
    void makesTheFolderOfANewVaultButNeverReplacesAFile() throws IOException {
        var deep = folder.resolve("a").resolve("b").resolve("new.tessera");
        try (var created = VaultFile.create(deep, passphrase(), KdfCost.LEAST)) {
            assertThat(created.path()).isRegularFile();
        }
        Files.createFile(file);
        assertThatExceptionOfType(FileAlreadyExistsException.class).isThrownBy(this::create);
        assertThat(file).isEmptyFile();
    }

    @Test
    void refusesANameThatIsNone() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> VaultFile.create(folder.getRoot(), passphrase(), KdfCost.LEAST))
                .withMessageContaining("not a valid file name");
    }

    @Nested
    class RefusesToOpen {

        @Test
        void aMissingFile() {
            assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> open());
        }

        @Test
        void aFileOfZeroBytes() throws IOException {
            Files.createFile(file);
            assertThatExceptionOfType(CorruptVaultException.class)
                    .isThrownBy(() -> open())
                    .withMessageContaining("it is empty")
                    .withMessageContaining(".backups");
        }

        @Test
        void aFolderAndAFileOfAnotherKind() throws IOException {
            assertThatExceptionOfType(CorruptVaultException.class)
                    .isThrownBy(() -> VaultFile.open(folder, passphrase()))
                    .withMessageContaining("not a file");
            Files.writeString(file, "otpauth://totp/never-quoted?secret=JBSWY3DP");
            assertThatExceptionOfType(CorruptVaultException.class)
                    .isThrownBy(() -> open())
                    .withMessageNotContaining("JBSWY3DP");
        }

        @Test
        void aFileLargerThanAVaultWithoutReadingIt() throws IOException {
            try (var channel = Files.newByteChannel(
                    file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
                channel.position(1L << 33).write(ByteBuffer.wrap(new byte[1]));
            }
            assertThatExceptionOfType(CorruptVaultException.class)
                    .isThrownBy(() -> open())
                    .withMessageContaining("larger");
        }

        @Test
        void aWrongPassphraseAndChangesNothing() throws IOException {
            create().close();
            byte[] before = Files.readAllBytes(file);
            try (var wrong = Passphrase.copyOf("wrong".toCharArray())) {
                assertThatExceptionOfType(WrongPassphraseException.class).isThrownBy(() -> VaultFile.open(file, wrong));
            }
            assertThat(file).hasBinaryContent(before);
            assertThat(folder.resolve("accounts.tessera.backups")).doesNotExist();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void savesToTheFileBehindASymbolicLink() throws IOException {
        create().close();
        var link = Files.createSymbolicLink(folder.resolve("link.tessera"), file);
        try (var opened = VaultFile.open(link, passphrase())) {
            opened.save(vault -> vault.with(entry(1)));
            assertThat(opened.path()).isEqualTo(file);
        }
        assertThat(link).isSymbolicLink();
        try (var opened = open()) {
            assertThat(opened.vault().entries()).hasSize(1);
        }
    }

    @Test
    void onlyShowsWhatALaterReleaseWrote() throws IOException {
        writeAsLaterRelease();
        byte[] before = Files.readAllBytes(file);
        try (var opened = open()) {
            assertThat(opened.isReadOnly()).isTrue();
            assertThat(opened.vault().entries()).extracting(Entry::id).containsExactly(SampleVault.id(1));
            assertThatExceptionOfType(ReadOnlyVaultException.class)
                    .isThrownBy(() -> opened.save(vault -> vault.with(entry(2))));
            assertThatExceptionOfType(ReadOnlyVaultException.class)
                    .isThrownBy(() -> opened.waysIn().changePassphrase(passphrase(), KdfCost.LEAST));
        }
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void givesAPassphraseSlotInsteadOfTheOldOneAndKeepsTheOthers() throws IOException {
        Files.copy(GoldenVaultTest.golden(), file);
        try (var golden = Passphrase.copyOf("tessera caf\u00e9 \ud83d\udd11".toCharArray());
                var opened = VaultFile.open(file, golden)) {
            assertThat(opened.waysIn().isPassphrase(golden)).isTrue();
            opened.waysIn().changePassphrase(passphrase(), KdfCost.LEAST);
            assertThat(opened.waysIn().isPassphrase(golden)).isFalse();
            assertThat(opened.waysIn().isPassphrase(passphrase())).isTrue();
        }
        var slots = SealedVault.parse(Files.readAllBytes(file)).header().slots();
        assertThat(slots)
                .extracting(slot -> slot.type().orElseThrow())
                .containsExactly(SlotType.PASSPHRASE, SlotType.RECOVERY_KEY, SlotType.KEYRING);
    }

    @Test
    void isCreatedWithNoEmptyPassphraseAndNoCostBelowTheLeast() {
        try (var empty = Passphrase.copyOf(new char[0])) {
            assertThatIllegalArgumentException().isThrownBy(() -> VaultFile.create(file, empty, KdfCost.LEAST));
        }
        var cheap = new Argon2id(KdfCost.LEAST.memoryKib() - 1, 1, 1);
        assertThatIllegalArgumentException().isThrownBy(() -> VaultFile.create(file, passphrase(), cheap));
        assertThat(file).doesNotExist();
    }

    @Test
    void refusesAnEmptyPassphraseInsteadOfTheOldOne() throws IOException {
        try (var created = create();
                var empty = Passphrase.copyOf(new char[0])) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> created.waysIn().changePassphrase(empty, KdfCost.LEAST));
        }
    }

    @Test
    void saysThatAFolderHasNoLocksAndSavesAllTheSame() throws IOException {
        Files.createDirectory(folder.resolve(".accounts.tessera.lock")); // so that no lock file can be made
        var others = Files.createFile(folder.resolve(".accounts.tessera.0123456789abcdef.tmp"));
        try (var created = create()) {
            assertThat(created.notices()).containsExactly(SaveNotice.NOT_LOCKED);
            created.save(vault -> vault.with(entry(1)));
            assertThat(created.notices()).containsExactly(SaveNotice.NOT_LOCKED);
            assertThat(created.vault().entries()).hasSize(1);
        }
        assertThat(others).as("perhaps of a save that is under way").exists();
    }

    @Test
    void tellsARefreshThatTheFileIsGoneOrDamaged() throws IOException {
        try (var created = create()) {
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);
            assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(created::refresh);
            bytes[bytes.length - 1] ^= 1;
            Files.write(file, bytes);
            assertThatExceptionOfType(CorruptVaultException.class).isThrownBy(created::refresh);
            assertThat(created.vault()).isEqualTo(Vault.empty());
        }
    }

    @Test
    void isOfNoUseOnceClosed() throws IOException {
        var created = create();
        created.close();
        byte[] before = Files.readAllBytes(file);
        List<ThrowableAssert.ThrowingCallable> uses = List.of(
                created::vault,
                () -> created.save(vault -> vault.with(entry(1))),
                created::refresh,
                created::copies,
                () -> created.look(file),
                () -> created.merge(file),
                created.waysIn()::hasRecoveryKey,
                created.waysIn()::isWeak,
                created.waysIn()::newRecoveryKey,
                created.waysIn()::removeRecoveryKey,
                () -> created.waysIn().isPassphrase(passphrase()),
                () -> created.waysIn().strengthen(passphrase(), KdfCost.LEAST_FOR_NEW),
                () -> created.waysIn().changePassphrase(passphrase(), KdfCost.LEAST));
        for (var use : uses) {
            assertThatIllegalStateException().isThrownBy(use).withMessage("this vault is locked");
        }
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void refusesAnEditWithinAnEdit() throws IOException {
        try (var created = create()) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> created.save(vault -> {
                        try {
                            return created.save(inner -> inner.with(entry(1)));
                        } catch (IOException e) {
                            throw new AssertionError(e);
                        }
                    }))
                    .withMessageContaining("within an edit");
            assertThat(created.save(vault -> vault.with(entry(2))).entries()).hasSize(1);
        }
    }

    private void writeAsLaterRelease() throws IOException {
        LaterRelease.write(
                file,
                Vault.empty().with(entry(1)).withUnknown(SampleVault.vault().unknown()),
                "right");
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
