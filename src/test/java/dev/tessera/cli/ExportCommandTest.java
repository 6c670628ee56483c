package dev.tessera.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
    private static final String UNUSUAL =
            "otpauth://totp/Corp:eve?secret=MFRGGZDFMZTWQ2LK&issuer=Corp&digits=7&algorithm=SHA256&period=60";

    @TempDir
    private Path home;

    private Desk desk;
    private Path file;

    @BeforeEach
    void sitDown() throws IOException {
        desk = Desk.with(home, Desk.GITHUB, Desk.COUNTER, UNUSUAL);
        file = home.resolve("out.json");
    }

    private static void assertEnded(Desk.Ended ended, ExitCode exitCode, String... errors) {
        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(exitCode.number());
        for (var error : errors) {
            assertThat(ended.err()).contains(error);
        }
    }

    private Desk.Ended export(String format, String... more) {
        return desk.unlocked(arguments(format, more));
    }

    private static String[] arguments(String format, String... more) {
        var all = new String[more.length + 3];
        all[0] = "export";
        all[1] = "--format";
        all[2] = format;
        System.arraycopy(more, 0, all, 3, more.length);
        return all;
    }

    @Test
    void aPlainFileIsForItsOwnerAloneAndSaysWhatItIs() throws IOException {
        var ended = export("aegis_plain", "-o", file.toString());
        assertEnded(
                ended,
                ExitCode.DONE,
                "warning: this is not encrypted: whoever sees it can make the codes of 3 accounts",
                "hint: let nobody see it");
        assertThat(ended.outLines()).containsExactly("exported: 3 accounts to " + file);
        assertThat(ended.out() + ended.err()).doesNotContain("KRSX");
        assertThat(desk.run("import", file.toString(), "--dry-run").outLines())
                .containsExactly(
                        file + ": Aegis",
                        "found: GitHub (ann)  8 digits",
                        "found: Bank (ann)  counter 0",
                        "found: Corp (eve)  SHA256, 7 digits, 60 s");
        assumeTrue(Files.getFileStore(home).supportsFileAttributeView("posix"), "this disk has no such rights");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileThatIsThereStaysUnlessItIsToBeReplaced() throws IOException {
        Files.writeString(file, "mine");
        assertEnded(
                desk.run(arguments("aegis_plain", "-o", file.toString())),
                ExitCode.FAILED,
                "there is already a file at " + file,
                "use --replace");
        assertThat(file).hasContent("mine");
        assertEnded(export("aegis_plain", "-o", file.toString(), "--replace"), ExitCode.DONE);
        assertThat(Files.readString(file)).contains("\"db\"");
    }

    @Test
    void theVaultItselfIsNeverReplaced() throws IOException {
        byte[] before = Files.readAllBytes(desk.vault);
        assertEnded(
                export("aegis_plain", "-o", desk.vault.toString(), "--replace"),
                ExitCode.FAILED,
                "is the vault itself");
        assertThat(desk.vault).hasBinaryContent(before);
    }

    @Test
    void theVaultsPassphraseIsTypedOnceMoreForWhatIsNotSealed() {
        desk.terminal.type(Desk.PASSPHRASE, "wrong", Desk.PASSPHRASE);
        var typed = desk.terminal;
        var ended = desk.run(arguments("uri_list", "-o", file.toString()));
        assertEnded(ended, ExitCode.DONE, "wrong passphrase, try again");
        assertThat(typed.questions)
                .containsExactly(
                        "Passphrase: ",
                        "Passphrase of the vault again, to write it: ",
                        "Passphrase of the vault again, to write it: ");
        assertThat(file).exists();
    }

    @Test
    void withoutTheVaultsPassphraseNothingIsWritten() {
        desk.terminal.type(Desk.PASSPHRASE, "wrong", "wrong", "wrong");
        assertEnded(
                desk.run(arguments("uri_list", "-o", file.toString())),
                ExitCode.NOT_UNLOCKED,
                "wrong passphrase, nothing was written");
        desk.terminal.type(Desk.PASSPHRASE);
        assertEnded(
                desk.run(arguments("uri_list", "-o", file.toString())),
                ExitCode.NOT_UNLOCKED,
                "there is no terminal to ask on");
        assertThat(file).doesNotExist();
    }

    @Test
    void aSealedFileOpensWithItsOwnPassphrase() throws IOException {
        var passphrase = desk.secretFile("own", "päss wörd \n");
        var ended = export(
                "proton_authenticator", "-o", file.toString(), "--export-passphrase-file", passphrase.toString());
        assertEnded(ended, ExitCode.DONE, "note: left out: Bank (ann): its type of code is not supported there");
        assertThat(ended.err()).doesNotContain("not encrypted");
        assertThat(ended.outLines()).containsExactly("exported: 2 accounts to " + file);
        assertThat(desk.run("import", file.toString(), "--dry-run", "--import-passphrase-file", passphrase.toString())
                        .outLines())
                .hasSize(3)
                .contains("found: GitHub (ann)  8 digits");
    }

    @Test
    void thePassphraseOfASealedFileIsTypedTwice() {
        desk.terminal.type(Desk.PASSPHRASE, "own", "other");
        assertEnded(
                desk.run(arguments("2fas", "-o", file.toString())),
                ExitCode.NOT_UNLOCKED,
                "the two passphrases differ");
        assertThat(file).doesNotExist();
        desk.terminal.type(Desk.PASSPHRASE, "own", "own");
        var typed = desk.terminal;
        assertEnded(desk.run(arguments("2fas", "-o", file.toString())), ExitCode.DONE);
        assertThat(typed.questions).containsExactly("Passphrase: ", "Passphrase for the file: ", "Repeat it: ");
    }

    @Test
    void aBackupIsAVaultUnderAPassphraseOfItsOwn() throws IOException {
        var own = desk.secretFile("own", "another owl\n");
        var backup = home.resolve("backup.tessera");
        assertEnded(
                export("tessera", "-o", backup.toString(), "--export-passphrase-file", own.toString()), ExitCode.DONE);
        var listed = desk.run("list", "--vault", backup.toString(), "--passphrase-file", own.toString());
        assertThat(listed.outLines()).isEqualTo(desk.unlocked("list").outLines());
        assertEnded(
                desk.run("list", "--vault", backup.toString(), "--passphrase-file", desk.passphraseFile.toString()),
                ExitCode.NOT_UNLOCKED);
    }

    @Test
    void lossesCanBeAskedForAlone() throws IOException {
        var ended = export("google_qr", "--losses");
        assertEnded(ended, ExitCode.DONE);
        assertThat(ended.outLines())
                .containsExactly("left out: Corp (eve): its number of digits or its period is not supported there");
        assertThat(export("aegis", "--losses").outLines()).containsExactly("nothing is lost from 3 accounts");
        var json = new ObjectMapper()
                .readTree(export("google_qr", "--losses", "--json").out());
        assertThat(json.path("accounts").asInt()).isEqualTo(2);
        assertThat(json.path("sealed").asBoolean()).isFalse();
        assertThat(json.path("files").size()).isZero();
        var loss = json.path("losses").path(0);
        assertThat(loss.path("result").asText()).isEqualTo("left-out");
        assertThat(loss.path("issuer").asText()).isEqualTo("Corp");
        assertThat(loss.path("lost").toString()).isEqualTo("[\"numbers\"]");
    }

    @Test
    void severalPicturesHaveNumbersAndNoneIsWrittenIfOneNameIsTaken() throws IOException {
        var links = IntStream.range(0, 12)
                .mapToObj(i -> Desk.PEXIP.replace("ann", "ann" + i))
                .toArray(String[]::new);
        var other = Desk.with(Files.createDirectory(home.resolve("other")), links);
        var picture = home.resolve("transfer.png");
        var ended = other.unlocked(arguments("google_qr", "-o", picture.toString()));
        var first = home.resolve("transfer-1.png");
        var second = home.resolve("transfer-2.png");
        assertThat(ended.outLines()).containsExactly("exported: 12 accounts to " + first + ", " + second);
        assertThat(other.run("scan", first.toString(), second.toString()).out()).contains("ann0", "ann11");
        Files.delete(first);
        assertEnded(
                other.unlocked(arguments("google_qr", "-o", picture.toString())),
                ExitCode.FAILED,
                "there is already a file at " + second);
        assertThat(first).doesNotExist();
        assertEnded(other.unlocked(arguments("google_qr", "-o", "-")), ExitCode.USAGE, "there are 2 pictures");
    }

    @Test
    void theBinStaysUnlessItIsAskedFor() throws IOException {
        var ente = Files.writeString(
                home.resolve("bin.txt"),
                "otpauth://totp/Old:ann?secret=MFRGGZDF&issuer=Old&codeDisplay=%7B%22trashed%22%3Atrue%7D\n");
        assertEnded(desk.unlocked("import", ente.toString()), ExitCode.DONE);
        var without = export("ente_plain", "-o", "-");
        assertEnded(without, ExitCode.DONE, "note: not in the file: 1 account in the bin, which --with-bin includes");
        assertThat(without.outLines()).hasSize(3).noneMatch(line -> line.contains("Old"));
        var with = export("ente_plain", "-o", "-", "--with-bin");
        assertThat(with.outLines()).hasSize(4).anyMatch(line -> line.contains("Old"));
        assertEnded(export("uri_list", "--losses", "--with-bin"), ExitCode.DONE);
        assertThat(export("uri_list", "--losses", "--with-bin").out())
                .contains("Old (ann): not in the bin, but among the others");
    }

    @Test
    void wordsChooseTheAccounts() {
        assertThat(export("uri_list", "-o", "-", "github").outLines())
                .hasSize(1)
                .allMatch(line -> line.startsWith("otpauth://totp/GitHub:ann?secret=KRSX"));
        assertEnded(export("uri_list", "-o", "-", "nobody"), ExitCode.NOTHING_FOUND, "no account matches");
        assertEnded(
                export("apple_csv", "-o", file.toString(), "bank"),
                ExitCode.NOTHING_FOUND,
                "left out: Bank (ann)",
                "apple_csv cannot hold any of these accounts");
        assertThat(file).doesNotExist();
    }

    @Test
    void whatCannotGoTogetherIsToldBeforeThePassphraseIsAskedFor() throws IOException {
        var own = desk.secretFile("own", "another owl\n").toString();
        assertUsage("there is no such format", "nonsense", "-o", file.toString());
        assertUsage("missing: --output", "aegis");
        assertUsage("but uri_list is not encrypted", "uri_list", "-o", "-", "--export-passphrase-file", own);
        assertUsage("--json is given with -o -", "uri_list", "-o", "-", "--json");
        assertUsage("--with-bin is given with words", "uri_list", "-o", "-", "--with-bin", "bank");
        desk.terminal.interactive = true;
        assertUsage("paper is not text", "paper", "-o", "-");
        assertThat(desk.run("export", "-o", file.toString()).err()).contains("missing: --format");
    }

    private void assertUsage(String problem, String format, String... more) {
        var ended = desk.run(arguments(format, more));
        assertThat(ended.exitCode()).as(Arrays.toString(more) + ended.err()).isEqualTo(ExitCode.USAGE.number());
        assertThat(ended.err()).contains(problem).contains("tessera: hint: ");
    }

    @Test
    void aFolderThatIsNotThereIsTold() {
        assertEnded(
                export("uri_list", "-o", home.resolve("gone").resolve("a.txt").toString()),
                ExitCode.FAILED,
                "gone/a.txt does not exist");
    }

    @Test
    void anEmptyVaultIsTold() throws IOException {
        var empty = Desk.with(Files.createDirectory(home.resolve("empty")));
        assertEnded(
                empty.unlocked(arguments("aegis", "-o", file.toString())),
                ExitCode.NOTHING_FOUND,
                "there is no account to export");
    }

    @Test
    void entriesThatThisReleaseCannotUseAreToldAsLost() throws IOException {
        desk.addSetAside();
        var words = "left out: entries that this version cannot use: 1";
        assertThat(desk.unlocked("export", "--format", "aegis", "--losses").out())
                .contains(words);
        assertThat(desk.unlocked("export", "--format", "aegis", "--losses", "--json")
                        .out())
                .contains("\"setAside\":1");
        assertThat(export("aegis_plain", "-o", file.toString()).err()).contains(words);
        // A choice means none of them, and a sealed backup holds them.
        assertThat(desk.unlocked("export", "--format", "aegis", "--losses", "github")
                        .out())
                .doesNotContain(words);
        assertThat(desk.unlocked("export", "--format", "tessera", "--losses").out())
                .contains("nothing is lost");
    }
}
