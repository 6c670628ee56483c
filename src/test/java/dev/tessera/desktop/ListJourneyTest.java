package dev.tessera.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.desktop.settings.Setting;
import java.time.Duration;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Finding and copying, each by mouse and by keyboard.
@WindowTest
class ListJourneyTest {
    private final WindowFixture window = new WindowFixture();

    @Start
    void start(Stage stage) {
        window.createVault(Accounts.all());
        window.open(stage);
    }

    @BeforeEach
    void unlock() {
        window.unlock();
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void typingAnywhereSearchesAndEnterCopiesTheFirstHit(FxRobot robot) {
        robot.write("pex");
        window.settle();
        assertThat(search().getText()).isEqualTo("pex");
        assertThat(((ListView<?>) window.node("#entries")).getItems()).hasSize(1);
        robot.type(KeyCode.ENTER);
        window.settle();
        assertThat(window.pasteboard.text).contains("834822");
        robot.type(KeyCode.ESCAPE);
        window.settle();
        assertThat(search().getText()).isEmpty();
    }

    @Test
    void aClickOnACardCopies(FxRobot robot) {
        robot.clickOn("GitHub");
        window.settle();
        assertThat(window.pasteboard.text).contains("993514");
        assertThat(robot.lookup("Copied · clears in 30 s").tryQuery()).isPresent();
        window.pass(Duration.ofSeconds(30));
        assertThat(window.pasteboard.text).isEmpty();
    }

    @Test
    void arrowsChooseWhatEnterCopies(FxRobot robot) {
        robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
        window.settle();
        assertThat(window.pasteboard.text).contains("260265");
    }

    @Test
    void controlAndADigitCopiesTheNthCard(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        window.settle();
        assertThat(window.pasteboard.text).contains("653171");
    }

    @Test
    void controlFGoesToTheSearch(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.F);
        window.settle();
        assertThat(search().isFocused()).isTrue();
    }

    @Test
    void theNextCodeButtonShowsACodeAndCopiesNothing(FxRobot robot) {
        robot.write("vault");
        window.settle();
        robot.clickOn(window.node("#next-code"));
        window.settle();
        assertThat(window.pasteboard.text).isEmpty();
        assertThat(robot.lookup("ann · counter 1").tryQuery()).isPresent();
    }

    @Test
    void deleteMovesToTheBinAndControlZBringsBack(FxRobot robot) {
        robot.type(KeyCode.DOWN, KeyCode.DELETE);
        window.settle();
        assertThat(robot.lookup("GitHub was moved to the bin.").tryQuery()).isPresent();
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        window.settle();
        assertThat(((ListView<?>) window.node("#entries")).getItems()).hasSize(9);
    }

    @Test
    void undoIsAButtonToo(FxRobot robot) {
        robot.type(KeyCode.DOWN, KeyCode.DELETE);
        window.settle();
        robot.clickOn("Undo");
        window.settle();
        assertThat(((ListView<?>) window.node("#entries")).getItems()).hasSize(9);
    }

    @Test
    void theMenuOfACardPins(FxRobot robot) {
        window.onFx(() -> {
            var list = window.node("#entries");
            ((ListView<?>) list).getSelectionModel().select(4);
            // The headless platform asks for no menus.
            Event.fireEvent(
                    list, new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 50, 50, 150, 150, true, null));
        });
        robot.clickOn("Pin to the top");
        window.settle();
        assertThat(robot.lookup(".pin-icon")
                        .match(node -> node.isVisible() && node.getParent().isVisible())
                        .queryAll())
                .isNotEmpty();
        assertThat(window.find("#filter-pinned")).isPresent();
        window.picture("list-pinned");
    }

    @Test
    void theMenuOpensByKeyboardToo(FxRobot robot) {
        robot.type(KeyCode.DOWN, KeyCode.DOWN).push(KeyCode.SHIFT, KeyCode.F10);
        window.settle();
        assertThat(robot.lookup("Copy next code").tryQuery()).isPresent();
        robot.clickOn("Copy next code");
        window.settle();
        assertThat(window.pasteboard.text).contains("797215");
    }

    @Test
    void codesRollWithTheClock(FxRobot robot) {
        assertThat(robot.lookup("next 475 576").tryQuery()).isEmpty();
        window.pass(Duration.ofSeconds(18));
        assertThat(robot.lookup("next 475 576").tryQuery()).isPresent();
        window.pass(Duration.ofSeconds(5));
        assertThat(robot.lookup("was 834 822").tryQuery()).isPresent();
    }

    @Test
    void hiddenTheWindowWaitsForNothingButItsLock() {
        window.onFx(() -> window.window().scene().getWindow().hide());
        assertThat(window.time.waiting()).isEqualTo(1);
        window.onFx(() -> window.window().show());
        assertThat(window.time.waiting()).isEqualTo(2);
        window.onFx(() -> window.settings.of(Setting.LOCK_AFTER).set(Duration.ZERO));
        window.onFx(() -> window.window().scene().getWindow().hide());
        assertThat(window.time.waiting()).isZero();
    }

    @Test
    void everyButtonHasAName(FxRobot robot) {
        assertThat(robot.lookup(node -> node instanceof Button && node.isVisible())
                        .<Button>queryAll())
                .allSatisfy(button -> assertThat(button.getText() + button.getAccessibleText())
                        .isNotBlank()
                        .isNotEqualTo("null"));
    }

    private TextField search() {
        return (TextField) window.node("#search");
    }
}
