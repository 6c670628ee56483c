package dev.tessera.desktop.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.desktop.WindowFixture;
import dev.tessera.desktop.WindowTest;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// The field as a person meets it: keys, paste, and what a screen reader is told.
@WindowTest
class PassphraseFieldTest {
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
    void keysEditAsInAnyField(FxRobot robot) {
        robot.write("Horse 9!")
                .type(KeyCode.BACK_SPACE, KeyCode.HOME, KeyCode.DELETE)
                .write("h")
                .type(KeyCode.END);
        robot.write("?");
        window.settle();
        assertThat(typed()).isEqualTo("horse 9?");
        robot.push(KeyCode.CONTROL, KeyCode.A).write("x");
        window.settle();
        assertThat(typed()).isEqualTo("x");
    }

    @Test
    void aPasteIsTakenWithoutTheLineBreakBehindIt(FxRobot robot) {
        window.onFx(() -> {
            var content = new ClipboardContent();
            content.putString("correct horse \n");
            Clipboard.getSystemClipboard().setContent(content);
        });
        robot.push(KeyCode.CONTROL, KeyCode.V);
        window.settle();
        assertThat(typed()).isEqualTo("correct horse ");
    }

    @Test
    void nothingOfItIsGivenToTheClipboard(FxRobot robot) {
        window.onFx(() -> Clipboard.getSystemClipboard().clear());
        robot.write("secret").push(KeyCode.CONTROL, KeyCode.A);
        robot.push(KeyCode.CONTROL, KeyCode.C).push(KeyCode.CONTROL, KeyCode.X);
        window.settle();
        window.onFx(() -> assertThat(Clipboard.getSystemClipboard().hasString()).isFalse());
        assertThat(typed()).isEqualTo("secret");
    }

    @Test
    void aScreenReaderHearsAPasswordFieldWithDots(FxRobot robot) {
        robot.write("abc");
        window.settle();
        assertThat(field().getAccessibleRole()).isEqualTo(AccessibleRole.PASSWORD_FIELD);
        assertThat(field().getAccessibleText()).isEqualTo("Passphrase");
        assertThat(field().queryAccessibleAttribute(AccessibleAttribute.TEXT)).isEqualTo("•••");
        assertThat(field().queryAccessibleAttribute(AccessibleAttribute.CARET_OFFSET))
                .isEqualTo(3);
    }

    @Test
    void aClickPutsTheCaretWhereItFell(FxRobot robot) {
        robot.write("abcdefgh");
        window.settle();
        robot.clickOn(field());
        robot.type(KeyCode.HOME).write("1");
        window.settle();
        assertThat(typed()).isEqualTo("1abcdefgh");
        robot.doubleClickOn(field()).type(KeyCode.DELETE);
        window.settle();
        assertThat(field().isEmpty()).isTrue();
    }

    private PassphraseField field() {
        return (PassphraseField) window.node("#passphrase");
    }

    private String typed() {
        return new String(field().toCharArray());
    }
}
