package dev.tessera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tessera.otp.Base32;
import dev.tessera.scan.QrEncoder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Each command on a real vault, as persons and scripts use it.
class CommandsTest {
    private static final String GITHUB_ENTERPRISE =
            "otpauth://totp/GitHub%20Enterprise:bob?secret=KRSXG5CTMVRXEZLUKN2XAZLT&issuer=GitHub%20Enterprise";

    @TempDir
    private Path home;

    private Desk desk;

    @BeforeEach
    void sitDown() throws IOException {
        desk = Desk.with(home, Desk.PEXIP, Desk.GITHUB, GITHUB_ENTERPRISE, Desk.COUNTER);
    }

    private static JsonNode json(String line) throws IOException {
        return new ObjectMapper().readTree(line);
    }

    @Nested
    class CodeOfAnAccount {
        @Test
        void theNameOfOneMeansThatOneAlone() {
            var code = desk.unlocked("code", "GITHUB");
            assertThat(code.exitCode()).isZero();
            assertThat(code.out().strip()).matches("[0-9]{8}");
        }

        @Test
        void severalThatFitAreListedWithTheWayToMeanOne() {
            var several = desk.unlocked("code", "git");
            assertThat(several.exitCode()).isEqualTo(ExitCode.SEVERAL_FOUND.number());
            assertThat(several.out()).isEmpty();
            assertThat(several.err()).contains("GitHub (ann)", "GitHub Enterprise (bob)", "2 accounts match");
            var group = several.err()
                    .lines()
                    .filter(line -> line.contains("bob"))
                    .findFirst()
                    .orElseThrow()
                    .substring(0, 8);
            assertThat(desk.unlocked("code", group).exitCode()).isZero();
        }

        @Test
        void whatFitsNothingIsNotRepeated() {
            var nothing = desk.unlocked("code", "hunter2");
            assertThat(nothing.exitCode()).isEqualTo(ExitCode.NOTHING_FOUND.number());
            assertThat(nothing.out()).isEmpty();
            assertThat(nothing.err()).contains("no account matches").doesNotContain("hunter2");
        }

        @Test
        void aCopiedCodeIsClearedAfterHalfAMinuteAndNotPrinted() {
            var copied = desk.unlocked("code", "pexip", "--copy");
            assertThat(copied.exitCode()).isZero();
            assertThat(copied.out()).isEmpty();
            assertThat(desk.clipboard.history).containsExactly("copied 287082", "waited 30 s", "cleared");
        }

        @Test
        void withoutAClipboardNobodyIsAskedForThePassphrase() {
            desk.clipboard.there = false;
            var refused = desk.run("code", "pexip", "--copy", "--vault", desk.vault.toString());
            assertThat(refused.exitCode()).isEqualTo(ExitCode.FAILED.number());
            assertThat(refused.err()).contains("there is no clipboard here");
            assertThat(desk.terminal.questions).isEmpty();
        }

        @Test
        void aCounterMovesWithEachCodeAsRfc4226AppendixDHasThem() {
            assertThat(List.of(1, 2, 3))
                    .extracting(_ -> desk.unlocked("code", "bank").out().strip())
                    .containsExactly("755224", "287082", "359152");
        }

        @Test
        void jsonTellsFromWhenUntilWhen() throws IOException {
            var code = json(desk.unlocked("code", "pexip", "--json").out());
            assertThat(code.path("code").asText()).isEqualTo("287082");
            assertThat(code.path("validFrom").asText()).isEqualTo("1970-01-01T00:00:30Z");
            assertThat(code.path("validUntil").asText()).isEqualTo("1970-01-01T00:01:00Z");
            assertThat(code.path("secondsLeft").asInt()).isEqualTo(1);
        }

        @Test
        void watchingPrintsACodeWhenItBeginsAndWaitsForNothingElse() {
            desk.terminal.endInputAfter(2);
            var watched = desk.unlocked("code", "--watch", "pexip");
            assertThat(watched.exitCode()).isZero();
            assertThat(watched.outLines())
                    .containsExactly(
                            "287082  Pexip (ann@example.org)",
                            "359152  Pexip (ann@example.org)",
                            "969429  Pexip (ann@example.org)");
        }

