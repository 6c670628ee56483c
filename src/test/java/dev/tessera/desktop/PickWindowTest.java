package dev.tessera.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitFor;
import static org.testfx.util.WaitForAsyncUtils.waitForAsyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.tessera.desktop.control.Language;
import dev.tessera.desktop.control.Threads;
import dev.tessera.desktop.pick.FakeAgent;
import dev.tessera.desktop.pick.PickViewModel;
import dev.tessera.desktop.pick.PickViewModel.Phase;
import dev.tessera.desktop.settings.Setting;
import dev.tessera.desktop.settings.Settings;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// The search for one code, by keys and by what takes the keys from it.
@WindowTest
@ParameterizedClass
@MethodSource("dev.tessera.desktop.Gallery#languages")
class PickWindowTest {
    private final StyleComplaints styleComplaints = new StyleComplaints();
    private final FakeTime time = new FakeTime(WindowFixture.NOW);
    private final FakePasteboard pasteboard = new FakePasteboard();
    private final FakeAgent agent = new FakeAgent();
    private final Settings settings = Settings.untilClosed();
    private final BooleanProperty hasKeys = new SimpleBooleanProperty();
    private final AtomicInteger opened = new AtomicInteger();
    private final Language language;
    private Optional<Stage> stage = Optional.empty();
    private Optional<PickViewModel> model = Optional.empty();

    PickWindowTest(Language language) {
        this.language = language;
        settings.of(Setting.LANGUAGE).set(Optional.of(language));
    }

    @Start
    void start(Stage unused) {
        open();
    }

    private void open() {
        var made = new PickViewModel(
                agent,
                new PickViewModel.Around(
                        new Threads(Runnable::run, Platform::runLater, time),
                        pasteboard,
                        time,
                        () -> Duration.ofSeconds(30),
                        Optional.of(opened::incrementAndGet)));
        var own = new Stage(StageStyle.UNDECORATED);
        model = Optional.of(made);
        stage = Optional.of(own);
        made.look();
        new PickWindow(own, made, settings, hasKeys).show();
    }

    @AfterEach
    void close() {
        onFx(() -> model().close());
        styleComplaints.assertNone();
    }

    private PickViewModel model() {
        return model.orElseThrow();
    }

    private Stage stage() {
        return stage.orElseThrow();
    }

    private static void onFx(Runnable task) {
        waitForAsyncFx(10_000, task);
        waitForFxEvents();
    }

    private static void await(Callable<Boolean> condition) {
        try {
            waitFor(20, TimeUnit.SECONDS, condition);
        } catch (TimeoutException e) {
            throw new AssertionError("did not happen within 20 s", e);
        }
        waitForFxEvents();
    }

    private boolean isThere(String selector) {
        return Optional.ofNullable(stage().getScene().lookup(selector))
                .filter(Node::isVisible)
                .isPresent();
    }

    private void picture(String name) {
        onFx(() ->
                Gallery.picture(stage().getScene(), language == Language.ENGLISH ? name : name + "-" + language.tag()));
    }

    @Test
    void byKeysAloneACodeIsFoundAndCopied(FxRobot robot) {
        await(() -> isThere("#pick-list"));
        assertThat(stage().isAlwaysOnTop()).isTrue();
        picture("pick");
        robot.write("bob");
        waitForFxEvents();
        robot.type(KeyCode.DOWN, KeyCode.UP, KeyCode.DOWN);
        picture("pick-found");
        robot.type(KeyCode.ENTER);
        await(() -> pasteboard.text.isPresent());
        assertThat(pasteboard.text).contains("287082");
        assertThat(stage().isShowing()).as("it is out of the way").isFalse();
        assertThat(model().phaseProperty().get()).isEqualTo(Phase.COPIED);
        time.pass(Duration.ofSeconds(30));
        await(() -> model().phaseProperty().get() == Phase.ENDED);
        assertThat(pasteboard.text).isEmpty();
    }

    @Test
    void escapeLeavesIt(FxRobot robot) {
        robot.type(KeyCode.ESCAPE);
        await(() -> !stage().isShowing());
        assertThat(model().phaseProperty().get()).isEqualTo(Phase.ENDED);
        assertThat(pasteboard.text).isEmpty();
    }

    @Test
    void itIsGoneWhenAnotherWindowGetsTheKeys() {
        onFx(() -> hasKeys.set(true));
        assertThat(stage().isShowing()).isTrue();
        onFx(() -> hasKeys.set(false));
        assertThat(stage().isShowing()).isFalse();
        assertThat(model().phaseProperty().get()).isEqualTo(Phase.ENDED);
    }

    @Test
    void whereNothingIsOpenEnterOpensTheWindow(FxRobot robot) {
        onFx(() -> model().close());
        agent.isOpen = false;
        onFx(this::open);
        await(() -> isThere("#pick-open"));
        picture("pick-shut");
        robot.type(KeyCode.ENTER);
        await(() -> !stage().isShowing());
        assertThat(opened).hasValue(1);
    }

    @Test
    void aClickTakesTheOneThatIsClicked(FxRobot robot) {
        await(() -> isThere("#pick-list"));
        robot.clickOn("GitHub");
        await(() -> pasteboard.text.isPresent());
        assertThat(stage().isShowing()).isFalse();
    }
}
