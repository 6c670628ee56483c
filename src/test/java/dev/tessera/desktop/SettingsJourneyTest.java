package dev.tessera.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.desktop.control.Language;
import dev.tessera.desktop.settings.Setting;
import dev.tessera.desktop.settings.Setting.CodeSize;
import dev.tessera.desktop.settings.Setting.Look;
import dev.tessera.desktop.settings.Setting.Order;
import dev.tessera.vault.Tag;
import dev.tessera.vault.Vault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.application.ColorScheme;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// What can be chosen, and what it does to the window.
@WindowTest
class SettingsJourneyTest {
    private final WindowFixture window = new WindowFixture();

    @Start
    void start(Stage stage) {
        window.createVault(Accounts.all(), SettingsJourneyTest::tagged);
        window.open(stage);
    }

    /// Some at work, some for travel, one on top.
    private static Vault tagged(Vault vault) {
        var work = Tag.create("Work", WindowFixture.NOW);
        var travel = Tag.create("Travel", WindowFixture.NOW);
        var with = vault.with(work).with(travel);
        for (int i = 0; i < 5; i++) {
            var tag = i < 3 ? work : travel;
            boolean pinned = i == 1;
            with = with.change(
                    vault.entries().get(i).id(),
                    e -> e.withDetails(e.details().tagged(tag.id()).withPinned(pinned), WindowFixture.NOW));
        }
        return with;
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
    void theSheetOpensByKeyAndItsChoicesHoldAtOnce(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        window.settle();
        window.picture("settings");
        choose("look", Look.DARK);
        assertThat(scheme()).isEqualTo(ColorScheme.DARK);
        choose("look", Look.LIGHT);
        assertThat(scheme()).isEqualTo(ColorScheme.LIGHT);
        choose("code-size", CodeSize.LARGE);
        robot.type(KeyCode.ESCAPE);
        window.settle();
        window.picture("list-large-codes");
        assertThat(window.node("#entries").isDisabled()).isFalse();
        assertThat(window.settings.of(Setting.CODE_SIZE).get()).isEqualTo(CodeSize.LARGE);
    }

    @Test
    void everythingCanBeTwiceAsLarge(FxRobot robot) {
        double width = window.node("#entries")
                .localToScene(window.node("#entries").getLayoutBounds())
                .getWidth();
        choose(Setting.SIZE, 200);
        window.picture("list-200");
        var list = window.node("#entries");
        assertThat(list.localToScene(list.getLayoutBounds()).getWidth())
                .isCloseTo(2 * width, org.assertj.core.data.Percentage.withPercentage(6));
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        window.settle();
        window.picture("settings-200");
        robot.type(KeyCode.ESCAPE);
        robot.push(KeyCode.CONTROL, KeyCode.N);
        window.settle();
        window.picture("add-200");
        robot.type(KeyCode.ESCAPE);
        choose(Setting.SIZE, 100);
        assertThat(list.localToScene(list.getLayoutBounds()).getWidth())
                .isCloseTo(width, org.assertj.core.data.Percentage.withPercentage(6));
    }

    @Test
    void anotherLanguageIsSpokenAtOnce(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        window.settle();
        choose(Setting.LANGUAGE, Optional.of(Language.GERMAN));
        assertThat(robot.lookup("Einstellungen").tryQuery()).isPresent();
        robot.type(KeyCode.ESCAPE);
        window.settle();
        assertThat(robot.lookup("9 Konten").tryQuery()).isPresent();
        assertThat(window.window().isLocked()).isFalse();
        robot.push(KeyCode.CONTROL, KeyCode.L);
        window.await(() -> window.window().isLocked());
        assertThat(robot.lookup("Tessera ist gesperrt").tryQuery()).isPresent();
        window.unlock();
        choose(Setting.LANGUAGE, Optional.of(Language.ENGLISH));
        assertThat(robot.lookup("9 accounts").tryQuery()).isPresent();
    }

    @Test
    void theKeysAreToldByF1AndByTheQuestionMark(FxRobot robot) {
        robot.type(KeyCode.F1);
        window.settle();
        window.picture("keys");
        assertThat(window.node("#keys-close").isVisible()).isTrue();
        robot.type(KeyCode.ESCAPE);
        window.settle();
        assertThat(window.window().scene().lookup("#keys-close")).isNull();
        robot.write("?");
        window.settle();
        assertThat(window.node("#keys-close").isVisible()).isTrue();
    }

    @Test
    void theChipsShowPartsOfTheList(FxRobot robot) {
        robot.clickOn("Travel");
        window.settle();
        window.picture("list-tag");
        assertThat(items()).hasSize(2);
        robot.clickOn("Travel");
        window.settle();
        assertThat(items()).hasSize(9);
        robot.clickOn("#filter-pinned");
        window.settle();
        assertThat(items()).hasSize(1);
        robot.push(KeyCode.CONTROL, KeyCode.L);
        window.await(() -> window.window().isLocked());
        window.unlock();
        assertThat(items()).hasSize(1);
        robot.clickOn("#filter-all");
        window.settle();
        assertThat(items()).hasSize(9);
    }

    @Test
    void aWideWindowHasTheTagsAtItsSideAndColumns(FxRobot robot) {
        window.onFx(() -> window.window().scene().getWindow().setWidth(1000));
        window.picture("list-side-bar");
        assertThat(window.node("#side").isVisible()).isTrue();
        assertThat(window.node("#chips").isVisible()).isFalse();
        robot.clickOn("Work");
        window.settle();
        assertThat(window.window().open().orElseThrow().entries().shown()).hasSize(3);
    }

    @Test
    void byHandACardIsDraggedAndMovedByKeys(FxRobot robot) {
        choose(Setting.ORDER, Order.HAND);
        var entries = window.window().open().orElseThrow().entries();
        var before = List.copyOf(entries.shown());
        var title = before.get(1).account().title();
        robot.drag(before.get(1).account().title())
                .dropTo(before.get(3).account().title());
        window.settle();
        assertThat(entries.shown().get(3).account().title()).isEqualTo(title);
        assertThat(window.pasteboard.text).isEmpty();
        window.onFx(() -> window.window().open().orElseThrow().list().select(3));
        robot.push(KeyCode.ALT, KeyCode.UP);
        window.settle();
        assertThat(entries.shown().get(2).account().title()).isEqualTo(title);
        assertThat(window.window().open().orElseThrow().list().selectedIndex()).isEqualTo(2);
    }

    @Test
    void hiddenCodesAreShownByTheSpaceKeyAndByAClickOnTheDots(FxRobot robot) {
        choose(Setting.HIDDEN_CODES, true);
        window.picture("list-hidden");
        assertThat(texts()).noneMatch(text -> text.matches("\\d"));
        robot.type(KeyCode.DOWN, KeyCode.SPACE);
        window.settle();
        assertThat(texts().stream().filter(text -> text.matches("\\d"))).hasSizeBetween(5, 8);
        window.pass(Duration.ofSeconds(10));
        assertThat(texts()).noneMatch(text -> text.matches("\\d"));
        robot.clickOn(robot.lookup(".code-figures").nth(2).<javafx.scene.Node>query());
        window.settle();
        assertThat(texts()).anyMatch(text -> text.matches("\\d"));
        assertThat(window.pasteboard.text).isEmpty();
        robot.type(KeyCode.ENTER);
        window.settle();
        assertThat(window.pasteboard.text).isPresent();
    }

    @Test
    void itLocksWhenNobodyTouchesIt(FxRobot robot) {
        window.pass(Duration.ofMinutes(4).plusSeconds(50));
        robot.type(KeyCode.DOWN);
        window.pass(Duration.ofSeconds(20));
        assertThat(window.window().isLocked()).isFalse();
        window.pass(Duration.ofMinutes(4).plusSeconds(40));
        assertThat(window.window().isLocked()).isTrue();
        assertThat(window.time.waiting()).isZero();
    }

    @Test
    void neverMeansNever() {
        choose(Setting.LOCK_AFTER, Duration.ZERO);
        window.time.set(window.time.instant().plus(Duration.ofDays(1)));
        window.pass(Duration.ofSeconds(3));
        assertThat(window.window().isLocked()).isFalse();
    }

    @Test
    void itLocksWhenItIsMinimisedIfThePersonWants() {
        window.onFx(() -> stage().setIconified(true));
        assertThat(window.window().isLocked()).isFalse();
        window.onFx(() -> stage().setIconified(false));
        choose(Setting.LOCK_MINIMISED, true);
        window.onFx(() -> stage().setIconified(true));
        assertThat(window.window().isLocked()).isTrue();
        // On the headless platform no other window gets keys while one is minimised.
        window.onFx(() -> stage().setIconified(false));
    }

    private Stage stage() {
        return (Stage) window.window().scene().getWindow();
    }

    private <T> void choose(Setting<T> setting, T value) {
        window.onFx(() -> window.settings.of(setting).set(value));
    }

    @SuppressWarnings("unchecked") // the box of this setting holds such values
    private <T> void choose(String id, T value) {
        window.onFx(() -> ((ComboBox<T>) window.node("#setting-" + id)).setValue(value));
    }

    private ColorScheme scheme() {
        return window.window().scene().getPreferences().getColorScheme();
    }

    private List<?> items() {
        return ((ListView<?>) window.node("#entries")).getItems();
    }

    /// The single figures of all codes.
    private List<String> texts() {
        return window.node("#entries").lookupAll(".figure").stream()
                .filter(node -> node.isVisible() && node instanceof javafx.scene.text.Text)
                .map(node -> ((javafx.scene.text.Text) node).getText())
                .toList();
    }
}
