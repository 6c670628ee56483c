package dev.tessera.desktop.heap;

import dev.tessera.desktop.DesktopSetup;
import dev.tessera.desktop.FxToolkit;
import dev.tessera.desktop.SystemPasteboard;
import dev.tessera.desktop.TesseraWindow;
import dev.tessera.desktop.clock.Timing;
import dev.tessera.desktop.control.FilePicker;
import dev.tessera.desktop.control.Later;
import dev.tessera.desktop.control.Threads;
import dev.tessera.desktop.settings.Settings;
import dev.tessera.scan.ScreenPicture;
import dev.tessera.scan.camera.Cameras;
import dev.tessera.scan.camera.FilmDriver;
import dev.tessera.vault.file.KdfCost;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import javax.management.JMException;
import javax.management.ObjectName;

/// A process in which somebody sits at the real window, uses and locks it, and the heap is dumped now and then. It is
/// told no secret: what is typed comes from files, sign by sign.
final class Sitting {
    private final Path folder;
    private final ExecutorService work = Executors.newSingleThreadExecutor();
    private final TesseraWindow window;
    private final Hands hands;

    private Sitting(Path folder) {
        this.folder = folder;
        window = Hands.onFx(this::open);
        hands = new Hands(Hands.onFx(window::scene));
    }

    /// @param arguments the folder with everything; whether to lock in every state
    static void main(String[] arguments) {
        Thread.setDefaultUncaughtExceptionHandler((_, failure) -> {
            failure.printStackTrace();
            Runtime.getRuntime().halt(1);
        });
        try {
            FxToolkit.startHeadless();
            Platform.setImplicitExit(false);
            var folder = Path.of(arguments[0]);
            Kept.keep(folder.resolve("kept"), folder.resolve("kept-word"));
            new Sitting(folder).sit(Boolean.parseBoolean(arguments[1]));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
        System.exit(0);
    }

    private TesseraWindow open() {
        var threads = new Threads(work, Platform::runLater, Later.on(Executors.newSingleThreadScheduledExecutor()));
        var outside = new DesktopSetup.Outside(
                this::screens,
                FilePicker.none(),
                new SystemPasteboard(),
                Cameras.of(new FilmDriver()),
                Optional.empty(),
                Settings.untilClosed(),
                Optional.empty(),
                Timing.plain(InstantSource.system()));
        var opened = new TesseraWindow(
                new Stage(),
                new DesktopSetup(
                        folder.resolve("vault.tessera"),
                        InstantSource.system(),
                        () -> KdfCost.LEAST,
                        threads,
                        outside));
        opened.show();
        return opened;
    }

    private List<ScreenPicture> screens() throws IOException {
        return List.of(
                new ScreenPicture(ImageIO.read(folder.resolve("screen.png").toFile()), 0, 0));
    }

    private void sit(boolean inAllStates) throws IOException {
        useEverything();
        lock("list");

        unlock();
        askForQrCode();
        hands.type(folder.resolve("passphrase"));
        dump(Dumps.PROVING);
        lock("proving");

        unlock();
        showQrCode();
        dump(Dumps.SHOWING);
        lock("qr-code");

        if (inAllStates) {
            lockInMoreStates();
        }
        unlock();
        showQrCode();
        hands.press(KeyCode.CONTROL, KeyCode.L);
        hands.await(window::isLocked);
        settle();
        Kept.drop(folder.resolve("dropped"));
        write(Dumps.GARBAGE, false);
    }

    private void useEverything() throws IOException {
        unlock();
        searchCopyAndEdit();
        showQrCode();
        hands.click("#code-close");
        lookIntoTheBin();
        makeRecoveryKey();
        dump(Dumps.OPEN);
        hands.click("#vault-close");
        addFromScreenAndClipboard();
        typeIn();
        dump(Dumps.TYPING);
        hands.press(KeyCode.ENTER);
        hands.awaitSight("#entries");
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT1);
    }

    private void lockInMoreStates() throws IOException {
        unlock();
        makeRecoveryKey();
        lock("recovery-key");

        unlock();
        typeIn();
        lock("type-in");

        unlock();
        edit();
        lock("edit");

        unlock();
        copyLink();
        hands.press(KeyCode.CONTROL, KeyCode.V);
        hands.awaitSight("#choice");
        copy("something else");
        lock("preview");
    }

