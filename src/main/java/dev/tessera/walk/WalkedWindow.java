package dev.tessera.walk;

import dev.tessera.desktop.DesktopSetup;
import dev.tessera.desktop.TesseraWindow;
import dev.tessera.desktop.clock.Timing;
import dev.tessera.desktop.control.FilePicker;
import dev.tessera.desktop.control.Later;
import dev.tessera.desktop.control.PassphraseField;
import dev.tessera.desktop.control.Threads;
import dev.tessera.desktop.settings.Settings;
import dev.tessera.scan.ScreenPicture;
import dev.tessera.scan.camera.Cameras;
import dev.tessera.vault.file.KdfCost;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/// Tessera's window with a hand that types into its fields and presses its buttons and keys.
final class WalkedWindow implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Ui ui = new Ui(PATIENCE);
    private final MemoryPasteboard pasteboard = new MemoryPasteboard();
    private final AtomicReference<List<ScreenPicture>> screens = new AtomicReference<>(List.of());
    private final ExecutorService work = Executors.newSingleThreadExecutor(thread("walk-work"));
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(thread("walk-later"));
    private final TesseraWindow window;

    /// Opens the window on `vaultFile`, which need not exist.
    WalkedWindow(Path vaultFile) throws IOException {
        Platform.setImplicitExit(false);
        var clock = InstantSource.system();
        var outside = new DesktopSetup.Outside(
                screens::get,
                FilePicker.none(),
                pasteboard,
                Cameras.ofThisComputer(),
                Optional.empty(),
                Settings.untilClosed(),
                Optional.empty(),
                Timing.plain(clock));
        var threads = new Threads(work, Platform::runLater, Later.on(later));
        var setup = new DesktopSetup(vaultFile, clock, () -> KdfCost.calibrate(clock), threads, outside);
        window = ui.call(() -> {
            var opened = new TesseraWindow(new Stage(), setup);
            opened.show();
            return opened;
        });
    }

    /// What the screen shows from now on.
    void showOnScreen(Page page) throws IOException {
        screens.set(List.of(new ScreenPicture(ui.call(() -> PageOnScreen.draw(page)), 0, 0)));
    }

    BufferedImage screen() {
        return screens.get().getFirst().picture();
    }

    void typePassphrase(String id, char[] passphrase) throws IOException {
        ui.run(() -> node(id, PassphraseField.class).type(passphrase));
    }

    /// Presses a button once it can be pressed.
    void press(String id) throws IOException {
        ui.await("button " + id, () -> find(id).filter(WalkedWindow::isReady).isPresent());
        ui.run(() -> node(id, Button.class).fire());
    }

    /// Waits until something is there to be seen.
    void await(String id) throws IOException {
        ui.await(id, () -> find(id).filter(WalkedWindow::isReady).isPresent());
    }

    void awaitAccounts(int count) throws IOException {
        ui.await(count + " accounts", () -> entries().getItems().size() == count);
    }

    /// Chooses the first account and presses Enter; the code that is then on the clipboard.
    String copyFirstCode() throws IOException {
        return ui.call(() -> {
            pasteboard.clear();
            var list = entries();
            list.requestFocus();
            list.getSelectionModel().selectFirst();
            Event.fireEvent(
                    list, new KeyEvent(KeyEvent.KEY_PRESSED, "\r", "", KeyCode.ENTER, false, false, false, false));
            return pasteboard.text().orElseThrow(() -> new WalkException("Enter on the account copied no code"));
        });
    }

    void lock() throws IOException {
        ui.run(window::lock);
        ui.await("the lock", window::isLocked);
    }

    BufferedImage picture(ColorScheme scheme) throws IOException {
        return ui.call(() -> {
            var scene = window.scene();
            scene.getPreferences().setColorScheme(scheme);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            return SwingFXUtils.fromFXImage(scene.snapshot(null), null);
        });
    }

    private ListView<?> entries() throws WalkException {
        return node("entries", ListView.class);
    }

    private Optional<Node> find(String id) {
        return Optional.ofNullable(window.scene().lookup("#" + id));
    }

    private <N extends Node> N node(String id, Class<N> type) throws WalkException {
        return find(id).filter(type::isInstance)
                .map(type::cast)
                .orElseThrow(() -> new WalkException("the window has no " + id));
    }

    private static boolean isReady(Node node) {
        for (Node part = node; part != null; part = part.getParent()) {
            if (!part.isVisible()) {
                return false;
            }
        }
        return !node.isDisabled() && node.getScene().getWindow().isShowing();
    }

    @Override
    public void close() throws IOException {
        ui.run(() -> {
            window.lock();
            window.scene().getWindow().hide();
        });
        later.shutdownNow();
        work.shutdown();
    }

    private static java.util.concurrent.ThreadFactory thread(String name) {
        return Thread.ofPlatform().name(name).daemon().factory();
    }
}
