package dev.tessera.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.desktop.control.Threads;
import dev.tessera.desktop.tray.TrayItem;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/// What the icon's menu holds of a real window, and does to it. The icon itself needs a desktop with a tray.
@WindowTest
class WindowTrayTest {
    private static final String PEXIP = "Pexip (ann.larsen@example.org)";
    private static final String COUNTER = "Vault HQ (ann)";

    private final WindowFixture window = new WindowFixture();
    private final AtomicBoolean quit = new AtomicBoolean();
    private final AtomicReference<WindowTray> tray = new AtomicReference<>();

    @Start
    void start(Stage stage) {
        window.createVault(Accounts.all());
        window.open(stage);
        var threads = new Threads(Runnable::run, Platform::runLater, window.time);
        tray.set(new WindowTray(window.window(), threads, () -> quit.set(true)));
    }

    @BeforeEach
    void unlockAndPin() {
        window.unlock();
        pin("Pexip");
        pin("Vault HQ");
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void itHoldsThePinnedAccountsWhileUnlocked() {
        assertThat(labels()).containsExactly("Open Tessera", PEXIP, COUNTER, "Lock", "Quit");
        window.onFx(() -> window.window().lock());
        assertThat(labels()).containsExactly("Open Tessera", "Quit");
    }

    @Test
    void whatIsSearchedForInTheWindowChangesNothing() {
        window.onFx(() ->
                window.window().open().orElseThrow().entries().queryProperty().set("garage"));
        assertThat(labels()).contains(PEXIP, COUNTER);
    }

    @Test
    void anAccountsCodeIsCopiedWhileTheWindowIsHidden() {
        window.onFx(() -> window.window().scene().getWindow().hide());
        choose(PEXIP);
        assertThat(window.pasteboard.text).isPresent();
        assertThat(isShowing()).isFalse();
    }

    @Test
    void aCounterIsMovedOnInSightOfTheWindow() {
        window.onFx(() -> window.window().scene().getWindow().hide());
        choose(COUNTER);
        window.await(() -> window.pasteboard.text.isPresent());
        assertThat(window.pasteboard.text).contains("755224");
        assertThat(isShowing()).isTrue();
    }

    @Test
    void aLineOfBeforeLockingCopiesNothing() {
        var before = items();
        choose("Lock");
        assertThat(window.window().isLocked()).isTrue();
        choose(before, PEXIP);
        assertThat(window.pasteboard.text).isEmpty();
    }

    @Test
    void theWindowComesBackFromWhereverItIs() {
        var stage = (Stage) window.window().scene().getWindow();
        window.onFx(stage::hide);
        choose("Open Tessera");
        assertThat(isShowing()).isTrue();
        window.onFx(() -> stage.setIconified(true));
        choose("Open Tessera");
        assertThat(stage.isIconified()).isFalse();
        choose("Quit");
        assertThat(quit).isTrue();
    }

    @Test
    void withoutAnIconItIsOff() {
        assertThat(tray.get().isOn()).isFalse();
    }

    private void pin(String title) {
        window.onFx(() -> {
            var entries = window.window().open().orElseThrow().entries();
            entries.shown().stream()
                    .filter(entry -> entry.account().title().equals(title))
                    .findFirst()
                    .ifPresent(entries::togglePin);
        });
    }

    private boolean isShowing() {
        return window.window().scene().getWindow().isShowing();
    }

    private void choose(String label) {
        choose(items(), label);
    }

    private void choose(List<TrayItem.Choice> items, String label) {
        items.stream()
                .filter(item -> item.label().equals(label))
                .findFirst()
                .orElseThrow()
                .chosen()
                .run();
        window.settle();
    }

    private List<String> labels() {
        return items().stream().map(TrayItem.Choice::label).toList();
    }

    private List<TrayItem.Choice> items() {
        var items = new AtomicReference<List<TrayItem>>(List.of());
        window.onFx(() -> items.set(tray.get().items()));
        return items.get().stream()
                .filter(TrayItem.Choice.class::isInstance)
                .map(TrayItem.Choice.class::cast)
                .toList();
    }
}
