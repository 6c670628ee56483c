package dev.tessera.desktop.entries;

import dev.tessera.desktop.control.Later;
import dev.tessera.desktop.control.Threads;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/// Codes that are not to be seen by who looks over a shoulder: one at a time is shown, for ten seconds.
final class HiddenCodes {
    static final Duration SHOWN = Duration.ofSeconds(10);

    private static final Later.Handle NOTHING = () -> {};

    private final Threads threads;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.OPEN);
    private final Subscription wanted;
    private Later.Handle covering = NOTHING;

    /// @param wanted whether codes are hidden
    HiddenCodes(ObjectProperty<Boolean> wanted, Threads threads) {
        this.threads = threads;
        this.wanted = wanted.subscribe(hide -> cover(hide));
    }

    /// What can be seen.
    ///
    /// @param hidden whether codes are hidden at all
    /// @param shown the one that can be seen all the same
    record State(boolean hidden, Optional<UUID> shown) {
        static final State OPEN = new State(false, Optional.empty());

        boolean hides(UUID entryId) {
            return hidden && shown.filter(entryId::equals).isEmpty();
        }
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Whether this code is not to be seen now.
    boolean hides(UUID entryId) {
        return state.get().hides(entryId);
    }

    /// Shows one code for ten seconds, or hides it again.
    void toggle(UUID entryId) {
        if (!state.get().hidden()) {
            return;
        }
        if (!hides(entryId)) {
            cover(true);
            return;
        }
        covering.cancel();
        var mine = new State(true, Optional.of(entryId));
        state.set(mine);
        covering = threads.later()
                .after(
                        SHOWN,
                        () -> threads.ui().execute(() -> {
                            if (state.get().equals(mine)) {
                                cover(true);
                            }
                        }));
    }

    void close() {
        wanted.unsubscribe();
        covering.cancel();
        state.set(State.OPEN);
    }

    private void cover(boolean hide) {
        covering.cancel();
        covering = NOTHING;
        state.set(hide ? new State(true, Optional.empty()) : State.OPEN);
    }
}
