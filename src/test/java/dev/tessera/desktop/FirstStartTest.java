package dev.tessera.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// The first start, by keyboard alone.
@WindowTest
class FirstStartTest {
    private final WindowFixture window = new WindowFixture();

    @Start
    void start(Stage stage) {
        window.open(stage);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void aVaultIsCreatedByKeyboardAndIsEmpty(FxRobot robot) {
        window.picture("create");
        robot.write(WindowFixture.PASSPHRASE).type(KeyCode.TAB).write(WindowFixture.PASSPHRASE);
        window.settle();
        window.picture("create-typed");
        assertThat(((Label) window.node("#strength")).getText()).isEqualTo("Very strong.");
        robot.type(KeyCode.ENTER);
        window.await(() -> !window.window().isLocked());
        window.picture("empty");
        assertThat(window.vaultFile).exists();
        assertThat(window.node("#scan-screen").isVisible()).isTrue();
    }

    @Test
    void twoDifferentPassphrasesMakeNoVault(FxRobot robot) {
        robot.write("one passphrase").type(KeyCode.ENTER).write("another one").type(KeyCode.ENTER);
        window.await(() -> window.node("#problem").isVisible());
        assertThat(((Label) window.node("#problem")).getText())
                .isEqualTo("The two passphrases are not the same. Type the second one again.");
        assertThat(Files.exists(window.vaultFile)).isFalse();
    }
}
