package dev.tessera.desktop;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.control.Language;
import dev.tessera.desktop.control.Messages;
import dev.tessera.desktop.control.Zoom;
import dev.tessera.desktop.entries.Uses;
import dev.tessera.desktop.settings.Setting;
import dev.tessera.desktop.settings.Settings;
import dev.tessera.desktop.unlock.CreateView;
import dev.tessera.desktop.unlock.CreateViewModel;
import dev.tessera.desktop.unlock.Gate;
import dev.tessera.desktop.unlock.UnlockView;
import dev.tessera.desktop.unlock.UnlockViewModel;
import dev.tessera.session.VaultSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

/// Tessera's window in a stage of the caller's: first start, locked, or the list. Use it on the toolkit's thread.
public final class TesseraWindow {
    private final Stage stage;
    private final DesktopSetup setup;
    private final Settings settings;
    private final StackPane root = new StackPane();
    private final Dress dress;
    private final AutoLock autoLock;
    private final List<String> waitingLinks = new ArrayList<>();
    private final List<Runnable> watchers = new ArrayList<>();
    private Optional<OpenVault> open = Optional.empty();
    private OpenVault.Left left = OpenVault.Left.NOTHING;
    private Uses uses = Uses.none();
    private Runnable unlocked = () -> {};
    private Runnable wipeGate = () -> {};
    private Runnable leaveGate = () -> {};
    private Path vaultFile;

    /// Fills `stage`; does not show it.
    public TesseraWindow(Stage stage, DesktopSetup setup) {
        this.stage = stage;
        this.setup = setup;
        this.vaultFile = setup.vaultFile();
        this.settings = setup.outside().settings();
        this.autoLock = new AutoLock(setup.clock(), setup.threads(), () -> lock(LockReason.IDLE));
        var zoom = new Zoom(root);
        var scene = new Scene(zoom);
        this.dress = new Dress(stage, scene, zoom, settings);
        settings.of(Setting.LANGUAGE).subscribe(this::speak);
        dress.putOn();
        FirstPlace.keep(stage, setup.clock());
        stage.setTitle(text("window.title"));
        stage.setScene(scene);
        autoLock.watch(scene);
        settings.of(Setting.LOCK_AFTER).subscribe(autoLock::after);
        stage.showingProperty().subscribe(this::seen);
        stage.iconifiedProperty().subscribe(iconified -> {
            if (iconified) {
                lock(LockReason.MINIMISED);
            }
            seen();
        });
        stage.focusedProperty().subscribe(focused -> {
            if (focused) {
                autoLock.look();
                open.ifPresent(OpenVault::lookAround);
            }
        });
        stage.setOnCloseRequest(_ -> lock());
        new WindowKeys(this).install(scene);
        new WindowDrops(this).install(scene);
        if (Files.exists(vaultFile)) {
            unlockScreen(vaultFile, true);
        } else {
            createScreen(vaultFile);
        }
    }

    /// Shows the stage.
    public void show() {
        stage.show();
        root.getChildren().getFirst().requestFocus();
    }

    /// Shows the stage as an icon of the desktop's bar.
    void showMinimised() {
        stage.setIconified(true);
        stage.show();
    }

