package dev.tessera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tessera.transfer.TransferParts;
import dev.tessera.transfer.kdbx.KdbxFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
    private static final String AEGIS = """
        {"version": 1, "header": {"slots": null, "params": null}, "db": {"version": 2, "entries": [
         {"type": "totp", "name": "ann", "issuer": "GitHub", "group": "Work", "note": "n", "favorite": true,
          "info": {"secret": "KRSXG5CTMVRXEZLUKN2XAZLS", "algo": "SHA1", "digits": 8, "period": 30}},
         {"type": "motp", "name": "m", "issuer": "Corp", "info": {"secret": "4MKSV7XGEWMMQ", "pin": "1234"}},
         {"type": "hotp", "name": "c\\u0007", "issuer": "Bank", "info": {"secret": "MFRGGZDF", "counter": 7}},
         {"type": "xotp", "name": "bad", "issuer": "Odd", "info": {"secret": "GEZDGNBV"}}]}}\
        """;

    @TempDir
    private Path home;

    private Desk desk;
    private Path file;

    @BeforeEach
    void sitDown() throws IOException {
        desk = Desk.with(home, Desk.GITHUB);
        file = Files.writeString(home.resolve("export.json"), AEGIS);
    }

    private static JsonNode json(Desk.Ended ended) throws IOException {
        assertThat(ended.outLines()).hasSize(1);
        return new ObjectMapper().readTree(ended.out());
    }

    private Path sealed() throws IOException {
        var name = "/dev/tessera/transfer/ente-sealed.json";
        try (var in = ImportCommandTest.class.getResourceAsStream(name)) {
            return Files.write(home.resolve("ente.json"), in.readAllBytes());
        }
    }

    @Test
    void eachEntryHasItsVerdictAndAllAreSavedAtOnce() {
        var ended = desk.unlocked("import", file.toString());
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.outLines())
                .containsExactly(
                        file + ": Aegis",
                        "already in the vault, not added again: GitHub (ann)  8 digits  #Work",
                        "added: Corp (m)  mOTP",
                        "added: Bank (c)  counter 7",
                        "rejected: Odd (bad): the type is not known; it must be totp, hotp, steam, motp or yandex");
        assertThat(ended.err()).contains("1 account could not be used").contains("control characters");
        assertThat(desk.unlocked("list").outLines())
                .containsExactly("GitHub (ann)  8 digits", "Corp (m)  mOTP", "Bank (c)  counter 7");
    }

    @Test
    void itIsTakenBackByTheCommandThatItTells() {
        var before = desk.unlocked("list").out();
        var told = desk.unlocked("import", file.toString()).err();
        var command =
                Pattern.compile("tessera (vault restore [0-9]+) undoes this").matcher(told);
        assertThat(command.find()).isTrue();
        assertThat(desk.unlocked(command.group(1).split(" ")).exitCode()).isZero();
        assertThat(desk.unlocked("list").out()).isEqualTo(before);
    }

    @Test
    void aSecondTimeNothingIsNewAndTheFileStays() {
        desk.unlocked("import", file.toString());
        byte[] before = desk.vaultBytes();
        var ended = desk.unlocked("import", file.toString());
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out()).doesNotContain("added: ");
        assertThat(desk.vaultBytes()).isEqualTo(before);
    }

    @Test
    void aDryRunNeedsNoVaultAndChangesNothing() {
        byte[] before = desk.vaultBytes();
        var ended = desk.run("import", file.toString(), "--dry-run");
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out()).contains("found: GitHub (ann)", "rejected: Odd (bad)");
        assertThat(ended.out()).doesNotContain("KRSX");
        assertThat(desk.vaultBytes()).isEqualTo(before);
    }

    @Test
    void jsonHoldsEveryFieldAndSecretsOnlyWhereTheyAreAskedFor() throws IOException {
        var plain = json(desk.run("import", file.toString(), "--dry-run", "--json"));
        assertThat(plain.path("format").asText()).isEqualTo("aegis");
        assertThat(plain.path("entries").size() + plain.path("rejected").size()).isEqualTo(4);
        assertThat(plain.path("entries").path(0).toString())
                .isEqualTo("{\"result\":\"found\",\"issuer\":\"GitHub\",\"name\":\"ann\",\"type\":\"totp\","
                        + "\"algorithm\":\"SHA1\",\"digits\":8,\"period\":30,\"tags\":[\"Work\"],\"note\":\"n\","
                        + "\"pinned\":true,\"binned\":false}");
        assertThat(plain.path("rejected").path(0).path("label").asText()).isEqualTo("Odd (bad)");
        assertThat(plain.path("repairs").path(0).path("label").asText()).isEqualTo("Bank (c)");
        assertThat(plain.toString()).doesNotContain("secret", "pin\"");

        var revealed = json(desk.run("import", file.toString(), "--dry-run", "--json", "--reveal"));
        assertThat(revealed.path("entries").path(1).path("secretHex").asText()).isEqualTo("e3152afee62598c8");
        assertThat(revealed.path("entries").path(1).path("pin").asText()).isEqualTo("1234");
        assertThat(revealed.path("entries").path(2).path("counter").asLong()).isEqualTo(7);
    }

    @Test
    void secretsAreToldInWordsToo() {
        assertThat(desk.run("import", file.toString(), "--dry-run", "--reveal").out())
                .contains("found: Bank (c)  counter 7  MFRGGZDF");
    }

    @Test
    void aSealedFileOpensWithThePassphraseOfAFile() throws IOException {
        var right = desk.secretFile("right", "päss wörd \r\n");
        var ended =
                desk.unlocked("import", sealed().toString(), "--import-passphrase-file", right.toString(), "--json");
        assertThat(json(ended).path("entries").path(1).path("binned").asBoolean())
                .isTrue();
        assertThat(desk.unlocked("list").outLines()).containsExactly("GitHub (ann)  8 digits", "Acme (ann)  #Work");

        var wrong = desk.secretFile("wrong", "päss wörd\n");
        byte[] before = desk.vaultBytes();
        ended = desk.unlocked("import", sealed().toString(), "--import-passphrase-file", wrong.toString());
        assertThat(ended.exitCode()).isEqualTo(ExitCode.NOT_UNLOCKED.number());
        assertThat(ended.err()).contains("passphrase is wrong, or the file is damaged");
        assertThat(ended.out()).isEmpty();
        assertThat(desk.vaultBytes()).isEqualTo(before);
    }

    @Test
    void aWrongPassphraseCanBeTypedAnew() throws IOException {
        desk.terminal.type("wrong", "päss wörd ");
        var ended = desk.run("import", sealed().toString(), "--dry-run");
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.err()).contains("wrong passphrase or damaged file, try again");
        assertThat(ended.out()).contains("found: Acme (ann)", "(in the bin)");
    }

    @Test
    void nothingIsAddedIfOneFileCannotBeRead() throws IOException {
        var bad = Files.writeString(home.resolve("bad.json"), "{\"services\": ");
        byte[] before = desk.vaultBytes();
        var ended = desk.unlocked("import", file.toString(), bad.toString());
        assertThat(ended.exitCode()).isEqualTo(ExitCode.INPUT_REFUSED.number());
        assertThat(ended.err())
                .contains("bad.json: This file is not valid JSON at line 1")
                .contains("hint: export it again");
        assertThat(ended.out()).isEmpty();
        assertThat(desk.vaultBytes()).isEqualTo(before);
    }

    @Test
    void whatIsNoExportIsToldWithItsExitCode() throws IOException {
        var empty = Files.writeString(home.resolve("empty.txt"), "# nothing\n");
        var unusable = Files.writeString(home.resolve("bad.txt"), "otpauth://totp/a?secret=1\n");
        var foreign = Files.writeString(home.resolve("foreign.txt"), "Lorem ipsum");
        assertEnds(ExitCode.NOTHING_FOUND, "no one-time passwords were found", empty.toString());
        assertEnds(ExitCode.INPUT_REFUSED, "no usable account was found", unusable.toString());
        assertEnds(ExitCode.INPUT_REFUSED, "not in a format that Tessera recognises", foreign.toString());
        assertEnds(
                ExitCode.INPUT_REFUSED, "there is no file", home.resolve("gone").toString());
        assertEnds(ExitCode.INPUT_REFUSED, "cannot be read", home.toString());
        assertEnds(ExitCode.USAGE, "there is no such format", file.toString(), "--format", "nonsense");
        assertEnds(ExitCode.INPUT_REFUSED, "not 2FAS, but Aegis", file.toString(), "--format", "2fas");
    }

    private void assertEnds(ExitCode exitCode, String problem, String... arguments) {
        var all = new String[arguments.length + 1];
        all[0] = "import";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        var ended = desk.unlocked(all);
        assertThat(ended.exitCode()).as(Arrays.toString(all)).isEqualTo(exitCode.number());
        assertThat(ended.err()).contains(problem).contains("tessera: hint: ");
    }

    @Test
    void aPassphraseIsUsedJustAsItIs() throws IOException {
        // Composed and decomposed are two passphrases to other programs.
        var decomposed = desk.secretFile("decomposed", "pa\u0308ss wo\u0308rd ");
        var ended =
                desk.run("import", sealed().toString(), "--dry-run", "--import-passphrase-file", decomposed.toString());
        assertThat(ended.exitCode()).isEqualTo(ExitCode.NOT_UNLOCKED.number());
        assertThat(new String(Files.readAllBytes(decomposed), StandardCharsets.UTF_8))
                .contains("\u0308");
    }

    @Test
    void aKeyFileOpensADatabase() throws IOException {
        var database = Files.write(home.resolve("d.kdbx"), KdbxFile.underKeyFile("a key", "p"));
        var keyFile = Files.writeString(home.resolve("any.key"), "a key");
        var passphrase = Files.writeString(home.resolve("p"), "p\n");
        var arguments = new String[] {
            "import",
            database.toString(),
            "--dry-run",
            "--import-passphrase-file",
            passphrase.toString(),
            "--import-key-file"
        };
        var with = Arrays.copyOf(arguments, arguments.length + 1);
        with[arguments.length] = keyFile.toString();
        assertThat(desk.run(with).out()).contains("found: Acme (ann)");
        with[arguments.length] = home.resolve("gone").toString();
        assertThat(desk.run(with).err()).contains("there is no file").contains("gone");
        var without = desk.run(Arrays.copyOf(arguments, arguments.length - 1));
        assertThat(without.exitCode()).isEqualTo(ExitCode.NOT_UNLOCKED.number());
        assertThat(without.err()).contains("key file");
    }

    @Test
    void picturesOfOneTransferAreOneAndWhatIsMissingIsToldOnce() throws IOException {
        var first = TransferParts.picture(home, 1, 3).toString();
        var second = TransferParts.picture(home, 2, 3).toString();
        var third = TransferParts.picture(home, 3, 3).toString();
        var all = desk.run("import", "--dry-run", third, first, second);
        assertThat(all.out()).contains("found: u 1", "found: u 2", "found: u 3");
        assertThat(all.err()).doesNotContain("missing");
        var some = desk.run("import", "--dry-run", third, first);
        assertThat(some.err()).containsOnlyOnce("missing").contains("3 parts, but these are missing: 2");
    }

    /// The table of the database is in its log alone.
    @Test
    void aDatabaseIsReadWithItsLogAndTheLogIsPartOfIt() throws IOException {
        var database = resource("/dev/tessera/transfer/sqlite/log.sqlite", "accounts.db");
        var log = resource("/dev/tessera/transfer/sqlite/log.sqlite-wal", "accounts.db-wal");
        var together = desk.run("import", "--dry-run", log.toString(), database.toString());
        assertThat(together.err()).doesNotContain("accounts.db-wal");
        var alone = desk.run("import", "--dry-run", log.toString());
        assertThat(alone.exitCode()).isEqualTo(ExitCode.INPUT_REFUSED.number());
        assertThat(alone.err()).contains("accounts.db-wal: An app keeps this file next to its database");
    }

    private Path resource(String resource, String name) throws IOException {
        try (var in = ImportCommandTest.class.getResourceAsStream(resource)) {
            return Files.write(home.resolve(name), in.readAllBytes());
        }
    }

    @Test
    void ourOwnSealedBackupIsReadUnderItsPassphrase() throws IOException {
        desk.unlocked("import", file.toString());
        var backup = home.resolve("backup.tessera");
        var own = desk.secretFile("own", "of the backup\n");
        var made = desk.unlocked(
                "export", "--format", "tessera", "-o", backup.toString(), "--export-passphrase-file", own.toString());
        assertThat(made.exitCode()).as(made.err()).isZero();
        desk.terminal.type("of the backup");
        var read = desk.run("import", "--dry-run", backup.toString());
        assertThat(read.outLines().getFirst()).isEqualTo(backup + ": Tessera");
        assertThat(read.out()).contains("found: GitHub (ann)", "found: Corp (m)", "found: Bank (c)");
        var again = desk.unlocked("import", backup.toString(), "--import-passphrase-file", own.toString());
        assertThat(again.out()).contains("already in the vault").doesNotContain("added: ");
    }
}
