package dev.tessera.desktop.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.crypto.Passphrase;
import dev.tessera.desktop.Accounts;
import dev.tessera.desktop.FakeFiles;
import dev.tessera.desktop.FakeTime;
import dev.tessera.desktop.control.Threads;
import dev.tessera.session.VaultSession;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Importers;
import dev.tessera.transfer.export.Exporter;
import dev.tessera.transfer.format.Formats;
import dev.tessera.vault.Entry;
import dev.tessera.vault.SetAside;
import dev.tessera.vault.Unknown;
import dev.tessera.vault.file.KdfCost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportViewModelTest {
    private static final String PASSPHRASE = "a passphrase";

    private final Path folder;
    private final FakeTime time = new FakeTime(Instant.parse("2026-11-25T12:00:00Z"));
    private final VaultSession session;
    private final ExportViewModel model;
    private final FakeFiles files = new FakeFiles();
    private int asked;

    ExportViewModelTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        try (var passphrase = Passphrase.copyOf(PASSPHRASE.toCharArray())) {
            session = VaultSession.create(folder.resolve("v.tessera"), passphrase, KdfCost.LEAST, time);
        }
        session.add(Accounts.pexip());
        var noted = Entry.create(Accounts.varied("Harbour", "quay", 8), time.instant());
        session.edit(vault -> vault.with(noted.withDetails(noted.details().withNote("a note"), time.instant())));
        var threads = new Threads(Runnable::run, Runnable::run, time);
        model = new ExportViewModel(session, time, threads, files);
        model.open();
    }

    @AfterEach
    void close() {
        model.close();
        session.close();
    }

    @Test
    void aSealedBackupIsTheFirstChoiceAndLosesNothing() {
        assertThat(model.targetProperty().get().id()).isEqualTo("tessera");
        assertThat(model.planProperty().get().orElseThrow().losses()).isEmpty();
        assertThat(model.targets()).extracting(Exporter::id).contains("aegis", "aegis_plain", "paper", "google_qr");
    }

    @Test
    void aSealedFileOpensWithItsOwnPassphrase() throws IOException {
        choose("aegis");
        pick(folder.resolve("out.json"), () -> {});
        model.seal("for the file".toCharArray(), true);
        assertThat(model.stateProperty().get())
                .isEqualTo(new ExportState.Written(List.of(folder.resolve("out.json")), true));
        assertThat(namesIn(folder.resolve("out.json"), "for the file")).containsExactly("Pexip", "Harbour");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("out.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void twoPassphrasesThatDifferWriteNothing() {
        model.seal("one".toCharArray(), false);
        assertThat(problem()).isEqualTo("The two are not the same. Type them again.");
        assertThat(asked).isZero();
    }

    @Test
    void whatAnybodyCanReadNeedsThePassphraseOfTheVault() throws IOException {
        choose("uri_list");
        pick(folder.resolve("out.txt"), () -> {});
        model.write(Passphrase.copyOf("another".toCharArray()));
        assertThat(problem()).startsWith("This is not the passphrase of this vault.");
        assertThat(asked).isZero();
        model.write(Passphrase.copyOf(PASSPHRASE.toCharArray()));
        assertThat(model.stateProperty().get())
                .isEqualTo(new ExportState.Written(List.of(folder.resolve("out.txt")), false));
        assertThat(Files.readAllLines(folder.resolve("out.txt"))).hasSize(2);
    }

    @Test
    void whatATargetCannotHoldIsToldBefore() {
        choose("apple_csv");
        var plan = model.planProperty().get().orElseThrow();
        choose("uri_list");
        assertThat(model.planProperty().get().orElseThrow().losses())
                .singleElement()
                .satisfies(lost -> assertThat(lost.entry().account().issuer()).isEqualTo("Harbour"));
        assertThat(plan.exporter().id()).isEqualTo("apple_csv");
    }

    @Test
    void entriesThatThisReleaseCannotUseAreToldAsLost() throws IOException {
        session.edit(vault -> vault.withUnknown(new Unknown(
                List.of(SetAside.copyOf("{}".getBytes(UTF_8), "")),
                vault.unknown().fields())));
        choose("aegis");
        var plan = model.planProperty().get().orElseThrow();
        assertThat(plan.losses()).isEmpty();
        assertThat(plan.setAside()).isEqualTo(1);
        assertThat(plan.losesNothing()).isFalse();
        choose("tessera");
        assertThat(model.planProperty().get().orElseThrow().losesNothing()).isTrue();
    }

    @Test
    void theBinComesAlongOnlyIfItIsAskedFor() throws IOException {
        var first = session.vault().listed().getFirst();
        session.edit(vault -> vault.moveToBin(first.id(), time.instant()));
        assertThat(model.hasBin()).isTrue();
        choose("ente_plain");
        assertThat(model.planProperty().get().orElseThrow().entries()).hasSize(1);
        model.withBinProperty().set(true);
        assertThat(model.planProperty().get().orElseThrow().entries()).hasSize(2);
    }

    @Test
    void severalPicturesReplaceNothing() throws IOException {
        for (int i = 0; i < 12; i++) {
            session.add(Accounts.varied("Site " + i, "me", 6));
        }
        choose("google_qr");
        pick(folder.resolve("move.png"), () -> {});
        Files.writeString(folder.resolve("move-2.png"), "mine");
        model.write(Passphrase.copyOf(PASSPHRASE.toCharArray()));
        assertThat(problem()).contains("move-2.png");
        assertThat(folder.resolve("move-1.png")).doesNotExist();
        assertThat(folder.resolve("move-2.png")).hasContent("mine");
    }

    @Test
    void aPlaceThatCannotBeWrittenSaysSo() {
        pick(folder.resolve("no such folder").resolve("out.tessera"), () -> {});
        model.seal("for the file".toCharArray(), true);
        assertThat(problem()).startsWith("The file could not be written.");
    }

    @Test
    void theVaultItselfIsNeverReplaced() throws IOException {
        byte[] before = Files.readAllBytes(session.file());
        pick(folder.resolve("v.tessera"), () -> {});
        model.seal("for the file".toCharArray(), true);
        assertThat(problem()).contains("v.tessera");
        assertThat(session.file()).hasBinaryContent(before);
    }

    @Test
    void whoLocksWhileTheDialogIsOpenWritesNothing() {
        choose("uri_list");
        pick(folder.resolve("out.txt"), model::close);
        model.write(Passphrase.copyOf(PASSPHRASE.toCharArray()));
        assertThat(asked).isEqualTo(1);
        assertThat(model.isOpen()).isFalse();
        assertThat(folder.resolve("out.txt")).doesNotExist();
    }

    @Test
    void whoLocksWhileTheDialogForASealedFileIsOpenWritesNothing() {
        pick(folder.resolve("out.tessera"), model::close);
        model.seal("for the file".toCharArray(), true);
        assertThat(asked).isEqualTo(1);
        assertThat(folder.resolve("out.tessera")).doesNotExist();
    }

    @Test
    void callingTheDialogOffGoesBack() {
        choose("uri_list");
        files.newFile = () -> {
            asked++;
            return Optional.empty();
        };
        model.write(Passphrase.copyOf(PASSPHRASE.toCharArray()));
        assertThat(asked).isEqualTo(1);
        assertThat(problem()).isEmpty();
        model.dismiss();
        assertThat(model.isOpen()).isFalse();
    }

    /// @param meanwhile runs while the dialog is open
    private void pick(Path file, Runnable meanwhile) {
        files.newFile = () -> {
            asked++;
            meanwhile.run();
            return Optional.of(file);
        };
    }

    private void choose(String id) {
        model.targetProperty()
                .set(model.targets().stream()
                        .filter(target -> target.id().equals(id))
                        .findFirst()
                        .orElseThrow());
    }

    private String problem() {
        return ((ExportState.Choosing) model.stateProperty().get()).problem();
    }

    private static List<String> namesIn(Path path, String typed) throws IOException {
        try (var file = ImportFile.read(path);
                var passphrase = Passphrase.ofForeignFile(typed.toCharArray());
                var found = Importers.read(Formats.all().detect(file), file, passphrase)) {
            return found.entries().stream()
                    .map(entry -> entry.account().issuer())
                    .toList();
        } catch (ImportException refused) {
            throw new AssertionError(refused);
        }
    }
}