    /// Shows the stage before all other windows, wherever it was.
    public void comeToFront() {
        show();
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    /// The vault that is open or asked for.
    Path vaultFile() {
        return vaultFile;
    }

    /// Runs `watcher` after the vault was unlocked, locked or changed, or gave way to another.
    void onChange(Runnable watcher) {
        watchers.add(watcher);
    }

    /// The scene, to look at or to take a picture of.
    public Scene scene() {
        return stage.getScene();
    }

    /// Whether no vault is open.
    public boolean isLocked() {
        return open.isEmpty();
    }

    /// Previews accounts of links, at once or after the vault is unlocked.
    public void offer(List<String> links) {
        if (!links.isEmpty()) {
            waitingLinks.addAll(links);
            offerWaiting();
        }
    }

    /// Calls `action` each time that a vault was opened, from now on.
    public void onUnlock(Runnable action) {
        unlocked = action;
    }

    /// Locks because of what has happened, if the person wants it then: the one place that all reasons pass but that
    /// of closing the window.
    public void lock(LockReason reason) {
        boolean wanted = switch (reason) {
            case KEY, IDLE -> true;
            case MINIMISED -> settings.of(Setting.LOCK_MINIMISED).get();
            case SESSION, SLEEP -> settings.of(Setting.LOCK_WITH_COMPUTER).get();
        };
        if (wanted) {
            lock();
        }
    }

    /// Closes the vault: wipes keys and secrets, the clipboard of our code, and every node of an account.
    public void lock() {
        open.ifPresent(vault -> {
            left = vault.left();
            open = Optional.empty();
            autoLock.on(false);
            vault.close();
            unlockScreen(vaultFile, false);
        });
        wipeGate.run();
        closePopups();
        changed();
    }

    /// A menu or list that is open lives in a window of its own, with names in it.
    private void closePopups() {
        List.copyOf(Window.getWindows()).stream()
                .filter(window -> window instanceof PopupWindow popup && stage.equals(popup.getOwnerWindow()))
                .forEach(Window::hide);
    }

    Optional<OpenVault> open() {
        return open;
    }

    private void opened(VaultSession session) {
        vaultFile = session.file();
        wipeGate.run();
        autoLock.on(true);
        uses = Uses.ofThisComputer(session.id());
        showVault(session);
        session.onChange(_ -> onUi(this::changed));
        unlocked.run();
        changed();
        offerWaiting();
    }

    private OpenVault showVault(VaultSession session) {
        var vault = new OpenVault(
                session,
                setup,
                settings,
                uses,
                new StageAside(stage, setup.outside().screens()),
                () -> lock(LockReason.KEY));
        open = Optional.of(vault);
        put(vault.node(), () -> {});
        vault.comeBackTo(left);
        seen();
        vault.list().focusList();
        // Links wait while something is typed in, which they would replace.
        vault.adding().stateProperty().subscribe(_ -> onUi(this::offerWaiting));
        return vault;
    }

    /// In the language that was chosen: what is shown is made anew.
    private void speak(Optional<Language> chosen) {
        var language = chosen.orElseGet(() -> Language.nearest(Locale.getDefault(Locale.Category.DISPLAY)));
        Messages.speak(language);
        dress.turn(language.isRightToLeft());
        open.ifPresent(vault -> {
            left = vault.left();
            showVault(vault.leave()).settings().open();
        });
    }

    private void onUi(Runnable task) {
        setup.threads().ui().execute(task);
    }

    private void changed() {
        watchers.forEach(Runnable::run);
    }

    private void offerWaiting() {
        open.ifPresent(vault -> {
            if (!waitingLinks.isEmpty() && vault.adding().takesMore()) {
                var links = String.join("\n", waitingLinks);
                waitingLinks.clear();
                vault.adding().readText(links);
            }
        });
    }

    /// @param atOnce whether the keyring may open it without being asked; not when it was locked on purpose
    private void unlockScreen(Path file, boolean atOnce) {
        vaultFile = file;
        var model = new UnlockViewModel(gate(), file);
        var view = new UnlockView(model);
        put(view, view::wipe);
        leaveGate = model::leave;
        model.lookForKeyring(atOnce);
    }

    private void createScreen(Path file) {
        var view = new CreateView(new CreateViewModel(gate(), file));
        put(view, view::wipe);
    }

    private Gate gate() {
        return new Gate(
                setup.clock(),
                setup.threads(),
                setup.outside().files(),
                setup.newVaultCost(),
                setup.outside().keyring(),
                new Gate.Next(this::opened, this::otherVault, this::createScreen));
    }

    private void otherVault(Path file) {
        left = OpenVault.Left.NOTHING;
        unlockScreen(file, true);
        changed();
    }

    private void put(Parent screen, Runnable wipe) {
        leaveGate.run();
        leaveGate = () -> {};
        wipeGate = wipe;
        root.getChildren().setAll(List.<Node>of(screen));
        screen.requestFocus();
    }

    private void seen() {
        boolean visible = stage.isShowing() && !stage.isIconified();
        open.ifPresent(vault -> vault.seen(visible));
    }
}
