package dev.tessera.cli;

import dev.tessera.clock.CodeClock;
import dev.tessera.crypto.Passphrase;
import dev.tessera.otpauth.OtpauthException;
import dev.tessera.otpauth.OtpauthUri;
import dev.tessera.scan.QrEncoder;
import dev.tessera.scan.ScreenPicture;
import dev.tessera.scan.camera.Cameras;
import dev.tessera.scan.camera.FilmDriver;
import dev.tessera.session.VaultSession;
import dev.tessera.vault.SetAside;
import dev.tessera.vault.Unknown;
import dev.tessera.vault.file.KdfCost;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/// A person's desk for a test: a home folder with a real vault, a clock that stands still, streams in memory.
final class Desk {
    static final String PASSPHRASE = "an owl in the attic";

    /// The secret of RFC 6238 appendix B, of RFC 4226 appendix D too.
    static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    static final String PEXIP = "otpauth://totp/Pexip:ann@example.org?secret=" + SECRET + "&issuer=Pexip";
    static final String GITHUB = "otpauth://totp/GitHub:ann?secret=KRSXG5CTMVRXEZLUKN2XAZLS&issuer=GitHub&digits=8";
    static final String COUNTER = "otpauth://hotp/Bank:ann?secret=" + SECRET + "&issuer=Bank&counter=0";

    /// RFC 6238 appendix B: at 59 s the code of SHA1 is 94287082, of which six digits are 287082.
    static final Instant NOW = Instant.ofEpochSecond(59);

    final FakeClock clock = new FakeClock(NOW);
    CodeClock codeClock = CodeClock.plain(clock);
    final FakeClipboard clipboard = new FakeClipboard();
    final List<BufferedImage> screens = new ArrayList<>();
    final FilmDriver cameras = new FilmDriver();
    final List<Object> launched = new ArrayList<>();
    final Path home;
    final Path vault;
    final Path passphraseFile;
    final Map<String, String> environment = new HashMap<>();
    boolean unanswered;
    FakeTerminal terminal = new FakeTerminal(clock);

    private Desk(Path home) throws IOException {
        this.home = home;
        vault = home.resolve("my.tessera");
        environment.put("TESSERA_VAULT", vault.toString());
        passphraseFile = secretFile("passphrase", PASSPHRASE + "\n");
    }

    /// Without a vault.
    static Desk empty(Path home) throws IOException {
        return new Desk(home);
    }

    /// With a vault that holds these accounts.
    static Desk with(Path home, String... uris) throws IOException {
        var desk = new Desk(home);
        try (var passphrase = Passphrase.copyOf(PASSPHRASE.toCharArray());
                var session = VaultSession.create(desk.vault, passphrase, KdfCost.LEAST, desk.clock)) {
            for (var uri : uris) {
                session.add(OtpauthUri.parse(uri).account());
            }
        } catch (OtpauthException e) {
            throw new AssertionError("the tests' own links are right", e);
        }
        return desk;
    }

    /// With one more entry, of a kind that this release does not know.
    void addSetAside() throws IOException {
        var later = "{\"id\":\"0b7e1d3c-6c8f-4f3a-9a56-0c1d2e3f4a5b\",\"account\":{\"type\":\"later\"}}";
        try (var passphrase = Passphrase.copyOf(PASSPHRASE.toCharArray());
                var session = VaultSession.unlock(vault, passphrase, clock)) {
            session.edit(content -> content.withUnknown(new Unknown(
                    List.of(SetAside.copyOf(later.getBytes(StandardCharsets.UTF_8), "")),
                    content.unknown().fields())));
        }
    }

    /// Runs a command on the vault of the desk.
    Ended unlocked(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--vault", vault.toString(), "--passphrase-file", passphraseFile.toString()));
        return run(all.toArray(String[]::new));
    }

    Ended run(String... arguments) {
        int exitCode = Program.run(arguments, surroundings());
        var ended = new Ended(exitCode, terminal.outText(), terminal.errText());
        terminal = new FakeTerminal(clock);
        return ended;
    }

    private Surroundings surroundings() {
        var launchers = new Launchers(
                request -> {
                    launched.add(request);
                    return 0;
                },
                vault -> {
                    launched.add(vault);
                    return 0;
                },
                (request, _) -> {
                    launched.add(request);
                    return 0;
                },
                (pictures, _) -> {
                    launched.add(pictures);
                    return 0;
                });
        var machine = new Machine(environment, home, "Linux", unanswered);
        return new Surroundings(
                terminal,
                codeClock,
                machine,
                launchers,
                new Devices(this::capture, clipboard, Cameras.of(cameras)::find));
    }

    /// The screens side by side.
    private List<ScreenPicture> capture() {
        var captured = new ArrayList<ScreenPicture>();
        int left = 0;
        for (var screen : screens) {
            captured.add(new ScreenPicture(screen, left, 0));
            left += screen.getWidth();
        }
        return captured;
    }

    /// A file that others cannot read.
    Path secretFile(String name, String content) throws IOException {
        var file = home.resolve(name);
        Files.writeString(file, content);
        file.toFile().setReadable(false, false);
        file.toFile().setReadable(true, true);
        return file;
    }

    /// A picture file with the QR code of a text.
    Path picture(String name, String text) throws IOException {
        return picture(name, QrEncoder.image(text, 4));
    }

    Path picture(String name, BufferedImage image) throws IOException {
        var file = home.resolve(name);
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    byte[] vaultBytes() {
        try {
            return Files.readAllBytes(vault);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How a command ended.
    record Ended(int exitCode, String out, String err) {
        /// What a process said until it ended.
        static Ended of(Process process) throws IOException, InterruptedException {
            var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), out, err);
        }

        List<String> outLines() {
            return out.lines().toList();
        }
    }
}
