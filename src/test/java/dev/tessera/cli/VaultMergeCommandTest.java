package dev.tessera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two devices saved at once, and the synchroniser left a conflict copy.
class VaultMergeCommandTest {
    private static final String NEW = "otpauth://totp/New:ann?secret=MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43U&issuer=New";
    private static final String OTHER = "otpauth://totp/Other:ann?secret=ONSWG4TFOQQGC3DTN4QG65DIMVZCA33O&issuer=Other";

    @TempDir
    Path home;

    private Desk desk;
    private Path copy;

    @BeforeEach
    void bothDevicesAddAnAccount() throws IOException {
        desk = Desk.empty(home);
        desk.unlocked("vault", "create", "--kdf-memory", "19", "--kdf-iterations", "1");
        add(Desk.PEXIP);
        byte[] common = Files.readAllBytes(desk.vault);
        add(NEW);
        byte[] theirs = Files.readAllBytes(desk.vault);
        Files.write(desk.vault, common);
        add(OTHER);
        var name = desk.vault.getFileName().toString().replace(".tessera", " (conflict).tessera");
        copy = Files.write(desk.vault.resolveSibling(name), theirs);
    }

    @Test
    void theCopyBesideTheVaultIsFoundAndTakenIn() {
        var merged = desk.unlocked("vault", "merge");

        assertThat(merged.exitCode()).isZero();
        assertThat(merged.out()).contains("(conflict).tessera, 1 added, 0 changed, 0 removed");
        assertThat(desk.unlocked("list").outLines())
                .containsExactlyInAnyOrder("Pexip (ann@example.org)", "New (ann)", "Other (ann)");
    }

    @Test
    void asJsonAndASecondTimeNothingIsNew() {
        assertThat(desk.unlocked("vault", "merge", "--json", copy.toString()).out())
                .contains("\"added\":1", "\"changed\":0", "\"removed\":0");
        assertThat(desk.unlocked("vault", "merge", "--json", copy.toString()).out())
                .contains("\"added\":0");
    }

    @Test
    void whereThereIsNoneThatIsSaid() throws IOException {
        Files.delete(copy);
        var merged = desk.unlocked("vault", "merge");
        assertThat(merged.exitCode()).isEqualTo(ExitCode.NOTHING_FOUND.number());
        assertThat(merged.err()).contains("there is no copy of the vault next to it", "tessera vault merge COPY");
    }

    @Test
    void anotherVaultIsRefusedAndSoIsWhatIsNone() throws IOException {
        var other = Files.writeString(home.resolve("notes.txt"), "no vault");
        var merged = desk.unlocked("vault", "merge", other.toString());
        assertThat(merged.exitCode()).isEqualTo(ExitCode.VAULT_UNUSABLE.number());
        assertThat(desk.unlocked("vault", "merge", home.resolve("nowhere").toString())
                        .err())
                .contains("there is no vault at");
    }

    private void add(String uri) {
        desk.terminal.pipe(uri + "\n");
        desk.unlocked("add", "-");
    }
}
