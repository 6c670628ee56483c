package dev.tessera.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.crypto.Passphrase;
import dev.tessera.desktop.control.PassphraseField;
import dev.tessera.keyring.MemoryKeyring;
import dev.tessera.session.VaultSession;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
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
        window.await(() -> window.isThere("#unlock-by-keyring"));
        assertThat(window.window().isLocked()).isTrue();
        window.picture("locked-keyring");

        window.press("#unlock-by-keyring");
        window.await(() -> !window.window().isLocked());
        assertThat(window.find("#entries")).isPresent();
    }

    @Test
    void whereTheKeyringFailsThePassphraseOpensAsEver(FxRobot robot) {
        window.await(() -> !window.window().isLocked());
        robot.push(KeyCode.CONTROL, KeyCode.L);
        window.await(() -> window.isThere("#unlock-by-keyring"));
        keyring.broken = true;
        window.press("#unlock-by-keyring");
        window.await(() -> window.isThere("#problem"));
        assertThat(((Labeled) window.node("#problem")).getText())
                .isEqualTo("The keyring of this desktop does not respond. The passphrase still opens the vault.");
        window.unlock();
    }

    @Test
    void itIsTurnedOffAndOnAgainByWhoKnowsThePassphrase(FxRobot robot) {
        window.await(() -> !window.window().isLocked());
        window.press("#vault");
        window.await(() -> window.isThere("#keyring-off"));
        window.picture("ways-in");
        window.press("#keyring-off");
        window.await(() -> window.isThere("#keyring-on"));
        assertThat(keyring.isEmpty()).isTrue();

        window.press("#keyring-on");
        type("#prove", "not it");
        window.press("#prove-go");
        window.await(() -> window.isThere("#prove-problem"));
        assertThat(keyring.isEmpty()).isTrue();
        type("#prove", WindowFixture.PASSPHRASE);
        window.press("#prove-go");
        window.await(() -> window.isThere("#keyring-off"));
        assertThat(keyring.isEmpty()).isFalse();

        keyring.broken = true;
        window.press("#keyring-off");
        window.await(() -> window.isThere("#toast"));
        robot.type(KeyCode.ESCAPE);
        window.press("#vault");
        window.await(() -> ((Labeled) window.node("#keyring-state")).getText().contains("does not answer"));
    }

    @Test
    void thePassphraseIsChangedByWhoKnowsIt(FxRobot robot) throws IOException {
        window.await(() -> !window.window().isLocked());
        window.press("#vault");
        window.await(() -> window.isThere("#change-passphrase"));
        window.press("#change-passphrase");
        type("#prove", WindowFixture.PASSPHRASE);
        window.press("#prove-go");
        window.await(() -> window.isThere("#next-passphrase"));
        type("#next-passphrase", "meadow lantern quartz ferry");
        type("#next-passphrase-again", "meadow lantern quartz fairy");
        window.picture("change-passphrase");
        window.press("#next-passphrase-go");
        window.await(() -> window.isThere("#next-passphrase-problem"));

        type("#next-passphrase", "meadow lantern quartz ferry");
        type("#next-passphrase-again", "meadow lantern quartz ferry");
        window.press("#next-passphrase-go");
        window.await(() -> window.find("#next-passphrase").isEmpty()
                && !window.node("#entries").isDisabled());
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
}