    private void unlock() {
        hands.awaitFocus("#passphrase");
        hands.type(folder.resolve("passphrase"));
        hands.press(KeyCode.ENTER);
        hands.await(() -> !window.isLocked());
        hands.awaitSight("#entries");
    }

    private void lock(String name) throws IOException {
        hands.press(KeyCode.CONTROL, KeyCode.L);
        hands.await(window::isLocked);
        dump(Dumps.locked(name));
    }

    private void searchCopyAndEdit() throws IOException {
        hands.click("#search");
        hands.type(folder.resolve("search"));
        hands.press(KeyCode.ENTER);
        hands.await(() -> Clipboard.getSystemClipboard().hasString());
        edit();
        hands.click("#edit-note");
        hands.type(folder.resolve("more-note"));
        hands.click("#edit-save");
        hands.awaitSight("#undo");
        hands.press(KeyCode.ESCAPE);
    }

    private void edit() {
        hands.click("#entries");
        hands.press(KeyCode.HOME);
        hands.press(KeyCode.F2);
        hands.awaitSight("#edit-note");
    }

    private void askForQrCode() {
        hands.click("#entries");
        hands.press(KeyCode.HOME);
        hands.press(KeyCode.CONTEXT_MENU);
        Hands.run(() -> Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                .filter(item -> "show-code".equals(item.getId()))
                .forEach(MenuItem::fire));
        hands.awaitFocus("#prove");
    }

    private void showQrCode() {
        askForQrCode();
        hands.type(folder.resolve("passphrase"));
        hands.press(KeyCode.ENTER);
        hands.awaitSight("#qr-code");
    }

    private void lookIntoTheBin() {
        hands.click("#bin");
        hands.click("#bin-close");
    }

    private void makeRecoveryKey() throws IOException {
        hands.click("#vault");
        hands.click("#recovery-key");
        hands.awaitFocus("#prove");
        hands.type(folder.resolve("passphrase"));
        hands.press(KeyCode.ENTER);
        hands.awaitSight("#recovery-groups");
        Hands.run(this::writeDown);
    }

    /// Sign by sign, so that no other copy of it comes about.
    private void writeDown() {
        try (var out = new FileOutputStream(folder.resolve("recovery-keys").toFile(), true)) {
            for (var group : hands.seen("#recovery-groups").orElseThrow().lookupAll(".recovery-group")) {
                var text = ((Labeled) group).getText();
                for (int i = 0; i < text.length(); i++) {
                    out.write(text.charAt(i));
                }
            }
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addFromScreenAndClipboard() throws IOException {
        hands.click("#scan");
        hands.click("#add-account");
        hands.awaitSight("#entries");
        copyLink();
        hands.press(KeyCode.CONTROL, KeyCode.V);
        hands.click("#add-account");
        hands.awaitSight("#entries");
    }

    private void copyLink() throws IOException {
        copy(Files.readString(folder.resolve("link")));
    }

    /// As another program does. Without a desktop there is none to keep it but this process.
    private static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Hands.run(() -> Clipboard.getSystemClipboard().setContent(content));
    }

    private void typeIn() {
        hands.press(KeyCode.CONTROL, KeyCode.N);
        hands.click("#type-in");
        hands.awaitFocus("#secret");
        hands.type(folder.resolve("typed-secret"));
        hands.press(KeyCode.TAB);
        hands.type(folder.resolve("typed-issuer"));
        hands.press(KeyCode.TAB);
        hands.type(folder.resolve("typed-name"));
    }

    /// Both threads have done what they were given, and the window is painted.
    private void settle() {
        for (int i = 0; i < 3; i++) {
            CompletableFuture.runAsync(() -> {}, work).join();
            hands.awaitPulse();
        }
    }

    private void dump(String name) throws IOException {
        settle();
        write(name, true);
    }

    /// @param live whether without garbage
    private void write(String name, boolean live) throws IOException {
        var file = folder.resolve(name + ".hprof").toString();
        try {
            ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=HotSpotDiagnostic"),
                            "dumpHeap",
                            new Object[] {file, live},
                            new String[] {String.class.getName(), boolean.class.getName()});
        } catch (JMException failure) {
            throw new IOException(failure);
        }
    }
}
