package dev.tessera.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// What is left in the window after locking.
@WindowTest
class LockingTest {
    private static final List<String> NAMES =
            List.of("Pexip", "larsen", "GitHub", "Nordbank", "Steam", "Cloudbase", "Vault HQ", "Mailwerk", "garage");

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
    void noNameOfAnyAccountIsLeftInAnyNode(FxRobot robot) {
        assertThat(strings()).anyMatch(text -> text.contains("Pexip"));
        assertThat(robot.lookup(".issuer-mark .brand").queryAll()).isNotEmpty();
        openMenu();
        assertThat(Window.getWindows()).hasSize(2);
        lock(robot);
        assertThat(strings()).isNotEmpty().noneMatch(text -> NAMES.stream().anyMatch(text::contains));
        assertThat(robot.lookup(".issuer-mark").queryAll()).isEmpty();
        assertThat(Window.getWindows()).hasSize(1);
    }

    @Test
    void aPreviewIsGoneToo(FxRobot robot) {
        window.onFx(() ->
                window.window().offer(List.of("otpauth://totp/Pexip:second?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")));
        assertThat(strings()).anyMatch(text -> text.contains("second"));
        lock(robot);
        assertThat(strings()).noneMatch(text -> text.contains("Pexip") || text.contains("second"));
    }

    @Test
    void theClipboardIsClearedAndNoTimerRuns(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        window.settle();
        assertThat(window.pasteboard.text).isPresent();
        lock(robot);
        assertThat(window.pasteboard.text).isEmpty();
        assertThat(window.time.waiting()).isZero();
    }

    @Test
    void unlockingComesBackToTheViewThatWasLeft(FxRobot robot) {
        robot.write("mail");
        window.settle();
        lock(robot);
        window.unlock();
        assertThat(((TextField) window.node("#search")).getText()).isEqualTo("mail");
        assertThat(strings()).anyMatch(text -> text.contains("Mailwerk")).noneMatch(text -> text.contains("Pexip"));
    }

    @Test
    void lockedTheKeysOfTheListDoNothing(FxRobot robot) {
        lock(robot);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        robot.push(KeyCode.CONTROL, KeyCode.N);
        window.pass(Duration.ofSeconds(1));
        assertThat(window.pasteboard.text).isEmpty();
        assertThat(window.window().isLocked()).isTrue();
    }

    @Test
    void linksOfferedWhileLockedWaitForTheVault(FxRobot robot) {
        lock(robot);
        window.onFx(() -> window.window()
                .offer(List.of("otpauth://totp/Later:me?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Later")));
        assertThat(strings()).noneMatch(text -> text.contains("Later"));
        window.unlock();
        assertThat(strings()).anyMatch(text -> text.contains("Later"));
    }

    @Test
    void linksOfferedWhileSomethingIsTypedInWaitForItsEnd(FxRobot robot) {
        window.onFx(() -> window.window().open().orElseThrow().adding().typeIn());
        robot.write("half a secret");
        window.onFx(() -> window.window()
                .offer(List.of("otpauth://totp/Later:me?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Later")));
        assertThat(strings()).noneMatch(text -> text.contains("Later"));
        robot.push(KeyCode.ESCAPE);
        window.settle();
        assertThat(strings()).anyMatch(text -> text.contains("Later"));
    }

    private void openMenu() {
        window.onFx(() -> {
            var list = window.node("#entries");
            ((ListView<?>) list).getSelectionModel().select(4);
            Event.fireEvent(
                    list, new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 50, 50, 150, 150, true, null));
        });
    }

    private void lock(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.L);
        window.settle();
        assertThat(window.window().isLocked()).isTrue();
    }

    /// Every text of every node of every window, and the windows' titles.
    private List<String> strings() {
        var found = new ArrayList<String>();
        window.onFx(() -> {
            for (var open : Window.getWindows()) {
                if (open instanceof Stage stage) {
                    found.add(stage.getTitle());
                }
                collect(open.getScene().getRoot(), found);
            }
        });
        return found;
    }

    private static void collect(Node node, List<String> found) {
        if (node.getAccessibleText() != null) {
            found.add(node.getAccessibleText());
        }
        if (node instanceof Text text) {
            found.add(text.getText());
        }
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            found.add(labeled.getText());
        }
        if (node instanceof TextField field) {
            found.add(field.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }
}
