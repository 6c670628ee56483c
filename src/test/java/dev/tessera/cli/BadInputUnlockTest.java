package dev.tessera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Passphrases and vaults that are wrong.
class BadInputUnlockTest extends BadInput {
    @Test
    void aWrongPassphrase() throws IOException {
        var wrong = desk.secretFile("wrong", "an owl in the cellar\n");
        refusesWith(wrong, ExitCode.NOT_UNLOCKED, "not the passphrase of this vault", "try again");
    }

    @Test
    void aPassphraseWithASpaceTooMany() throws IOException {
        var spaced = desk.secretFile("space", Desk.PASSPHRASE + " \n");
        refusesWith(spaced, ExitCode.NOT_UNLOCKED, "not the passphrase of this vault", "try again");
    }

    @Test
    void noPassphraseFile() throws IOException {
        refusesWith(
                home.resolve("nowhere"),
                ExitCode.NOT_UNLOCKED,
                "no passphrase file",
                "check the name after the option");
    }

    @Test
    void anEmptyPassphraseFile() throws IOException {
        refusesWith(desk.secretFile("empty", ""), ExitCode.NOT_UNLOCKED, "is empty", "first line");
    }

    @Test
    void anEmptyFirstLine() throws IOException {
        var file = desk.secretFile("second", "\n" + Desk.PASSPHRASE + "\n");
        refusesWith(file, ExitCode.NOT_UNLOCKED, "is empty", "first line");
    }

    @Test
    void aFolderAsPassphraseFile() throws IOException {
        var folder = Files.createDirectory(home.resolve("folder"));
        refusesWith(folder, ExitCode.NOT_UNLOCKED, "cannot be read", "check that it is a file");
    }

    @Test
    void aPassphraseFileThatIsNoText() throws IOException {
        var file = desk.secretFile("binary", "");
        Files.write(file, new byte[] {(byte) 0xC3, 0x28, (byte) 0xFF, 0x0A});
        refusesWith(file, ExitCode.NOT_UNLOCKED, "", "UTF-8");
    }

    @Test
    void nobodyToAsk() throws IOException {
        var vault = desk.vaultBytes();
        var ended = desk.run("list", "--vault", desk.vault.toString());
        assertThat(ended.exitCode()).isEqualTo(ExitCode.NOT_UNLOCKED.number());
        assertThat(ended.err()).contains("no terminal to ask on").contains("--passphrase-file FILE");
        assertThat(desk.vaultBytes()).isEqualTo(vault);
    }

    @Test
    void threeWrongPassphrasesTyped() throws IOException {
        var vault = desk.vaultBytes();
        desk.terminal.type("one", "two", "three", Desk.PASSPHRASE);
        var ended = desk.run("list", "--vault", desk.vault.toString());
        assertThat(ended.exitCode()).isEqualTo(ExitCode.NOT_UNLOCKED.number());
        assertThat(ended.out()).isEmpty();
        assertThat(desk.vaultBytes()).isEqualTo(vault);
    }

    @Test
    void noVault() throws IOException {
        var nowhere = home.resolve("nowhere.tessera");
        var ended =
                desk.run("list", "--vault", nowhere.toString(), "--passphrase-file", desk.passphraseFile.toString());
        assertThat(ended.exitCode()).isEqualTo(ExitCode.VAULT_UNUSABLE.number());
        assertThat(ended.err()).contains("there is no vault at").contains("tessera vault create");
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void aFolderAsVault() throws IOException {
        var ended = desk.run("list", "--vault", home.toString(), "--passphrase-file", desk.passphraseFile.toString());
        assertThat(ended.exitCode()).isEqualTo(ExitCode.VAULT_UNUSABLE.number());
        assertThat(ended.err()).contains("is not a file").contains("--vault FILE");
    }

    @Test
    void aVaultOfZeroBytes() throws IOException {
        Files.write(desk.vault, new byte[0]);
        refuses(ExitCode.VAULT_UNUSABLE, "empty", "backup", "list");
    }

    @Test
    void somethingElseThanAVault() throws IOException {
        Files.writeString(desk.vault, "a shopping list: bread, milk, cheese, and a pound of butter, please\n");
        refuses(ExitCode.VAULT_UNUSABLE, "does not begin like a Tessera vault", "newest backup", "list");
    }

    @Test
    void aVaultCutShort() throws IOException {
        var whole = desk.vaultBytes();
        Files.write(desk.vault, Arrays.copyOf(whole, whole.length - 20));
        refuses(ExitCode.VAULT_UNUSABLE, "damaged", "backup", "list");
    }

    @Test
    void aVaultWithOneByteChanged() throws IOException {
        var whole = desk.vaultBytes();
        whole[whole.length - 5] ^= 1;
        Files.write(desk.vault, whole);
        refuses(ExitCode.VAULT_UNUSABLE, "damaged", "backup", "list");
    }

    @Test
    void aVaultOfANewerVersion() throws IOException {
        var whole = desk.vaultBytes();
        whole[8] = 9;
        Files.write(desk.vault, whole);
        refuses(ExitCode.VAULT_UNUSABLE, "has format version", "install the newest version", "list");
    }

    private void refusesWith(Path passphraseFile, ExitCode exitCode, String problem, String hint) throws IOException {
        var vault = desk.vaultBytes();
        for (var command :
                List.of(new String[] {"list"}, new String[] {"code", "github"}, new String[] {"add", Desk.PEXIP})) {
            var arguments = Stream.concat(
                            Arrays.stream(command),
                            Stream.of("--vault", desk.vault.toString(), "--passphrase-file", passphraseFile.toString()))
                    .toArray(String[]::new);
            var ended = desk.run(arguments);
            assertThat(ended.exitCode()).isEqualTo(exitCode.number());
            assertThat(ended.out()).isEmpty();
            assertThat(ended.err()).contains("tessera: error: ").contains(problem);
            assertThat(ended.err()).contains("tessera: hint: ").contains(hint);
            assertThat(ended.err()).doesNotContain("owl").doesNotContain(Desk.SECRET);
        }
        assertThat(desk.vaultBytes()).isEqualTo(vault);
    }
}
