package dev.tessera.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.demo.DemoOptions;
import dev.tessera.demo.DemoServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/// The main job on a real screen: Chromium shows the QR code, the packaged program reads it off that screen.
class CommandLineJourney {
    private static final String PASSWORD = "lantern over a quiet harbour";

    @TempDir
    private Path temp;

    private Program tessera;

    @BeforeEach
    void needs() throws Exception {
        Needs.display();
        Needs.chromium();
        Needs.packagedFolder();
        var passphrase = Files.writeString(temp.resolve("passphrase"), "a passphrase for the journey\n");
        tessera = new Program(temp.resolve("vault.tessera"), passphrase);
    }

    @Test
    void aPersonEnrolsFromTheScreenAndLogsInWithAFreshCode() throws Exception {
        assertThat(tessera.run("vault", "create"))
                .extracting(Program.Result::status)
                .isEqualTo(0);
        try (var demo = DemoServer.start(DemoOptions.standard());
                var page = new LoginPage(temp.resolve("profile"))) {
            var enrolment = new Enrolment(demo, page);
            enrolment.upToTheQrCode(PASSWORD);

            var scan = tessera.run("scan", "--screen", "--add");
            assertThat(scan.status()).as(scan.err()).isZero();

            String used = code();
            enrolment.verify(used);
            enrolment.logIn(PASSWORD);
            enrolment.typeCode(used);
            assertThat(page.text()).as("the used code is refused").contains("used");

            enrolment.typeCode(codeAfter(used));
            assertThat(page.waitFor(By.id("factor")).getText()).isEqualTo("Set up");
        }
    }

    private String code() throws Exception {
        var result = tessera.run("code", "pexip");
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out()).matches("[0-9]{6}");
        return result.out();
    }

    /// Asks until the code has changed, which is when the next time step begins.
    private String codeAfter(String used) throws Exception {
        var end = Instant.now().plus(Duration.ofSeconds(45));
        while (Instant.now().isBefore(end)) {
            String code = code();
            if (!code.equals(used)) {
                return code;
            }
        }
        throw new AssertionError("the code has not changed for 45 seconds");
    }
}
