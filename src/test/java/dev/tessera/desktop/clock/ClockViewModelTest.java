package dev.tessera.desktop.clock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.clock.CodeClock;
import dev.tessera.clock.FakeTimeServer;
import dev.tessera.clock.Source;
import dev.tessera.clock.TimeServer;
import dev.tessera.desktop.FakeTime;
import dev.tessera.desktop.control.Language;
import dev.tessera.desktop.control.Messages;
import dev.tessera.desktop.control.Threads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClockViewModelTest {
    private final List<FakeTimeServer> servers = new ArrayList<>();
    private final List<TimeServer> addresses = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final Queue<Runnable> asking = new ArrayDeque<>();
    private final Path folder;
    private final CodeClock codes;
    private Duration off = Duration.ZERO;
    private final ClockViewModel model;

    ClockViewModelTest(@TempDir Path folder) {
        Messages.speak(Language.ENGLISH);
        this.folder = folder.resolve("config");
        codes = CodeClock.in(Optional.of(this.folder), () -> Instant.now().plus(off));
        model = model();
    }

    private ClockViewModel model() {
        return new ClockViewModel(
                new Timing(codes, addresses),
                new Threads(Runnable::run, Runnable::run, new FakeTime(Instant.EPOCH)),
                asking::add,
                (text, _) -> told.add(text));
    }

    @BeforeEach
    void threeServers() {
        for (int i = 0; i < 3; i++) {
            add(FakeTimeServer.ahead(Duration.ZERO));
        }
    }

    private void add(FakeTimeServer server) {
        servers.add(server);
        addresses.add(server.address());
    }

    @AfterEach
    void close() {
        servers.forEach(FakeTimeServer::close);
    }

    private void measure() {
        model.measure();
        assertThat(model.stateProperty().get()).isEqualTo(new ClockState.Asking());
        asking.remove().run();
    }

    private ClockState.Told outcome() {
        return (ClockState.Told) model.stateProperty().get();
    }

    @Test
    void nobodyIsAskedBeforeTheButtonIsPressed() {
        model.look();
        model.open();
        assertThat(((ClockState.Ready) model.stateProperty().get()).servers())
                .contains(addresses.getFirst().toString(), addresses.getLast().toString());
        model.dismiss();
        assertThat(model.isOpen()).isFalse();
        assertThat(asking).isEmpty();
        assertThat(servers).extracting(FakeTimeServer::asked).containsOnly(0);
    }

    @Test
    void aClockThatIsRightNeedsNothing() {
        measure();
        assertThat(outcome().canBeApplied()).isFalse();
        assertThat(outcome().sentences())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("The clock is right to within 0."),
                        second -> assertThat(second).isEqualTo("3 of 3 time servers agree."),
                        third -> assertThat(third).isEqualTo("The codes are right."));
    }

    @Test
    void aClockThatIsBehindIsAppliedAndToldUntilItIsRemoved() {
        off = Duration.ofMinutes(-10);
        measure();
        assertThat(outcome().canBeApplied()).isTrue();
        assertThat(outcome().sentences().getFirst())
                .containsPattern("The clock is 0:(10:00|09:59) behind \\(to within");
        assertThat(outcome().sentences()).contains("The codes are wrong; most sites refuse them.");
        assertThat(model.noticedProperty().get()).isFalse();
        model.apply();
        assertThat(model.isOpen()).isFalse();
        assertThat(codes.amount()).isBetween(Duration.ofSeconds(599), Duration.ofSeconds(601));
        assertThat(model.noticeProperty().get())
                .containsPattern("The codes are generated 0:(10:00|09:59) ahead of this computer’s clock.");
        measure();
        assertThat(outcome().canBeApplied()).as("nothing is left of it").isFalse();
        assertThat(outcome().sentences()).contains("The codes are right.");
        model.remove();
        assertThat(codes.amount()).isZero();
        assertThat(model.noticedProperty().get()).isFalse();
        assertThat(told).isEmpty();
    }

    @Test
    void whatTheCommandLineAppliesIsSeen() throws IOException {
        codes.apply(Duration.ofSeconds(-45), Source.GIVEN, codes.evidence());
        model.look();
        assertThat(model.noticeProperty().get())
                .isEqualTo("The codes are generated 45 s behind this computer’s clock.");
    }

    @Test
    void aClockThatWasSetIsToldUntilItIsRemoved() throws IOException {
        codes.apply(Duration.ofSeconds(45), Source.SERVERS, codes.evidence());
        off = Duration.ofSeconds(45);
        var later = new ClockViewModel(
                new Timing(CodeClock.in(Optional.of(folder), () -> Instant.now().plus(off)), addresses),
                new Threads(Runnable::run, Runnable::run, new FakeTime(Instant.EPOCH)),
                asking::add,
                (text, _) -> told.add(text));
        assertThat(later.noticeProperty().get()).startsWith("The computer’s clock has been set since it was measured.");
        later.remove();
        assertThat(later.noticedProperty().get()).isFalse();
    }

    @Test
    void serversThatContradictEachOtherAreNoUse() {
        add(FakeTimeServer.ahead(Duration.ofHours(1)));
        add(FakeTimeServer.ahead(Duration.ofHours(2)));
        add(FakeTimeServer.ahead(Duration.ofHours(3)));
        measure();
        assertThat(model.stateProperty().get())
                .isEqualTo(new ClockState.Failed("The time servers contradict each other. Try again later."));
    }

    @Test
    void whereNobodyAnswersThatIsTold() {
        addresses.clear();
        add(FakeTimeServer.unwilling("RATE"));
        measure();
        assertThat(model.stateProperty().get())
                .isEqualTo(new ClockState.Failed("No time server answered. Check the network, or try again later."));
    }

    @Test
    void whatNothingConfirmsOrIsTooMuchIsNotApplied() {
        off = Duration.ofSeconds(-45);
        addresses.subList(1, 3).clear();
        add(FakeTimeServer.unwilling("RATE"));
        measure();
        assertThat(outcome().canBeApplied()).isFalse();
        assertThat(outcome().sentences().getLast()).startsWith("Only one time server answered.");
        off = Duration.ofDays(-30);
        addresses.removeLast();
        measure();
        assertThat(outcome().canBeApplied()).isFalse();
        assertThat(outcome().sentences().getLast()).startsWith("That is too much to correct here");
        model.apply();
        assertThat(Files.exists(folder)).isFalse();
    }

    @Test
    void whatComesAfterItWasLeftCountsNoMore() {
        model.measure();
        model.dismiss();
        asking.remove().run();
        assertThat(model.isOpen()).isFalse();
        model.measure();
        model.close();
        asking.remove().run();
        assertThat(model.isOpen()).isFalse();
    }

    @Test
    void whatCannotBeKeptIsTold() throws IOException {
        off = Duration.ofSeconds(-45);
        measure();
        Files.writeString(folder, "a file in the place of the folder");
        model.apply();
        assertThat(told).singleElement().asString().contains("the disk reported an error");
        assertThat(model.isOpen()).isTrue();
    }
}
