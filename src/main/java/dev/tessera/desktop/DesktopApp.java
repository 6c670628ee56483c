package dev.tessera.desktop;

import dev.tessera.crypto.Argon2id;
import dev.tessera.desktop.autostart.Autostart;
import dev.tessera.desktop.clock.Timing;
import dev.tessera.desktop.control.Later;
import dev.tessera.desktop.control.Messages;
import dev.tessera.desktop.control.Threads;
import dev.tessera.desktop.instance.Call;
import dev.tessera.desktop.instance.WindowClaim;
import dev.tessera.desktop.settings.Setting;
import dev.tessera.desktop.settings.Settings;
import dev.tessera.keyring.Keyring;
import dev.tessera.presence.Presence;
import dev.tessera.scan.ScreenCapture;
import dev.tessera.scan.camera.Cameras;
import dev.tessera.socket.SocketFolder;
import dev.tessera.vault.file.KdfCost;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/// The desktop app: starts the toolkit, shows one window, and returns when it is closed. Where the vault has a window
/// already, that one comes to the front instead.
public final class DesktopApp {
    private static final Duration BEHIND_THE_FIRST_PICTURE = Duration.ofMillis(300);
    private static final int SECONDS_TO_END = 5;
    private static final double MARGIN = 24;
    private static final List<Integer> ICON_SIZES = List.of(16, 32, 48, 64, 128, 256);

    private final Path vaultFile;
    private final List<String> links;
    private final Beginning beginning;
    private final ExecutorService work = Executors.newSingleThreadExecutor(thread("tessera-work"));
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(thread("tessera-later"));
    private final CompletableFuture<TesseraWindow> opened = new CompletableFuture<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<Optional<AwayLock>> away = new AtomicReference<>(Optional.empty());

    private DesktopApp(Path vaultFile, List<String> links, Beginning beginning) {
        this.vaultFile = vaultFile;
        this.links = links;
        this.beginning = beginning;
    }

    private enum Beginning {
        SHOWN,
        AT_THE_RIGHT,
        HIDDEN
    }

    /// Opens the window and waits until it is closed. Where this vault has a window in another process, that one comes
    /// to the front and takes the links, and no toolkit is started.
    ///
    /// @param vaultFile the vault; where there is no such file, the window offers to create it
    /// @param links accounts to preview once the vault is open, mostly none
    /// @param hidden whether the window is left to its icon in the tray, or minimised where there is none
    /// @throws NoDesktopException if there is no display, or the system lacks a library
    public static void run(Path vaultFile, List<String> links, boolean hidden) throws NoDesktopException {
        var app = new DesktopApp(vaultFile, links, hidden ? Beginning.HIDDEN : Beginning.SHOWN);
        var claim = WindowClaim.ofThisMachine(vaultFile, new Call(links, !hidden), app::take);
        if (claim.isPresent()) {
            app.run(claim);
        }
    }

    /// The same at the right edge of the screen, to leave room for a browser beside it, and whatever else is open.
    ///
    /// @throws NoDesktopException if there is no display, or the system lacks a library
    public static void runAtTheRight(Path vaultFile) throws NoDesktopException {
        new DesktopApp(vaultFile, List.of(), Beginning.AT_THE_RIGHT).run(Optional.empty());
    }

    private void run(Optional<WindowClaim> claim) throws NoDesktopException {
        work.execute(DesktopApp::prepare);
        try {
            FxToolkit.start();
            show(claim);
        } finally {
            claim.ifPresent(WindowClaim::close);
        }
    }

    /// What the window needs and no toolkit, done while that one starts: the texts; and a logger, as JavaFX asks for
    /// one: for the first, Java looks into every jar.
    private static void prepare() {
        Messages.language();
        System.getLogger(DesktopApp.class.getName());
    }

    private void show(Optional<WindowClaim> claim) {
        try {
            Platform.runLater(() -> open(claim));
            closed.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            claim.ifPresent(WindowClaim::close); // first of all: from now on a start opens its own window
            end();
        }
    }

    /// A call of a later start, perhaps before the window is there.
    private boolean take(Call call) {
        if (closed.getCount() == 0) {
            return false; // too late: the caller opens a window of its own
        }
        var _ = opened.thenAcceptAsync(
                window -> {
                    if (call.toFront()) {
                        window.comeToFront();
                    }
                    window.offer(call.links());
                },
                Platform::runLater);
        return true;
    }