        @Test
        void watchingSleepsUntilACodeEnds() {
            desk.terminal.endInputAfter(2);
            var terminal = desk.terminal;
            desk.unlocked("code", "--watch", "pexip");
            assertThat(terminal.waits)
                    .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofSeconds(30));
        }
    }

    @Nested
    class Listing {
        @Test
        void allAreThereWithoutASecret() {
            var listed = desk.unlocked("list");
            assertThat(listed.outLines())
                    .containsExactlyInAnyOrder(
                            "Pexip (ann@example.org)",
                            "GitHub (ann)  8 digits",
                            "GitHub Enterprise (bob)",
                            "Bank (ann)  counter 0");
            assertThat(desk.unlocked("list", "--json").out()).doesNotContain(Desk.SECRET);
        }

        @Test
        void allWordsMustFitWhateverTheirCase() {
            assertThat(desk.unlocked("list", "ANN", "git").outLines()).containsExactly("GitHub (ann)  8 digits");
        }

        @Test
        void thoseThatDoNotFitAreNoError() {
            assertThat(desk.unlocked("list", "nobody").out()).isEmpty();
        }

        @Test
        void eachLineOfJsonIsOneAccount() throws IOException {
            var lines = desk.unlocked("list", "--json").outLines();
            assertThat(lines).hasSize(4);
            var bank = json(lines.stream()
                    .filter(line -> line.contains("Bank"))
                    .findFirst()
                    .orElseThrow());
            assertThat(bank.path("type").asText()).isEqualTo("hotp");
            assertThat(bank.path("counter").asInt()).isZero();
        }
    }

    @Nested
    class Scanning {
        private static final String NEW = "otpauth://totp/New:ann?secret=MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43U&issuer=New";

        @Test
        void allCodesOfAllPicturesAreAddedOnce() throws IOException {
            var first = desk.picture("new.png", NEW);
            var second = desk.picture("pexip.png", Desk.PEXIP);
            var scanned = desk.unlocked("scan", "--add", first.toString(), second.toString(), first.toString());
            assertThat(scanned.exitCode()).isZero();
            assertThat(scanned.out())
                    .containsOnlyOnce("New (ann), added")
                    .contains("Pexip (ann@example.org), already in the vault");
            assertThat(desk.unlocked("list").outLines()).hasSize(5).contains("New (ann)");
        }

        @Test
        void theScreenIsReadAndTheClipboardToo() {
            desk.screens.add(QrEncoder.image(NEW, 4));
            desk.clipboard.picture = QrEncoder.image(Desk.PEXIP, 4);
            var scanned = desk.run("scan", "--screen", "--clipboard");
            assertThat(scanned.exitCode()).isZero();
            assertThat(scanned.out()).contains("screen 1", "New", "clipboard", "Pexip");
        }

        @Test
        void aRegionOfTheScreensIsReadAlone() {
            desk.screens.add(QrEncoder.image(Desk.PEXIP, 4));
            desk.screens.add(QrEncoder.image(NEW, 4));
            int left = desk.screens.getFirst().getWidth();
            var scanned = desk.run("scan", "--region", "300x300+" + left + "+0");
            assertThat(scanned.exitCode()).isZero();
            assertThat(scanned.out()).contains("screen 2, 300x300", "New").doesNotContain("Pexip");
        }

        @Test
        void aRegionOverTwoScreensIsReadOnBoth() {
            desk.screens.add(QrEncoder.image(Desk.PEXIP, 4));
            desk.screens.add(QrEncoder.image(NEW, 4));
            var scanned = desk.run("scan", "--region", "9000x300-10+0");
            assertThat(scanned.exitCode()).isZero();
            assertThat(scanned.out()).contains("screen 1", "Pexip", "screen 2", "New");
        }

        @Test
        void aRegionBesideEveryScreenIsRefusedWithWhereTheyAre() {
            desk.screens.add(QrEncoder.image(NEW, 4));
            int side = desk.screens.getFirst().getWidth();
            var scanned = desk.run("scan", "--region", "100x100+5000+0");
            assertThat(scanned.exitCode()).isEqualTo(ExitCode.USAGE.number());
            assertThat(scanned.err()).contains("100x100+5000+0 is outside every screen", side + "x" + side + "+0+0");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "100x100", "0x100+0+0", "100x100+0", "axb+c+d", "100x100+0+0+0", "999999x1+0+0"})
        void aRegionOfAnotherFormIsRefused(String region) {
            desk.screens.add(QrEncoder.image(NEW, 4));
            var scanned = desk.run("scan", "--region", region);
            assertThat(scanned.exitCode()).isEqualTo(ExitCode.USAGE.number());
            assertThat(scanned.err()).contains("--region", "400x300+120+80");
        }

        @Test
        void withoutAddingNoVaultIsOpenedAndNoSecretTold() throws IOException {
            var scanned = desk.run("scan", desk.picture("new.png", NEW).toString());
            assertThat(scanned.exitCode()).isZero();
            assertThat(scanned.out() + scanned.err()).contains("New").doesNotContain("MFRGGZDF");
            assertThat(desk.terminal.questions).isEmpty();
        }

        @Test
        void jsonTellsWhatBecameOfEach() throws IOException {
            var scanned = desk.unlocked(
                    "scan", "--add", "--json", desk.picture("new.png", NEW).toString());
            var account =
                    json(scanned.out()).path("codes").path(0).path("accounts").path(0);
            assertThat(account.path("result").asText()).isEqualTo("added");
            assertThat(account.path("issuer").asText()).isEqualTo("New");
        }

        @Test
        void aRepairIsTold() throws IOException {
            var twoIssuers = NEW.replace("totp/New", "totp/Old");
            var scanned = desk.unlocked(
                    "scan", "--add", desk.picture("two.png", twoIssuers).toString());
            assertThat(scanned.exitCode()).isZero();
            assertThat(scanned.out()).contains("New (ann), added").contains("Old");
        }
    }

    @Nested
    class Vaults {
        @Test
        void thePassphraseIsChanged() throws IOException {
            var next = desk.secretFile("next", "a badger in the garden\n");
            var changed = desk.unlocked(
                    "vault", "passphrase", "--new-passphrase-file", next.toString(), "--kdf-memory", "19");
            assertThat(changed.exitCode()).isZero();
            assertThat(desk.unlocked("list").exitCode()).isEqualTo(ExitCode.NOT_UNLOCKED.number());
            var opened = desk.run("list", "--vault", desk.vault.toString(), "--passphrase-file", next.toString());
            assertThat(opened.outLines()).hasSize(4);
        }

        @Test
        void aVaultThatIsThereIsNotOverwritten() {
            var before = desk.vaultBytes();
            var refused = desk.unlocked("vault", "create");
            assertThat(refused.exitCode()).isEqualTo(ExitCode.VAULT_UNUSABLE.number());
            assertThat(refused.err()).contains("there is already a file at", "it was left as it is");
            assertThat(desk.vaultBytes()).isEqualTo(before);
        }

        @Test
        void verifyingTellsWhatIsInIt() throws IOException {
            var verified = json(desk.unlocked("vault", "verify", "--json").out());
            assertThat(verified.path("sound").asBoolean()).isTrue();
            assertThat(verified.path("listed").asInt()).isEqualTo(4);
        }
    }

    @Test
    void anAccountIsAddedByItsBareSecretAndAName() {
        var bare = Base32.encode("a secret of 20 bytes".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        desk.terminal.pipe(bare);
        assertThat(desk.unlocked("add", "-", "--issuer", "Shop", "--account", "ann")
                        .out()
                        .strip())
                .isEqualTo("added: Shop (ann)");
    }
}
