package dev.tessera.vault.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.crypto.Passphrase;
import dev.tessera.otp.OtpParameters.Totp;
import dev.tessera.vault.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A save by another process whose system calls the kernel refuses, as a broken disk, a full one or an odd file system
/// does.
class InjectedFaultsTest {
    @TempDir
    private static Path classes;

    private static OtherJvm jvm;

    @TempDir
    private Path folder;

    private Path file;
    private byte[] pristine = {};

    @BeforeAll
    static void trainAProcessThatStartsFast() throws IOException, InterruptedException {
        Strace.need();
        var sample = classes.resolve("sample.tessera");
        create(sample);
        jvm = OtherJvm.trained(classes, InjectedFaultsTest.class, sample.toString());
    }

    @BeforeEach
    void createAVault() throws IOException {
        file = folder.toRealPath().resolve("accounts.tessera");
        create(file);
        pristine = Files.readAllBytes(file);
    }

    /// Each call of a save in turn, once and from then on. They are `fsync` of the new file, of the backups, of the
    /// folder, then of what a failed link makes necessary.
    static Stream<String> faults() {
        var faults = new ArrayList<String>();
        for (var error : List.of("EIO", "ENOSPC")) {
            for (var when : List.of("1", "2", "3", "1+", "2+", "3+")) {
                faults.add("fsync:error=" + error + ":when=" + when);
            }
        }
        for (var error : List.of("EPERM", "EMLINK", "EIO", "EOPNOTSUPP")) {
            faults.add("link,linkat:error=" + error);
        }
        for (var error : List.of("EIO", "EACCES", "ENOSPC", "EROFS", "EXDEV")) {
            faults.add("rename,renameat,renameat2:error=" + error);
        }
        faults.add("mkdir,mkdirat:error=EACCES");
        faults.add("mkdir,mkdirat:error=ENOSPC");
        return faults.stream();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void theOldOrTheNewVaultIsThereAndTheMessageIsTrue(String fault) throws IOException, InterruptedException {
        var said = save(List.of("-e", "inject=" + fault));
        if (said.startsWith("saved")) {
            assertNewVault();
        } else {
            assertThat(said).startsWith("Not saved, nothing was changed: ");
            assertThat(file).hasBinaryContent(pristine);
        }
        assertThat(save(List.of())).as("the next one").startsWith("saved");
        assertNewVault();
        try (var files = Files.list(folder)) {
            assertThat(files).noneMatch(left -> left.toString().endsWith(".tmp"));
        }
    }

    @Test
    void aFileSystemWithoutLocksIsToldAndSavedToAllTheSame() throws IOException, InterruptedException {
        var lockFile = file.resolveSibling(".accounts.tessera.lock");
        for (var error : List.of("ENOLCK", "ENOSYS", "EOPNOTSUPP")) {
            var said = save(List.of("-P", lockFile.toString(), "-e", "inject=fcntl:error=" + error));
            assertThat(said).as(error).isEqualTo("saved " + SaveNotice.NOT_LOCKED);
        }
        assertThat(save(List.of())).isEqualTo("saved");
        assertNewVault();
    }

    @Test
    void aFolderThatIsNotForcedIsTold() throws IOException, InterruptedException {
        assertThat(save(List.of("-e", "inject=fsync:error=EIO:when=3")))
                .isEqualTo("saved " + SaveNotice.DISK_DID_NOT_CONFIRM);
    }

    /// What the other process said of its save.
    private String save(List<String> faults) throws IOException, InterruptedException {
        var under = new ArrayList<>(List.of("strace", "-f", "-o", "/dev/null"));
        under.addAll(faults);
        var saving = jvm.run(faults.isEmpty() ? List.of() : under, InjectedFaultsTest.class, file.toString());
        var said = new String(saving.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(saving.waitFor()).as(said).isZero();
        return said.strip();
    }

    private void assertNewVault() throws IOException {
        try (var passphrase = passphrase();
                var opened = VaultFile.open(file, passphrase)) {
            assertThat(opened.vault().entries()).containsExactly(entry());
        }
    }

    /// The other process: one save.
    public static void main(String... arguments) throws IOException {
        try (var passphrase = passphrase();
                var vault = VaultFile.open(Path.of(arguments[0]), passphrase)) {
            try {
                vault.save(content -> content.with(entry())
                        .withSetting("saves", content.settings().getOrDefault("saves", "") + "x"));
                System.out.println("saved"
                        + vault.notices().stream().map(notice -> " " + notice).reduce("", String::concat));
            } catch (NotSavedException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    private static void create(Path file) throws IOException {
        try (var passphrase = passphrase()) {
            VaultFile.create(file, passphrase, KdfCost.LEAST).close();
        }
    }

    private static Entry entry() {
        return SampleVault.entry(1, "Pexip", Totp.standard());
    }

    private static Passphrase passphrase() {
        return Passphrase.copyOf("right".toCharArray());
    }
}
