package dev.tessera.desktop.pick;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.desktop.FakePasteboard;
import dev.tessera.desktop.FakeTime;
import dev.tessera.desktop.control.Language;
import dev.tessera.desktop.control.Messages;
import dev.tessera.desktop.control.Threads;
import dev.tessera.desktop.pick.PickViewModel.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PickViewModelTest {
    private final FakeTime time = new FakeTime(Instant.ofEpochSecond(59));
    private final FakePasteboard pasteboard = new FakePasteboard();
    private final FakeAgent agent = new FakeAgent();
    private final AtomicInteger opened = new AtomicInteger();
    private final Queue<Runnable> work = new ArrayDeque<>();
    private final PickViewModel model = model(Optional.of(opened::incrementAndGet));

    private PickViewModel model(Optional<Runnable> window) {
        Messages.speak(Language.ENGLISH);
        return new PickViewModel(
                agent,
                new PickViewModel.Around(
                        new Threads(work::add, Runnable::run, time),
                        pasteboard,
                        time,
                        () -> Duration.ofSeconds(30),
                        window));
    }

    private void look() {
        model.look();
        work.remove().run();
    }

    private void choose() {
        model.choose();
        work.remove().run();
    }

    private List<String> shown() {
        return model.shown().stream()
                .map(offer -> offer.issuer() + " " + offer.accountName())
                .toList();
    }

    @Test
    void itShowsNamesAndKnowsNoCode() {
        look();
        assertThat(agent.asked()).containsExactly("NAMES ");
        assertThat(shown()).containsExactly("Bank ann", "GitHub bob", "GitHub Enterprise bob", "Pexip ann");
        assertThat(model.shown()).allMatch(offer -> offer.code().isEmpty());
        assertThat(model.selectedProperty().get()).isZero();
    }

    @Test
    void theBeginningOfANameComesBeforeAWordAndThatBeforeAnythingElse() {
        look();
        model.queryProperty().set("B");
        assertThat(shown()).containsExactly("Bank ann", "GitHub bob", "GitHub Enterprise bob");
        model.queryProperty().set("bob ENTER");
        assertThat(shown()).containsExactly("GitHub Enterprise bob");
        model.queryProperty().set("work");
        assertThat(shown()).as("by its tag").containsExactly("Pexip ann");
        assertThat(agent.asked()).as("nobody is asked for each letter").hasSize(1);
    }

    @Test
    void whatIsNotThereIsToldAndEnterDoesNothing() {
        look();
        model.queryProperty().set("zzz");
        assertThat(model.messageProperty().get()).isEqualTo("No account matches “zzz”.");
        assertThat(model.selectedProperty().get()).isEqualTo(-1);
        model.choose();
        assertThat(work).isEmpty();
        model.queryProperty().set("");
        assertThat(model.messageProperty().get()).isEmpty();
    }

    @Test
    void theSelectionStaysWithinTheList() {
        look();
        model.move(-1);
        assertThat(model.selectedProperty().get()).isZero();
        model.move(2);
        assertThat(model.selectedProperty().get()).isEqualTo(2);
        model.move(6);
        assertThat(model.selectedProperty().get()).isEqualTo(3);
    }

    @Test
    void theCodeIsCopiedAndClearedAfterItsTime() {
        look();
        model.queryProperty().set("pexip");
        choose();
        assertThat(agent.asked()).last().isEqualTo("CODE " + FakeAgent.PEXIP);
        assertThat(pasteboard.text).contains("287082");
        assertThat(model.phaseProperty().get()).isEqualTo(Phase.COPIED);
        assertThat(model.shown()).as("no name is left").isEmpty();
        model.leave();
        assertThat(model.phaseProperty().get())
                .as("losing the keys is no reason to end")
                .isEqualTo(Phase.COPIED);
        time.pass(Duration.ofSeconds(29));
        assertThat(pasteboard.text).isPresent();
        time.pass(Duration.ofSeconds(1));
        assertThat(pasteboard.text).isEmpty();
        assertThat(model.phaseProperty().get()).isEqualTo(Phase.ENDED);
        assertThat(time.waiting()).isZero();
    }

    @Test
    void whatSomebodyElseHasCopiedMeanwhileStays() {
        look();
        model.queryProperty().set("pexip");
        choose();
        pasteboard.text = Optional.of("a letter");
        time.pass(Duration.ofSeconds(30));
        assertThat(pasteboard.text).contains("a letter");
        assertThat(model.phaseProperty().get()).isEqualTo(Phase.ENDED);
    }

    @Test
    void aCounterIsLeftToTheWindow() {
        look();
        model.choose();
        assertThat(work).isEmpty();
        assertThat(model.messageProperty().get()).contains("counter");
        assertThat(pasteboard.text).isEmpty();
    }

    @Test
    void whereNobodyHasTheVaultOpenTheWindowIsOffered() {
        agent.isOpen = false;
        look();
        assertThat(model.messageProperty().get()).startsWith("No vault is open.");
        assertThat(model.windowOfferedProperty().get()).isTrue();
        model.queryProperty().set("p");
        assertThat(model.messageProperty().get()).startsWith("No vault is open.");
        model.openWindow();
        assertThat(opened).hasValue(1);
        assertThat(model.phaseProperty().get()).isEqualTo(Phase.ENDED);
    }

    @Test
    void whereItIsNotKnownHowToOpenTheWindowItIsNotOffered() {
        agent.isOpen = false;
        var without = model(Optional.empty());
        without.look();
        work.remove().run();
        assertThat(without.messageProperty().get()).startsWith("No vault is open.");
        assertThat(without.windowOfferedProperty().get()).isFalse();
    }

    @Test
    void whoDoesNotAnswerIsTold() {
        agent.isSilent = true;
        look();
        assertThat(model.messageProperty().get()).contains("does not answer");
    }

    @Test
    void lockedMeanwhileItForgetsTheNames() {
        look();
        model.queryProperty().set("pexip");
        agent.isOpen = false;
        choose();
        assertThat(model.shown()).isEmpty();
        assertThat(model.messageProperty().get()).startsWith("No vault is open.");
        assertThat(pasteboard.text).isEmpty();
    }

    @Test
    void anEmptyVaultIsNamedAsOne() {
        agent.isEmpty = true;
        look();
        assertThat(model.messageProperty().get()).isEqualTo("No accounts yet");
    }

    @Test
    void leftWhileTheCodeIsAskedForItCopiesNothing() {
        look();
        model.queryProperty().set("pexip");
        model.choose();
        model.leave();
        work.remove().run();
        assertThat(pasteboard.text).isEmpty();
        assertThat(model.phaseProperty().get()).isEqualTo(Phase.ENDED);
        assertThat(time.waiting()).isZero();
    }

    @Test
    void untouchedForAMinuteItIsLeft() {
        look();
        time.pass(Duration.ofSeconds(59));
        model.move(1);
        time.pass(Duration.ofSeconds(59));
        assertThat(model.phaseProperty().get()).isEqualTo(Phase.SHOWN);
        time.pass(Duration.ofSeconds(1));
        assertThat(model.phaseProperty().get()).isEqualTo(Phase.ENDED);
        assertThat(model.shown()).isEmpty();
    }
}
