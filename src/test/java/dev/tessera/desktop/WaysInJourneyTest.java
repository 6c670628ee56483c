package dev.tessera.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.crypto.Passphrase;
import dev.tessera.desktop.control.PassphraseField;
import dev.tessera.keyring.MemoryKeyring;
import dev.tessera.session.VaultSession;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// The keyring of the computer, and another passphrase, as a person comes to have and to use them.
@WindowTest
class WaysInJourneyTest {
    private final WindowFixture window = new WindowFixture();
    private final MemoryKeyring keyring = new MemoryKeyring();

    @Start
    void start(Stage stage) throws IOException {
        window.createVault(List.of(Accounts.pexip()));
        try (var passphrase = Passphrase.copyOf(WindowFixture.PASSPHRASE.toCharArray());
                var session = VaultSession.unlock(window.vaultFile, passphrase, window.time)) {
            session.letIn(keyring);
        }
        window.keyring = Optional.of(keyring);
        window.open(stage);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void theKeyringOpensAtTheStartAndAfterLockingOnlyWhenAsked(FxRobot robot) {
        window.await(() -> !window.window().isLocked());

        robot.push(KeyCode.CONTROL, KeyCode.L);
        window.await(() -> isShown("#unlock-by-keyring"));
        assertThat(window.window().isLocked()).isTrue();
        window.picture("locked-keyring");

        press("#unlock-by-keyring");
        window.await(() -> !window.window().isLocked());
        assertThat(find("#entries")).isPresent();
    }

    @Test
    void whereTheKeyringFailsThePassphraseOpensAsEver(FxRobot robot) {
        window.await(() -> !window.window().isLocked());
        robot.push(KeyCode.CONTROL, KeyCode.L);
        window.await(() -> isShown("#unlock-by-keyring"));
        keyring.broken = true;
        press("#unlock-by-keyring");
        window.await(() -> isShown("#problem"));
        assertThat(((Labeled) window.node("#problem")).getText())
                .isEqualTo("The keyring of this desktop does not answer. The passphrase opens the vault as ever.");
        window.unlock();
    }

    @Test
    void itIsTurnedOffAndOnAgainByWhoKnowsThePassphrase(FxRobot robot) {
        window.await(() -> !window.window().isLocked());
        press("#vault");
        window.await(() -> isShown("#keyring-off"));
        window.picture("ways-in");
        press("#keyring-off");
        window.await(() -> isShown("#keyring-on"));
        assertThat(keyring.isEmpty()).isTrue();

        press("#keyring-on");
        type("#prove", "not it");
        press("#prove-go");
        window.await(() -> isShown("#prove-problem"));
        assertThat(keyring.isEmpty()).isTrue();
        type("#prove", WindowFixture.PASSPHRASE);
        press("#prove-go");
        window.await(() -> isShown("#keyring-off"));
        assertThat(keyring.isEmpty()).isFalse();

        keyring.broken = true;
        press("#keyring-off");
        window.await(() -> isShown("#toast"));
        robot.type(KeyCode.ESCAPE);
        press("#vault");
        window.await(() -> ((Labeled) window.node("#keyring-state")).getText().contains("does not answer"));
    }

    @Test
    void thePassphraseIsChangedByWhoKnowsIt(FxRobot robot) throws IOException {
        window.await(() -> !window.window().isLocked());
        press("#vault");
        window.await(() -> isShown("#change-passphrase"));
        press("#change-passphrase");
        type("#prove", WindowFixture.PASSPHRASE);
        press("#prove-go");
        window.await(() -> isShown("#next-passphrase"));
        type("#next-passphrase", "meadow lantern quartz ferry");
        type("#next-passphrase-again", "meadow lantern quartz fairy");
        window.picture("change-passphrase");
        press("#next-passphrase-go");
        window.await(() -> isShown("#next-passphrase-problem"));

        type("#next-passphrase", "meadow lantern quartz ferry");
        type("#next-passphrase-again", "meadow lantern quartz ferry");
        press("#next-passphrase-go");
        window.await(() ->
                find("#next-passphrase").isEmpty() && !window.node("#entries").isDisabled());
        robot.push(KeyCode.CONTROL, KeyCode.L);
        window.await(() -> window.window().isLocked());
        try (var next = Passphrase.copyOf("meadow lantern quartz ferry".toCharArray())) {
            VaultSession.unlock(window.vaultFile, next, window.time).close();
        }
    }

    private void type(String field, String passphrase) {
        window.onFx(() -> {
            var typed = (PassphraseField) window.node(field);
            typed.clear();
            typed.type(passphrase.toCharArray());
        });
    }

    private void press(String button) {
        window.onFx(() -> ((Button) window.node(button)).fire());
    }

    private Optional<Node> find(String selector) {
        return Optional.ofNullable(window.window().scene().lookup(selector));
    }

    private boolean isShown(String selector) {
        return find(selector).filter(Node::isVisible).isPresent();
    }
}
