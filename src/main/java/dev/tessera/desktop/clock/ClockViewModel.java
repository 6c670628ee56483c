package dev.tessera.desktop.clock;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.clock.CodeClock;
import dev.tessera.clock.Correction;
import dev.tessera.clock.Lapse;
import dev.tessera.clock.Measurement;
import dev.tessera.clock.NoTimeException;
import dev.tessera.clock.Offset;
import dev.tessera.clock.TimeServer;
import dev.tessera.desktop.control.Errands;
import dev.tessera.desktop.control.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Measures the clock when the person asks for it, and applies it to the codes. The network is used in no other case.
public final class ClockViewModel {
    private final Timing timing;
    private final CodeClock codes;
    private final Executor asking;
    private final Errands errands;
    private final ReadOnlyObjectWrapper<ClockState> state = new ReadOnlyObjectWrapper<>(new ClockState.Hidden());
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper noticed = new ReadOnlyBooleanWrapper();
    private Optional<String> measured = Optional.empty();
    private int asked;

    /// @param asking where the servers are waited for
    /// @param told takes what could not be done
    public ClockViewModel(Timing timing, Threads threads, Executor asking, Errands.Told told) {
        this.timing = timing;
        this.codes = timing.codes();
        this.asking = asking;
        this.errands = new Errands(threads, told);
        look();
    }

    /// What the sheet shows.
    public ReadOnlyObjectProperty<ClockState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// That codes do not go by this computer's clock, or no longer go by another time; mostly empty.
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// Whether there is anything of that to know.
    public ReadOnlyBooleanProperty noticedProperty() {
        return noticed.getReadOnlyProperty();
    }

    /// How far the clock was found to be off since the vault was unlocked, in a sentence; empty if it was not measured.
    public Optional<String> measured() {
        return measured;
    }

    /// Whether the sheet is open.
    public boolean isOpen() {
        return !(state.get() instanceof ClockState.Hidden);
    }

    /// Whether something is applied, or was.
    boolean isAnythingApplied() {
        return noticed.get();
    }

    /// Looks by what codes go now: the clock may have been set, or another program may have changed it.
    public void look() {
        notice.set(
                switch (codes.state()) {
                    case CodeClock.State.Plain _ -> "";
                    case CodeClock.State.Corrected(var correction) -> inWords(correction);
                    case CodeClock.State.Lapsed(var lapse) -> inWords(lapse);
                });
        noticed.set(!notice.get().isEmpty());
    }

    /// Says what would be done.
    public void open() {
        state.set(new ClockState.Ready(
                timing.servers().stream().map(TimeServer::toString).collect(Collectors.joining(", "))));
    }

    /// Asks the servers.
    public void measure() {
        int mine = ++asked;
        state.set(new ClockState.Asking());
        asking.execute(() -> {
            var outcome = outcome();
            errands.onUi(() -> {
                if (mine == asked) {
                    if (outcome instanceof ClockState.Told told) {
                        measured = Optional.of(told.sentences().getFirst());
                    }
                    state.set(outcome);
                }
            });
        });
    }

    /// Leaves the sheet; what the servers say then counts no more.
    public void dismiss() {
        asked++;
        state.set(new ClockState.Hidden());
    }

    /// Makes codes by the time that was measured.
    public void apply() {
        if (state.get() instanceof ClockState.Told told && told.canBeApplied()) {
            errands.run(
                    () -> {
                        codes.apply(
                                told.measured().offset().amount(),
                                told.measured().source(),
                                told.before());
                        return true;
                    },
                    _ -> {
                        dismiss();
                        look();
                    },
                    () -> {});
        }
    }

    /// Makes codes by this computer's clock again.
    public void remove() {
        errands.run(
                codes::reset,
                _ -> {
                    dismiss();
                    look();
                },
                () -> {});
    }

    /// Nothing comes back from now on.
    public void close() {
        errands.close();
        dismiss();
    }

    private ClockState outcome() {
        try {
            var before = codes.evidence();
            var measured = timing.measure();
            var left = measured.offset().without(codes.amount());
            return new ClockState.Told(measured, before, sentences(measured, left), canBeApplied(measured, left));
        } catch (NoTimeException failure) {
            return new ClockState.Failed(
                    switch (failure.kind()) {
                        case DISAGREEMENT, IMPLAUSIBLE -> text("clock.disagree");
                        case NOBODY, NO_PAGE, CERTIFICATE, NO_DATE -> text("clock.nobody");
                    });
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new ClockState.Failed(text("clock.nobody"));
        }
    }

    private boolean canBeApplied(Measurement measured, Offset left) {
        return codes.canBeApplied()
                && measured.isConfirmed()
                && !left.isRight()
                && !measured.offset().isRight()
                && Correction.isPlausible(measured.offset().amount());
    }

    private List<String> sentences(Measurement measured, Offset left) {
        var sentences = new ArrayList<String>();
        sentences.add(inWords(measured.offset()));
        sentences.add(text("clock.agree", measured.agreeing(), measured.asked().size()));
        if (left.isRight()) {
            sentences.add(text("clock.codes-right"));
            return sentences;
        }
        sentences.add(left.mostSteps() <= 1 ? text("clock.codes-risky") : text("clock.codes-refused"));
        if (!measured.isConfirmed()) {
            sentences.add(text("clock.unconfirmed"));
        } else if (!Correction.isPlausible(measured.offset().amount())) {
            sentences.add(text("clock.too-far"));
        } else {
            sentences.add(text("clock.advice"));
        }
        return sentences;
    }

    private static String inWords(Offset offset) {
        var bound = Amounts.bound(offset.bound());
        if (offset.amount().abs().compareTo(offset.bound()) <= 0) {
            return text("clock.right", bound);
        }
        var amount = Amounts.inWords(offset.amount());
        return offset.isBehind() ? text("clock.behind", amount, bound) : text("clock.ahead", amount, bound);
    }

    private static String inWords(Correction correction) {
        var amount = Amounts.inWords(correction.amount());
        return correction.amount().isNegative()
                ? text("clock.applied-behind", amount)
                : text("clock.applied-ahead", amount);
    }

    private static String inWords(Lapse lapse) {
        return switch (lapse) {
            case CLOCK_SET -> text("clock.lapsed-set");
            case RESTARTED -> text("clock.lapsed-restarted");
            case FOLLOWS_NETWORK -> text("clock.lapsed-network");
            case OLD -> text("clock.lapsed-old");
            case UNREADABLE -> text("clock.lapsed-unreadable");
        };
    }
}
