package dev.tessera.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.desktop.control.PassphraseField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Exports of other programs, by mouse and by keyboard alone.
@WindowTest
class ImportJourneyTest {
    private static final String SERVICES = """
            {"schemaVersion": 4, "services": [
              {"name": "Acme", "secret": "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", "otp": {"account": "ann"}},
              {"name": "Bolt", "secret": "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXA", "otp": {"account": "bob"}},
              {"name": "Core", "secret": "not base32!", "otp": {"account": "cy"}}]}""";

    private final WindowFixture window = new WindowFixture();

    @Start
    void start(Stage stage) {
        window.createVault(List.of());
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
    void byMouse(FxRobot robot) throws IOException {
        window.exports.add(write("backup.2fas", SERVICES));
        robot.clickOn("#import");
        window.await(() -> window.isThere("#import-list"));
        window.picture("import");
        assertThat(summary(robot)).isPresent();
        robot.clickOn("#import-add");
        window.settle();
        assertThat(listed()).isEqualTo(2);
        assertThat(robot.lookup("2 accounts were added.").tryQuery()).isPresent();
        robot.clickOn("#undo");
        window.settle();
        assertThat(window.isThere("#entries") && listed() > 0).isFalse();
        assertThat(robot.lookup("The import was undone.").tryQuery()).isPresent();
    }

    @Test
    void byKeyboardAlone(FxRobot robot) throws IOException {
        window.exports.add(sealed());
        reach(robot, "#import");
        robot.type(KeyCode.SPACE);
        window.await(() -> window.isThere("#import-passphrase"));
        window.picture("import-sealed");
        window.onFx(() -> ((PassphraseField) window.node("#import-passphrase")).type("wrong".toCharArray()));
        robot.type(KeyCode.ENTER);
        window.await(() -> window.isThere("#import-problem"));
        window.onFx(() -> ((PassphraseField) window.node("#import-passphrase")).type("päss wörd ".toCharArray()));
        robot.type(KeyCode.ENTER);
        window.await(() -> window.isThere("#import-list"));
        int found = list().getItems().size();
        reach(robot, "#import-list");
        robot.type(KeyCode.END, KeyCode.SPACE);
        window.settle();
        reach(robot, "#import-add");
        robot.type(KeyCode.ENTER);
        window.settle();
        assertThat(found).isEqualTo(2);
        assertThat(listed()).isEqualTo(1);
    }

    @Test
    void whatIsInTheVaultIsTakenAlongByKeyboard(FxRobot robot) throws IOException {
        window.exports.add(write("backup.2fas", SERVICES));
        robot.clickOn("#import");
        window.await(() -> window.isThere("#import-add"));
        robot.type(KeyCode.ENTER);
        window.settle();
        window.press("#vault");
        window.await(() -> window.isThere("#export"));
        window.newFile = Optional.of(window.folder.resolve("accounts.csv"));
        window.press("#export");
        window.await(() -> window.isThere("#export-target"));
        window.picture("export");
        for (int i = 0; i < 20; i++) {
            robot.type(KeyCode.DOWN);
        }
        window.await(() -> window.isThere("#export-plain"));
        window.picture("export-plain");
        window.onFx(() ->
                ((PassphraseField) window.node("#export-passphrase")).type(WindowFixture.PASSPHRASE.toCharArray()));
        reach(robot, "#export-go");
        robot.type(KeyCode.SPACE);
        window.await(() -> window.isThere("#export-done"));
        window.picture("export-written");
        assertThat(window.folder.resolve("accounts.csv")).isNotEmptyFile();
        robot.type(KeyCode.ENTER);
        window.settle();
        assertThat(window.isThere("#export-done")).isFalse();
    }

    @Test
    void escapeLeavesEverythingAsItWas(FxRobot robot) throws IOException {
        window.exports.add(write("backup.2fas", SERVICES));
        robot.clickOn("#import");
        window.await(() -> window.isThere("#import-list"));
        robot.type(KeyCode.ESCAPE);
        window.settle();
        assertThat(window.isThere("#import-list")).isFalse();
        assertThat(window.isThere("#scan-screen")).isTrue();
    }

    @Test
    void whatHoldsNothingSaysWhy(FxRobot robot) throws IOException {
        window.exports.add(write("letter.txt", "dear diary"));
        robot.clickOn("#import");
        window.await(() -> window.isThere("#import-nothing"));
        window.picture("import-nothing");
        assertThat(robot.lookup("#import-other").tryQuery()).isPresent();
    }

    @Test
    void lockingTakesItAway(FxRobot robot) throws IOException {
        window.exports.add(write("backup.2fas", SERVICES));
        robot.clickOn("#import");
        window.await(() -> window.isThere("#import-list"));
        robot.push(KeyCode.CONTROL, KeyCode.L);
        window.await(() -> window.window().isLocked());
        assertThat(window.isThere("#import-list")).isFalse();
    }

    private static Optional<Labeled> summary(FxRobot robot) {
        return robot.lookup("Found: 3 · new: 2 · cannot be used: 1").tryQueryAs(Labeled.class);
    }

    private static void reach(FxRobot robot, String selector) {
        for (int i = 0; i < 20 && !robot.lookup(selector).query().isFocused(); i++) {
            robot.type(KeyCode.TAB);
        }
        assertThat(robot.lookup(selector).query().isFocused())
                .as(selector + " is reached by Tab")
                .isTrue();
    }

    private ListView<?> list() {
        return (ListView<?>) window.node("#import-list");
    }

    private int listed() {
        return ((ListView<?>) window.node("#entries")).getItems().size();
    }

    private Path sealed() throws IOException {
        try (var in = ImportJourneyTest.class.getResourceAsStream("/dev/tessera/transfer/ente-sealed.json")) {
            return Files.write(
                    window.folder.resolve("ente.json"),
                    Objects.requireNonNull(in).readAllBytes());
        }
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(window.folder.resolve(name), content);
    }
}
