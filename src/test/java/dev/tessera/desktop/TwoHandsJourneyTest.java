package dev.tessera.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.otpauth.MigrationPayload;
import dev.tessera.scan.QrEncoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// The same day at the window twice: by mouse, with keys for words alone, and by keyboard alone. An export of two parts
/// is brought over, the second one first; then find, copy, edit, delete and take back, lock, come back, settings.
@WindowTest
class TwoHandsJourneyTest {
    private static final int ACCOUNTS = 12;

    private final WindowFixture window = new WindowFixture();
    private List<Path> parts = List.of();

    @Start
    void start(Stage stage) throws IOException {
        window.createVault(List.of());
        window.open(stage);
        var accounts = IntStream.range(0, ACCOUNTS)
                .mapToObj(i -> Accounts.varied("Site " + (char) ('A' + i), "ann", i))
                .toList();
        var links = MigrationPayload.format(accounts, 42);
        parts = List.of(picture("first.png", links.getFirst()), picture("second.png", links.getLast()));
    }

    private Path picture(String name, String link) throws IOException {
        var file = window.folder.resolve(name);
        ImageIO.write(QrEncoder.image(link, 4), "png", file.toFile());
        return file;
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
    void byMouse(FxRobot robot) {
        var hand = new WindowHand(window, robot);
        window.pictures.add(parts.getLast());
        robot.clickOn("#open-picture");
        hand.awaitSight("#missing-parts");
        window.pictures.set(0, parts.getFirst());
        robot.clickOn("#open-more");
        window.await(() -> window.find("#missing-parts").isEmpty() && window.isThere("#add-account"));
        robot.clickOn("#add-account");
        window.await(() -> items() == ACCOUNTS);

        robot.clickOn("#search").write("site c");
        window.settle();
        robot.clickOn("Site C");
        window.settle();
        assertThat(window.pasteboard.text).isPresent();

        hand.choose("Site C", "edit");
        hand.awaitSight("#edit-issuer");
        robot.doubleClickOn("#edit-issuer").doubleClickOn("#edit-issuer").clickOn("#edit-issuer");
        robot.push(KeyCode.CONTROL, KeyCode.A).write("Renamed");
        robot.clickOn("#edit-save");
        window.await(() -> window.find("#edit-save").isEmpty());
        robot.doubleClickOn("#search").push(KeyCode.CONTROL, KeyCode.A).write("renamed");
        window.await(() -> items() == 1);

        hand.choose("Renamed", "bin");
        window.await(() -> items() == 0);
        robot.clickOn("#undo");
        window.await(() -> items() == 1);

        robot.clickOn("#lock");
        window.await(() -> window.window().isLocked());
        robot.clickOn("#passphrase").write(WindowFixture.PASSPHRASE);
        robot.clickOn("#unlock");
        window.await(() -> !window.window().isLocked());
        assertThat(search().getText()).isEqualTo("renamed");

        robot.clickOn("#settings");
        hand.awaitSight("#settings-close");
        robot.clickOn("#settings-close");
        window.await(() -> !window.isThere("#settings-close"));
    }

    @Test
    void byKeyboardAlone(FxRobot robot) {
        window.pictures.add(parts.getLast());
        reach(robot, "#open-picture");
        robot.type(KeyCode.ENTER);
        window.await(() -> window.isThere("#missing-parts"));
        window.pictures.set(0, parts.getFirst());
        reach(robot, "#open-more");
        robot.type(KeyCode.SPACE);
        window.await(() -> window.find("#missing-parts").isEmpty() && window.isThere("#add-account"));
        reach(robot, "#add-account");
        robot.type(KeyCode.ENTER);
        window.await(() -> items() == ACCOUNTS);

        robot.write("site c").type(KeyCode.ENTER);
        window.settle();
        assertThat(window.pasteboard.text).isPresent();

        robot.type(KeyCode.F2);
        window.await(() -> window.isThere("#edit-issuer"));
        robot.push(KeyCode.CONTROL, KeyCode.A).write("Renamed").type(KeyCode.ENTER);
        window.await(() -> window.find("#edit-save").isEmpty());
        robot.type(KeyCode.ESCAPE);
        robot.write("renamed");
        window.await(() -> items() == 1);

        reach(robot, "#entries"); // in the search, Delete is a key of the text
        robot.type(KeyCode.DOWN, KeyCode.DELETE);
        window.await(() -> items() == 0);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        window.await(() -> items() == 1);

        robot.push(KeyCode.CONTROL, KeyCode.L);
        window.await(() -> window.window().isLocked());
        robot.write(WindowFixture.PASSPHRASE).type(KeyCode.ENTER);
        window.await(() -> !window.window().isLocked());
        assertThat(search().getText()).isEqualTo("renamed");

        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        window.await(() -> window.isThere("#settings-close"));
        robot.type(KeyCode.ESCAPE);
        window.await(() -> !window.isThere("#settings-close"));
    }

    private void reach(FxRobot robot, String selector) {
        for (int i = 0; i < 30 && !isFocused(selector); i++) {
            robot.type(KeyCode.TAB);
            window.settle();
        }
        assertThat(isFocused(selector)).as(selector + " is reached by Tab").isTrue();
    }

    private boolean isFocused(String selector) {
        return window.window().scene().getRoot().lookupAll(selector).stream().anyMatch(Node::isFocused);
    }

    private TextField search() {
        return (TextField) window.node("#search");
    }

    private int items() {
        return ((ListView<?>) window.node("#entries")).getItems().size();
    }
}
