package dev.tessera.desktop;

import dev.tessera.desktop.control.PassphraseField;
import dev.tessera.transfer.export.Exporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.testfx.api.FxRobot;

/// A person's hand at a window of a test.
record WindowHand(WindowFixture window, FxRobot robot) {

    void write(String text) {
        robot.write(text);
        window.settle();
    }

    void push(KeyCode... keys) {
        robot.push(keys);
        window.settle();
    }

    void press(String button) {
        window.press(button);
    }

    void type(String field, String text) {
        window.onFx(() -> ((TextInputControl) window.node(field)).setText(text));
    }

    /// Types the passphrase where it is asked for.
    void prove() {
        awaitSight("#prove");
        window.onFx(() -> {
            ((PassphraseField) window.node("#prove")).type(WindowFixture.PASSPHRASE.toCharArray());
            ((Button) window.node("#prove-go")).fire();
        });
    }

    void offer(String link) {
        window.onFx(() -> window.window().offer(List.of(link)));
    }

    /// Brings an export of one account, which lights no list yet.
    void importing() {
        try {
            window.exports.add(Files.writeString(window.folder.resolve("export.2fas"), """
                    {"schemaVersion": 4, "services": [
                      {"name": "Lantern", "secret": "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXW", "otp": {"account": "wick"}}]}"""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        push(KeyCode.CONTROL, KeyCode.N);
        awaitSight("#import");
        press("#import");
    }

    /// Chooses as what the accounts are exported.
    @SuppressWarnings("unchecked") // the box of the targets
    void target(String id) {
        window.onFx(() -> {
            var box = (ComboBox<Exporter>) window.node("#export-target");
            box.getItems().stream().filter(one -> one.id().equals(id)).forEach(box::setValue);
        });
    }

    void pass(Duration time) {
        window.pass(time);
    }

    /// Opens the menu of the account with this issuer.
    void menu(String issuer) {
        window.onFx(() -> {
            var list = (ListView<?>) window.node("#entries");
            var shown = window.window().open().orElseThrow().entries().shown();
            for (int i = 0; i < shown.size(); i++) {
                if (shown.get(i).account().issuer().equals(issuer)) {
                    list.getSelectionModel().select(i);
                }
            }
            Event.fireEvent(
                    list, new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 50, 50, 150, 150, true, null));
        });
    }

    /// The code of the time step after the present one.
    String nextCode(String issuer) {
        return window.window().open().orElseThrow().entries().shown().stream()
                .filter(entry -> entry.account().issuer().equals(issuer))
                .findFirst()
                .orElseThrow()
                .account()
                .credential()
                .codeAt(window.time.instant().plusSeconds(30))
                .text();
    }

    /// Chooses from that menu.
    void choose(String issuer, String item) {
        menu(issuer);
        window.onFx(() -> List.copyOf(Window.getWindows()).stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                .filter(one -> item.equals(one.getId()))
                .forEach(MenuItem::fire));
    }

    void hover(String selector) {
        robot.moveTo(selector);
    }

    void awaitWindow(Class<? extends Window> kind) {
        window.await(() -> Window.getWindows().stream().anyMatch(kind::isInstance));
    }

    void awaitSight(String selector) {
        window.await(() -> Optional.ofNullable(window.window().scene().lookup(selector))
                .filter(Node::isVisible)
                .isPresent());
    }
}