    private void open(Optional<WindowClaim> claim) {
        Platform.setImplicitExit(false);
        var stage = new Stage();
        var threads = new Threads(work, Platform::runLater, Later.on(later));
        var setup = setup(stage, threads);
        var window = new TesseraWindow(stage, setup);
        Runnable quit = () -> {
            window.lock(); // while there is a thread that can do it
            closed.countDown();
        };
        stage.getScene().getAccelerators().put(new KeyCodeCombination(KeyCode.Q, KeyCombination.SHORTCUT_DOWN), quit);
        var tray = new WindowTray(window, threads, quit);
        var trayWanted = setup.outside().settings().of(Setting.TRAY);
        stage.addEventFilter(WindowEvent.WINDOW_CLOSE_REQUEST, event -> {
            if (tray.isOn()) {
                event.consume();
                stage.hide();
            }
        });
        stage.addEventHandler(WindowEvent.WINDOW_CLOSE_REQUEST, _ -> quit.run());
        claim.ifPresent(ours -> window.onChange(() -> follow(ours, window.vaultFile())));
        var sockets = SocketFolder.of(System.getenv(), System.getProperty("tessera.state"));
        window.onChange(
                new WindowAgent(window, threads, setup.outside().timing().codes(), sockets)::follow);
        window.onChange(new MemoryAtRest(threads.later(), window::isLocked)::look);
        begin(stage, window, tray, trayWanted);
        // The first picture of the window comes first.
        threads.later()
                .after(
                        stage.isShowing() ? BEHIND_THE_FIRST_PICTURE : Duration.ZERO,
                        () -> Platform.runLater(() -> {
                            stage.getIcons().setAll(icons());
                            lockWhenAway(window);
                        }));
        window.offer(links);
        opened.complete(window);
    }

    private DesktopSetup setup(Stage stage, Threads threads) {
        var outside = new DesktopSetup.Outside(
                ScreenCapture::captureAll,
                new SystemFilePicker(stage),
                new SystemPasteboard(),
                Cameras.ofThisComputer(),
                Keyring.ofThisDesktop(),
                Settings.ofThisComputer(work, Platform::runLater),
                Autostart.ofThisMachine(vaultFile),
                Timing.ofThisComputer());
        return new DesktopSetup(vaultFile, InstantSource.system(), newVaultCost(), threads, outside);
    }

    /// Claims the vault that the window shows now, if it is another one.
    private void follow(WindowClaim claim, Path shown) {
        work.execute(() -> claim.moveTo(shown));
    }

    private void begin(Stage stage, TesseraWindow window, WindowTray tray, ObjectProperty<Boolean> trayWanted) {
        boolean hidden = beginning == Beginning.HIDDEN;
        if (trayWanted.get()) {
            tray.switchOn(on -> {
                if (hidden && !on && !stage.isShowing()) {
                    window.showMinimised();
                }
            });
        } else if (hidden) {
            window.showMinimised();
        }
        trayWanted.subscribe((_, wanted) -> {
            if (wanted) {
                // A desktop without a tray: the choice goes back, for all to see.
                tray.switchOn(on -> trayWanted.set(on));
            } else {
                tray.switchOff();
            }
        });
        if (!hidden) {
            window.show();
        }
        if (beginning == Beginning.AT_THE_RIGHT) {
            var screen = Screen.getPrimary().getVisualBounds();
            stage.setX(Math.max(screen.getMinX(), screen.getMaxX() - stage.getWidth() - MARGIN));
        }
    }

    private void lockWhenAway(TesseraWindow window) {
        var awayLock = new AwayLock(
                window,
                Presence.ofThisDesktop(),
                task -> thread("tessera-presence").newThread(task).start(),
                Platform::runLater);
        away.set(Optional.of(awayLock));
        awayLock.start();
    }

    private static List<Image> icons() {
        return ICON_SIZES.stream()
                .map(size -> DesktopApp.class.getResource("/dev/tessera/desktop/icons/tessera-" + size + ".png"))
                .map(icon -> new Image(Objects.requireNonNull(icon, "the icon is part of the product")
                        .toExternalForm()))
                .toList();
    }

    /// Measured while the person thinks of a passphrase, if a vault is to be created.
    private Supplier<Argon2id> newVaultCost() {
        if (Files.exists(vaultFile)) {
            return () -> KdfCost.calibrate(InstantSource.system());
        }
        return CompletableFuture.supplyAsync(() -> KdfCost.calibrate(InstantSource.system()))::join;
    }

    private void end() {
        away.get().ifPresent(AwayLock::close);
        later.shutdownNow();
        Platform.exit();
        work.shutdown();
        try {
            var _ = work.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static java.util.concurrent.ThreadFactory thread(String name) {
        return Thread.ofPlatform().name(name).daemon().factory();
    }
}
