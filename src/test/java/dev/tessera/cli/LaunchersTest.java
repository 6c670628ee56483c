package dev.tessera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What the window, the demo and the trial are told by the command line.
class LaunchersTest extends AtADesk {
    @Test
    void theWindowOpensOnTheVaultThatIsNamed() {
        assertThat(desk.run("--vault", desk.vault.toString()).exitCode()).isZero();
        assertThat(desk.launched).containsExactly(new Launchers.WindowRequest(desk.vault, List.of(), false));
    }

    @Test
    void theWindowIsHandedTheLinks() {
        var export = "OTPAUTH-migration://offline?data=CgA%3D";
        assertThat(desk.run(Desk.PEXIP, export).exitCode()).isZero();
        assertThat(desk.run("--vault", desk.vault.toString(), Desk.GITHUB).exitCode())
                .isZero();
        assertThat(desk.launched)
                .containsExactly(
                        new Launchers.WindowRequest(desk.vault, List.of(Desk.PEXIP, export), false),
                        new Launchers.WindowRequest(desk.vault, List.of(Desk.GITHUB), false));
        assertThat(desk.launched.toString()).doesNotContain(Desk.SECRET);
    }

    @Test
    void theWindowOpensOnAVaultThatADesktopHandsOver() throws IOException {
        var file = Files.writeString(desk.home.resolve("my vault.TESSERA"), "any");
        assertThat(desk.run(file.toString()).exitCode()).isZero();
        assertThat(desk.run(file.toUri().toString(), Desk.PEXIP).exitCode()).isZero();
        assertThat(desk.launched)
                .containsExactly(
                        new Launchers.WindowRequest(file, List.of(), false),
                        new Launchers.WindowRequest(file, List.of(Desk.PEXIP), false));
    }

    @Test
    void aVaultThatIsNotThereIsNotMadeByAMistake() {
        var ended = desk.run(desk.home.resolve("mistyped.tessera").toString());
        assertThat(ended.exitCode()).isEqualTo(ExitCode.VAULT_UNUSABLE.number());
        assertThat(ended.err()).contains("there is no vault at", "mistyped.tessera", "--vault FILE");
        assertThat(desk.run("file:mistyped.tessera").err()).contains("there is no vault at");
        assertThat(desk.launched).isEmpty();
    }

    @Test
    void aWindowHasOneVault() throws IOException {
        var file = Files.writeString(desk.home.resolve("one.tessera"), "any").toString();
        for (var wrong : List.of(new String[] {file, file}, new String[] {"--vault", "other", file})) {
            var ended = desk.run(wrong);
            assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE.number());
            assertThat(ended.err()).contains("several vaults are given");
        }
        assertThat(desk.run(file, "list").exitCode()).isEqualTo(ExitCode.USAGE.number());
        assertThat(desk.launched).isEmpty();
    }

    @Test
    void theWindowMayBeginHidden() {
        assertThat(desk.run("--hidden").exitCode()).isZero();
        assertThat(desk.launched).containsExactly(new Launchers.WindowRequest(desk.vault, List.of(), true));
    }

    @Test
    void theTrialIsToldWhereItsPicturesGo() {
        assertThat(desk.run("try", "--pictures", "walk").exitCode()).isZero();
        assertThat(desk.launched).containsExactly(Optional.of(Path.of("walk")));
    }

    @Test
    void theDemoIsToldWhatWasAsked() {
        assertThat(desk.run("demo", "--port", "8080", "--issuer", "Acme").exitCode())
                .isZero();
        assertThat(desk.launched)
                .containsExactly(new Launchers.DemoRequest(
                        8080,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("Acme"),
                        Launchers.DemoReach.none(),
                        Launchers.DemoManner.TELL));
    }

    @Test
    void theDemoIsToldHowOthersReachIt() {
        assertThat(desk.run(
                                "demo",
                                "--listen",
                                "0.0.0.0",
                                "--host",
                                "login.example.org",
                                "--tls-keystore",
                                "k.p12",
                                "--tls-password-file",
                                "k.txt",
                                "--smtp",
                                "mail.example.org:25",
                                "--port",
                                "8443",
                                "--share-port",
                                "--data",
                                "folder",
                                "--database",
                                "jdbc:postgresql://db.example.org/login",
                                "--database-password-file",
                                "db.txt",
                                "--json")
                        .exitCode())
                .isZero();
        var reach = new Launchers.DemoReach(
                Optional.of("0.0.0.0"),
                List.of("login.example.org"),
                Optional.of(Path.of("k.p12")),
                Optional.of(Path.of("k.txt")),
                Optional.of("mail.example.org:25"),
                true);
        assertThat(desk.launched)
                .containsExactly(new Launchers.DemoRequest(
                        8443,
                        Optional.of(Path.of("folder")),
                        Optional.of(new Launchers.DemoDatabase(
                                "jdbc:postgresql://db.example.org/login", Optional.of(Path.of("db.txt")))),
                        Optional.empty(),
                        reach,
                        Launchers.DemoManner.TELL_JSON));
    }

    @Test
    void theDemosOptionsThatDoNotFitAreNamed() {
        for (var arguments : List.of(
                List.of("demo", "--tls-keystore", "k.p12"),
                List.of("demo", "--smtp", "mail"),
                List.of("demo", "--share-port"),
                List.of("demo", "--database", "jdbc:postgresql://127.0.0.1/login"),
                List.of("demo", "--data", "folder", "--database", "jdbc:h2:mem:login"),
                List.of("demo", "--database-password-file", "db.txt"),
                List.of("demo", "--headless-walk", "--port", "8080"),
                List.of("demo", "--headless-walk", "--json"))) {
            assertThat(desk.run(arguments.toArray(String[]::new)).exitCode())
                    .as(arguments.toString())
                    .isEqualTo(2);
        }
        assertThat(desk.launched).isEmpty();
    }

    @Test
    void theDemoWalksByItself() {
        assertThat(desk.run("demo", "--headless-walk").exitCode()).isZero();
        assertThat(desk.launched)
                .containsExactly(new Launchers.DemoRequest(
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Launchers.DemoReach.none(),
                        Launchers.DemoManner.WALK));
    }
}
