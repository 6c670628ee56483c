package dev.tessera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `edit`, `rm`, `restore` and `tags` on a real vault.
class EditCommandsTest {
    @TempDir
    private Path home;

    private Desk desk;

    @BeforeEach
    void sitDown() throws IOException {
        desk = Desk.with(home, Desk.PEXIP, Desk.GITHUB, Desk.COUNTER);
    }

    @Test
    void namesAndTagsAreChangedInOneSave() {
        var edited = desk.unlocked(
                "edit",
                "pexip",
                "--issuer",
                "Pexip 2",
                "--account",
                "bob",
                "--tag",
                "Work",
                "--tag",
                "On call",
                "--pin");
        assertThat(edited.exitCode()).isZero();
        assertThat(edited.out().strip()).isEqualTo("changed: Pexip 2 (bob)  #On call  #Work");
        assertThat(desk.unlocked("code", "on call").out().strip())
                .as("the secret stays")
                .isEqualTo("287082");
        assertThat(desk.unlocked("vault", "backups").outLines()).hasSize(4);
    }

    @Test
    void aTagThatIsThereIsTakenWhateverItsCase() throws IOException {
        desk.unlocked("edit", "pexip", "--tag", "Work");
        desk.unlocked("edit", "github", "--tag", "WORK");
        assertThat(desk.unlocked("tags").outLines()).containsExactly("Work  2 accounts");
        desk.unlocked("edit", "github", "--untag", "work");
        var tag = json(desk.unlocked("tags", "--json").out());
        assertThat(tag.path("name").asText()).isEqualTo("Work");
        assertThat(tag.path("accounts").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsTheSameIsNotSaved() {
        byte[] before = desk.vaultBytes();
        assertThat(desk.unlocked("edit", "pexip", "--issuer", "Pexip", "--unpin", "--digits", "6")
                        .out()
                        .strip())
                .isEqualTo("unchanged: Pexip (ann@example.org)");
        assertThat(desk.vaultBytes()).isEqualTo(before);
    }

    @Test
    void theNumbersOfACodeAreChanged() {
        assertThat(desk.unlocked("edit", "pexip", "--digits", "8").out().strip())
                .isEqualTo("changed: Pexip (ann@example.org)  8 digits");
        assertThat(desk.unlocked("code", "pexip").out().strip()).isEqualTo("94287082");
        assertThat(desk.unlocked("edit", "bank", "--counter", "2").exitCode()).isZero();
        assertThat(desk.unlocked("code", "bank").out().strip()).isEqualTo("359152");
    }

    @Test
    void aCounterAtItsEndIsToldAsThat() {
        assertThat(desk.unlocked("edit", "bank", "--counter", Long.toString(Long.MAX_VALUE))
                        .exitCode())
                .isZero();
        var ended = desk.unlocked("code", "bank");
        assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED.number());
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("this counter has reached its end; set up the account again on its site");
    }

    @Test
    void aNoteIsReadFromStandardInput() {
        desk.terminal.pipe("recovery codes\n  1234\n");
        var edited = desk.unlocked("edit", "pexip", "--note", "-");
        assertThat(edited.exitCode()).isZero();
        assertThat(edited.out() + edited.err()).doesNotContain("1234");
    }

    @Test
    void aNoteThatIsTooLongIsRefused() {
        desk.terminal.pipe("x".repeat(64 * 1024 + 1));
        assertThat(desk.unlocked("edit", "pexip", "--note", "-").exitCode()).isEqualTo(ExitCode.INPUT_REFUSED.number());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "edit pexip",
                "edit pexip --pin --unpin",
                "edit pexip --digits 11",
                "edit pexip --digits six",
                "edit pexip --period 0",
                "edit pexip --counter 3",
                "edit bank --period 60",
                "edit bank --counter -1",
                "edit pexip --algorithm MD5",
                "edit pexip --tag=",
                "edit pexip --issuer= --account=",
                "edit --pin",
                "rm",
                "restore",
                "tags --rename Work",
                "tags --rename Work New --remove Work",
                "tags --rename Work New --rename New Work",
                "qr",
            })
    void aCommandThatIsWrongChangesNothing(String line) {
        byte[] before = desk.vaultBytes();
        var refused = desk.unlocked(line.split(" "));
        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE.number());
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains("tessera: error: ");
        assertThat(desk.vaultBytes()).isEqualTo(before);
    }

    @Test
    void anAccountGoesToTheBinAndComesBack() throws IOException {
        assertThat(desk.unlocked("rm", "pexip").out().strip()).isEqualTo("binned: Pexip (ann@example.org)");
        assertThat(desk.unlocked("code", "pexip").exitCode()).isEqualTo(ExitCode.NOTHING_FOUND.number());
        assertThat(desk.unlocked("list").outLines()).hasSize(2);
        assertThat(desk.unlocked("list", "--bin").outLines()).containsExactly("Pexip (ann@example.org)");
        var again = desk.unlocked("rm", "pexip");
        assertThat(again.exitCode()).isEqualTo(ExitCode.NOTHING_FOUND.number());
        var restored = json(desk.unlocked("restore", "pexip", "--json").out());
        assertThat(restored.path("result").asText()).isEqualTo("restored");
        assertThat(restored.path("issuer").asText()).isEqualTo("Pexip");
        assertThat(desk.unlocked("code", "pexip").out().strip()).isEqualTo("287082");
    }

    @Test
    void whatIsNotInTheBinIsNotRestored() {
        var refused = desk.unlocked("restore", "pexip");
        assertThat(refused.exitCode()).isEqualTo(ExitCode.NOTHING_FOUND.number());
        assertThat(refused.err()).contains("no account in the bin matches", "tessera list --bin");
        assertThat(desk.unlocked("list", "--bin").out()).isEmpty();
    }

    @Test
    void severalAreNeverChangedAtOnce() {
        byte[] before = desk.vaultBytes();
        for (var command : List.of(List.of("rm", "ann"), List.of("edit", "ann", "--pin"), List.of("qr", "ann"))) {
            var refused = desk.unlocked(command.toArray(String[]::new));
            assertThat(refused.exitCode()).isEqualTo(ExitCode.SEVERAL_FOUND.number());
            assertThat(refused.err()).contains("Bank (ann)", "accounts match");
        }
        assertThat(desk.vaultBytes()).isEqualTo(before);
    }

    @Test
    void aTagIsRenamedAndRemoved() {
        desk.unlocked("edit", "pexip", "--tag", "Work");
        desk.unlocked("edit", "github", "--tag", "Private");
        assertThat(desk.unlocked("tags", "--rename", "work", "Office").outLines())
                .containsExactly("Office  1 account", "Private  1 account");
        var taken = desk.unlocked("tags", "--rename", "Office", "private");
        assertThat(taken.exitCode()).isEqualTo(ExitCode.FAILED.number());
        assertThat(taken.err()).contains("there is already a tag with that name");
        assertThat(desk.unlocked("tags", "--rename", "Office", "office").outLines())
                .as("only its case")
                .containsExactly("Private  1 account", "office  1 account");
        assertThat(desk.unlocked("tags", "--remove", "Private").outLines()).containsExactly("office  1 account");
        assertThat(desk.unlocked("list").outLines()).hasSize(3);
        assertThat(desk.unlocked("tags", "--remove", "Private").exitCode()).isEqualTo(ExitCode.NOTHING_FOUND.number());
        assertThat(desk.unlocked("edit", "pexip", "--untag", "Private").exitCode())
                .isEqualTo(ExitCode.NOTHING_FOUND.number());
    }

    private static JsonNode json(String line) throws IOException {
        return new ObjectMapper().readTree(line);
    }
}
