package dev.tessera.desktop;

import static org.testfx.util.WaitForAsyncUtils.waitFor;
import static org.testfx.util.WaitForAsyncUtils.waitForAsyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.tessera.clock.CodeClock;
import dev.tessera.clock.FakeComputer;
import dev.tessera.clock.TimeServer;
import dev.tessera.crypto.Passphrase;
import dev.tessera.desktop.autostart.Autostart;
import dev.tessera.desktop.clock.Timing;
import dev.tessera.desktop.control.Language;
import dev.tessera.desktop.control.Threads;
import dev.tessera.desktop.settings.Setting;
import dev.tessera.desktop.settings.Settings;
import dev.tessera.keyring.Keyring;
import dev.tessera.otp.Account;
import dev.tessera.scan.ScreenPicture;
import dev.tessera.scan.camera.Cameras;
import dev.tessera.scan.camera.FilmDriver;
import dev.tessera.session.VaultSession;
import dev.tessera.vault.Entry;
import dev.tessera.vault.Vault;
import dev.tessera.vault.file.KdfCost;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.stage.Stage;

/// A whole window over a vault of its own, with a clock, screens, files and a clipboard that the test sets.
public final class WindowFixture implements AutoCloseable {
    public static final String PASSPHRASE = "correct horse battery staple";

    /// 22 seconds before the end of a time step.
    public static final Instant NOW = Instant.parse("2026-11-25T12:00:08Z");

    public final FakeTime time = new FakeTime(NOW);
    public final FakePasteboard pasteboard = new FakePasteboard();
    public final List<BufferedImage> screens = new ArrayList<>();
    public Optional<Autostart> autostart = Optional.empty();
    public final Settings settings = Settings.untilClosed();
    public final FilmDriver cameras = new FilmDriver();
    public final List<Path> pictures = new ArrayList<>();
    public final List<Path> exports = new ArrayList<>();
    public Optional<Path> newFile = Optional.empty();
    public Optional<Path> otherVault = Optional.empty();
    public Optional<Keyring> keyring = Optional.empty();

    /// Run at the moment of a capture, on the work thread.
    public Runnable onCapture = () -> {};

    /// Who is asked for the right time; nobody unless the test says so.
    public final List<TimeServer> timeServers = new ArrayList<>();

    public final FakeComputer computer = new FakeComputer();

    /// The time by which codes are made.
    public final CodeClock codeClock;

    public final Path folder;
    public final Path vaultFile;

    private final StyleComplaints styleComplaints = new StyleComplaints();
    private final ExecutorService work = Executors.newSingleThreadExecutor();
    private Optional<TesseraWindow> window = Optional.empty();

    /// In English, whatever the machine speaks.
    public WindowFixture() {
        this(Language.ENGLISH);
    }

