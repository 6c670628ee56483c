package dev.tessera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tessera.desktop.Accounts;
import dev.tessera.otpauth.MigrationPayload;
import dev.tessera.scan.camera.FilmDriver;
import dev.tessera.scan.camera.Films;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `tessera scan --camera`, before films.
class CameraCommandTest {
    @TempDir
    private Path home;

    private final List<FilmDriver.Device> pluggedIn = new ArrayList<>();
    private Desk desk;

    @BeforeEach
    void sitDown() throws IOException {
        desk = Desk.with(home);
    }

    @AfterEach
    void theLightIsOff() throws InterruptedException {
        for (var device : pluggedIn) {
            long end = System.nanoTime() + 10_000_000_000L;
            while (device.isOn()) {
                assertThat(System.nanoTime()).as("the camera stays on").isLessThan(end);
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void anAccountHeldBeforeTheCameraIsAdded() {
        plugIn("Front Camera", Films.shaking(Desk.PEXIP));
        var added = desk.unlocked("scan", "--camera", "--add");
        assertThat(added.err())
                .contains("looking through Front Camera for 60 seconds; hold the QR code in front of it");
        assertThat(added.exitCode()).isZero();
        assertThat(added.outLines())
                .containsExactly("camera Front Camera", "  account: Pexip (ann@example.org), added");
        assertThat(desk.unlocked("list").out()).contains("Pexip");
    }

    @Test
    void theCameraIsChosenByItsName() {
        plugIn("Front Camera", Films.wall());
        plugIn("Rear Camera", Films.still(Desk.GITHUB));
        assertThat(desk.run("scan", "--camera=rear").outLines())
                .containsExactly("camera Rear Camera", "  account: GitHub (ann)");
        var none = desk.run("scan", "--camera", "phone");
        assertThat(none.exitCode()).isEqualTo(ExitCode.FAILED.number());
        assertThat(none.err()).contains("no camera has that name", "available: Front Camera, Rear Camera");
    }

    @Test
    void allPartsOfAnExportAreGathered() {
        var accounts = IntStream.range(0, 12)
                .mapToObj(i -> Accounts.varied("Site " + i, "ann", i))
                .toList();
        var parts = MigrationPayload.format(accounts, 7);
        assertThat(parts).hasSize(2);
        plugIn("Front Camera", onceSaid("1 of 2 parts", Films.still(parts.get(0)), Films.still(parts.get(1))));
        var scanned = desk.run("scan", "--camera");
        assertThat(scanned.exitCode()).isZero();
        assertThat(scanned.err()).contains("1 of " + parts.size() + " parts; show the next one");
        assertThat(scanned.out()).contains("Site 0 (ann)", "Site 11 (ann)");
    }

    @Test
    void aCodeThatIsNoAccountIsNamedAndTheLookGoesOn() throws IOException {
        plugIn(
                "Front Camera",
                onceSaid("but not an account", Films.still("https://example.org"), Films.still(Desk.PEXIP)));
        var scanned = desk.run("scan", "--camera", "--json");
        assertThat(scanned.err()).contains("a QR code, but not an account: ");
        var codes = new ObjectMapper().readTree(scanned.out()).path("codes");
        assertThat(codes.findValuesAsText("is")).containsExactly("other", "account");
    }

    @Test
    void rawEndsAtAnyCode() {
        plugIn("Front Camera", Films.still("https://example.org"));
        assertThat(desk.run("scan", "--camera", "--raw").outLines()).containsExactly("https://example.org");
    }

    @Test
    void whereNothingIsSeenThatIsSaidInTime() {
        plugIn("Front Camera", Films.wall());
        var nothing = desk.run("scan", "--camera", "--timeout", "1");
        assertThat(nothing.exitCode()).isEqualTo(ExitCode.NOTHING_FOUND.number());
        assertThat(nothing.err()).contains("no QR code was found");
    }

    @Test
    void withoutACameraThePhoneIsTheNextStep() {
        var none = desk.run("scan", "--camera");
        assertThat(none.exitCode()).isEqualTo(ExitCode.NOTHING_FOUND.number());
        assertThat(none.err()).contains("error: no camera was found", "hint: plug one in, or use a phone as one");
    }

    @Test
    void aCameraInUseIsNamedSo() {
        plugIn("Front Camera", Films.wall()).takenByAnother(true);
        var busy = desk.run("scan", "--camera");
        assertThat(busy.exitCode()).isEqualTo(ExitCode.FAILED.number());
        assertThat(busy.err()).contains("in use by another program", "end the video call");
    }

    @Test
    void aTimeThatMakesNoSenseIsRefused() {
        assertThat(desk.run("scan", "--camera", "--timeout", "0").exitCode()).isEqualTo(ExitCode.USAGE.number());
    }

    /// As a person does who reads what the command says: the first film until then, the second from then on.
    private IntFunction<BufferedImage> onceSaid(
            String words, IntFunction<BufferedImage> before, IntFunction<BufferedImage> after) {
        var terminal = desk.terminal;
        return number -> (terminal.errText().contains(words) ? after : before).apply(number);
    }

    private FilmDriver.Device plugIn(String name, IntFunction<BufferedImage> film) {
        var device = desk.cameras.plugIn(name, film);
        pluggedIn.add(device);
        return device;
    }
}
