package dev.tessera.desktop;

import dev.tessera.crypto.Argon2id;
import dev.tessera.desktop.control.Later;
import dev.tessera.desktop.control.Threads;
import dev.tessera.desktop.settings.Settings;
import dev.tessera.keyring.Keyring;
import dev.tessera.presence.Presence;
import dev.tessera.scan.ScreenCapture;
import dev.tessera.scan.camera.Cameras;
import dev.tessera.vault.file.KdfCost;
import java.nio.file.Files;
import java.nio.file.Path;
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
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/// The desktop app: starts the toolkit, shows one window, and returns when it is closed.
public final class DesktopApp {
    private static final int SECONDS_TO_END = 5;
    private static final double MARGIN = 24;
    private static final List<Integer> ICON_SIZES = List.of(16, 32, 48, 64, 128, 256);

    private final Path vaultFile;
    private final List<String> links;
    private final boolean atTheRight;
    private final ExecutorService work = Executors.newSingleThreadExecutor(thread("tessera-work"));
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(thread("tessera-later"));
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<Optional<AwayLock>> away = new AtomicReference<>(Optional.empty());

    private DesktopApp(Path vaultFile, List<String> links, boolean atTheRight) {
        this.vaultFile = vaultFile;
        this.links = links;
        this.atTheRight = atTheRight;
    }

    /// Opens the window and waits until it is closed.
    ///
    /// @param vaultFile the vault; where there is no such file, the window offers to create it
    /// @param links accounts to preview once the vault is open, mostly none
    /// @throws NoDesktopException if there is no display, or the system lacks a library
    public static void run(Path vaultFile, List<String> links) throws NoDesktopException {
        new DesktopApp(vaultFile, links, false).run();
    }

    /// The same at the right edge of the screen, to leave room for a browser beside it.
    ///
    /// @throws NoDesktopException if there is no display, or the system lacks a library
    public static void runAtTheRight(Path vaultFile) throws NoDesktopException {
        new DesktopApp(vaultFile, List.of(), true).run();
    }

    private void run() throws NoDesktopException {
        FxToolkit.start();
        try {
            Platform.runLater(this::open);
            closed.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            end();
        }
    }

    private void open() {
        Platform.setImplicitExit(false);
        var stage = new Stage();
        stage.getIcons().setAll(icons());
        var threads = new Threads(work, Platform::runLater, Later.on(later));
        var outside = new DesktopSetup.Outside(
                ScreenCapture::captureAll,
                new SystemFilePicker(stage),
                new SystemPasteboard(),
                Cameras.ofThisComputer(),
                Keyring.ofThisDesktop(),
                Settings.ofThisComputer(work, Platform::runLater));
        var setup = new DesktopSetup(vaultFile, InstantSource.system(), newVaultCost(), threads, outside);
        var window = new TesseraWindow(stage, setup);
        stage.addEventHandler(WindowEvent.WINDOW_CLOSE_REQUEST, _ -> closed.countDown());
        window.show();
        if (atTheRight) {
            var screen = Screen.getPrimary().getVisualBounds();
            stage.setX(Math.max(screen.getMinX(), screen.getMaxX() - stage.getWidth() - MARGIN));
        }
        window.offer(links);
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