    public WindowFixture(Language language) {
        settings.of(Setting.LANGUAGE).set(Optional.of(language));
        try {
            folder = Files.createTempDirectory("tessera-window");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        vaultFile = folder.resolve("personal.tessera");
        codeClock = computer.codeClock(folder.resolve("config"), time);
    }

    /// Writes the vault before the window opens.
    public void createVault(List<Account> accounts) {
        createVault(accounts, vault -> vault);
    }

    /// The same, with something done to it.
    public void createVault(List<Account> accounts, UnaryOperator<Vault> change) {
        try (var passphrase = Passphrase.copyOf(PASSPHRASE.toCharArray());
                var session = VaultSession.create(vaultFile, passphrase, KdfCost.LEAST, time)) {
            var entries =
                    accounts.stream().map(account -> Entry.create(account, NOW)).toList();
            session.edit(vault -> {
                var filled = vault;
                for (var entry : entries) {
                    filled = filled.with(entry);
                }
                return change.apply(filled);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Those of the window.
    Threads threads() {
        return new Threads(work, Platform::runLater, time);
    }

    /// Opens the window in `stage`; on the toolkit's thread.
    public TesseraWindow open(Stage stage) {
        var threads = threads();
        var outside = new DesktopSetup.Outside(
                this::capture,
                files(),
                pasteboard,
                Cameras.of(cameras),
                keyring,
                settings,
                autostart,
                new Timing(codeClock, timeServers));
        var opened = new TesseraWindow(stage, new DesktopSetup(vaultFile, time, () -> KdfCost.LEAST, threads, outside));
        window = Optional.of(opened);
        opened.show();
        return opened;
    }

    private FakeFiles files() {
        var files = new FakeFiles();
        files.vault = () -> otherVault;
        files.pictures = () -> List.copyOf(pictures);
        files.exports = () -> List.copyOf(exports);
        files.newFile = () -> newFile;
        return files;
    }

    private List<ScreenPicture> capture() {
        onCapture.run();
        return screens.stream().map(picture -> new ScreenPicture(picture, 0, 0)).toList();
    }

    public TesseraWindow window() {
        return window.orElseThrow();
    }

    /// Types the passphrase into the field as a paste would, and unlocks.
    public void unlock() {
        onFx(() -> {
            ((dev.tessera.desktop.control.PassphraseField) node("#passphrase")).type(PASSPHRASE.toCharArray());
            ((Button) node("#unlock")).fire();
        });
        await(() -> !window().isLocked());
    }

    /// The node in the window, which must be there.
    public Node node(String selector) {
        return Objects.requireNonNull(window().scene().lookup(selector), selector);
    }

    /// The node in the window, if it is there.
    public Optional<Node> find(String selector) {
        return Optional.ofNullable(window().scene().lookup(selector));
    }

    /// Whether the node is there and shown.
    public boolean isThere(String selector) {
        return find(selector).filter(Node::isVisible).isPresent();
    }

    /// Presses a button as soon as it can be pressed; behind a sheet may be another one of the same name.
    public void press(String selector) {
        await(() -> pressable(selector).isPresent());
        onFx(() -> pressable(selector).orElseThrow().fire());
    }

    private Optional<Button> pressable(String selector) {
        return window().scene().getRoot().lookupAll(selector).stream()
                .filter(node -> !node.isDisabled())
                .map(Button.class::cast)
                .findFirst();
    }

    /// Moves the clock on; the window has followed when this returns.
    public void pass(Duration duration) {
        for (long i = 0; i < duration.toSeconds(); i++) {
            time.pass(Duration.ofSeconds(1));
            waitForAsyncFx(10_000, this::layOut);
        }
        settle();
    }

    /// Runs `task` on the toolkit's thread and waits for it.
    public void onFx(Runnable task) {
        waitForAsyncFx(10_000, task);
        settle();
    }

    /// Waits until both threads have nothing to do.
    public void settle() {
        for (int i = 0; i < 2; i++) {
            try {
                work.submit(() -> {}).get(20, TimeUnit.SECONDS);
            } catch (InterruptedException | java.util.concurrent.ExecutionException | TimeoutException e) {
                throw new AssertionError("the work thread hangs", e);
            }
            waitForFxEvents();
            waitForAsyncFx(10_000, this::layOut);
        }
    }

    /// As the next frame would, which may be long in coming on a busy machine.
    private void layOut() {
        // A window that is hidden has no styles.
        window.map(TesseraWindow::scene)
                .filter(scene -> scene.getWindow().isShowing())
                .ifPresent(scene -> {
                    scene.getRoot().applyCss();
                    scene.getRoot().layout();
                });
    }

    public void await(Callable<Boolean> condition) {
        try {
            waitFor(20, TimeUnit.SECONDS, condition);
        } catch (TimeoutException e) {
            throw new AssertionError("did not happen within 20 s", e);
        }
        settle();
    }

    /// What the window speaks.
    public Language language() {
        return settings.of(Setting.LANGUAGE).get().orElseThrow();
    }

    /// `name` with the language.
    String named(String name) {
        return language() == Language.ENGLISH ? name : name + "-" + language().tag();
    }

    /// Pictures the window as it is; with `-Dtessera.gallery=all` twice as large, too.
    public void picture(String name) {
        var full = named(name);
        onFx(() -> Gallery.picture(window().scene(), full));
        if (Gallery.isTwiceAsLarge() && settings.of(Setting.SIZE).get() == 100) {
            var stage = window().scene().getWindow();
            double width = stage.getWidth();
            double height = stage.getHeight();
            onFx(() -> settings.of(Setting.SIZE).set(200));
            onFx(() -> Gallery.picture(window().scene(), full + "-200"));
            onFx(() -> settings.of(Setting.SIZE).set(100));
            // Twice as large it may have been cut to the screen.
            onFx(() -> {
                stage.setWidth(width);
                stage.setHeight(height);
            });
        }
    }

    @Override
    public void close() {
        onFx(() -> {
            window().lock();
            window().scene().getWindow().hide();
        });
        work.shutdown();
        remove(folder);
        styleComplaints.assertNone();
    }

    private static void remove(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
