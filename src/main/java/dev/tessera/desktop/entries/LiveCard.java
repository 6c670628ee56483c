package dev.tessera.desktop.entries;

import static dev.tessera.desktop.control.Messages.counted;

import dev.tessera.otp.OtpParameters.Hotp;
import dev.tessera.vault.Entry;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A card and the entry on it: shows what the moment asks for.
final class LiveCard {
    private final EntriesViewModel model;
    private final EntryCard card = new EntryCard(this::nextCode);
    private @Nullable Entry entry;
    private @Nullable TimedCodes codes;
    private @Nullable CardState state;

    LiveCard(EntriesViewModel model) {
        this.model = model;
    }

    EntryCard node() {
        return card;
    }

    Optional<Entry> entry() {
        return Optional.ofNullable(entry);
    }

    void show(Entry shown) {
        if (!shown.equals(entry)) {
            entry = shown;
            codes = null;
            state = null;
            card.show(shown);
        }
        turn();
    }

    /// Forgets who it was.
    void wipe() {
        entry = null;
        codes = null;
        state = null;
        card.wipe();
    }

    /// Shows the code of the moment.
    ///
    /// @return whether more has changed than the time left
    boolean turn() {
        var shown = entry;
        if (shown == null) {
            return false;
        }
        var now = state(shown, model.ticker().now());
        var before = state;
        state = now;
        if (before != null && now.differsInTimeAlone(before)) {
            card.showTimeLeft(now);
            return false;
        }
        card.show(now);
        return true;
    }

    /// Names and code, as a screen reader says them.
    String spoken() {
        var shown = entry;
        return shown == null ? "" : state(shown, model.ticker().now()).spoken(shown);
    }

    /// How long the code still holds, as a screen reader says it when it is asked.
    String spokenTimeLeft() {
        var shown = entry;
        return shown == null
                ? ""
                : state(shown, model.ticker().now())
                        .countdown()
                        .map(countdown -> counted("card.spoken-left", countdown.secondsLeft()))
                        .orElse("");
    }

    private CardState state(Entry shown, Instant now) {
        var state = openState(shown, now);
        if (model.awaitedProperty().get().filter(shown.id()::equals).isPresent()) {
            state = state.awaited();
        }
        return model.hidden().hides(shown.id()) ? state.hidden() : state;
    }

    private CardState openState(Entry shown, Instant now) {
        var copied = model.copiedProperty().get().filter(mine -> mine.entryId().equals(shown.id()));
        var credential = shown.account().credential();
        if (credential.parameters() instanceof Hotp hotp) {
            return CardState.of(hotp, model.counterCode(shown.id()), now, copied);
        }
        var held = codes;
        if (held == null || !held.holdAt(now)) {
            held = TimedCodes.at(credential, now);
            codes = held;
        }
        return CardState.of(held, now, copied);
    }

    private void nextCode() {
        entry().ifPresent(model::nextCode);
    }
}
