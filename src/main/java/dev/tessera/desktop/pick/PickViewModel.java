package dev.tessera.desktop.pick;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.agent.NoAnswerException;
import dev.tessera.agent.Offer;
import dev.tessera.agent.Question;
import dev.tessera.agent.Question.Verb;
import dev.tessera.agent.Reply;
import dev.tessera.desktop.control.Later;
import dev.tessera.desktop.control.Pasteboard;
import dev.tessera.desktop.control.Threads;
import dev.tessera.desktop.entries.CodeClipboard;
import dev.tessera.otp.Code;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Finds an account of the vault that somebody has open, and copies its code.
public final class PickViewModel {
    /// Names do not stay on the screen of whoever has gone.
    private static final Duration UNTOUCHED = Duration.ofMinutes(1);

    private final Asking asking;
    private final Around around;
    private final CodeClipboard clipboard;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<Offer> shown = FXCollections.observableArrayList();
    private final IntegerProperty selected = new SimpleIntegerProperty(-1);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper shut = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.SHOWN);
    private Names names = Names.NONE;
    private Later.Handle end = () -> {};

    /// How far it has come.
    public enum Phase {
        SHOWN,
        /// Out of sight, until the clipboard is cleared: it is the one who has put the code there.
        COPIED,
        /// There is nothing left to do.
        ENDED
    }

    /// What is around it.
    ///
    /// @param stay how long a copied code stays in the clipboard
    /// @param window opens the window of the vault; empty where it is not known how
    public record Around(
            Threads threads,
            Pasteboard pasteboard,
            InstantSource clock,
            Supplier<Duration> stay,
            Optional<Runnable> window) {}

    public PickViewModel(Asking asking, Around around) {
        this.asking = asking;
        this.around = around;
        this.clipboard = new CodeClipboard(around.pasteboard(), around.clock(), around.threads(), around.stay());
        query.addListener(_ -> search());
        clipboard.copiedProperty().addListener((_, before, now) -> {
            if (before.isPresent() && now.isEmpty()) {
                finish();
            }
        });
        touched();
    }

    /// What is searched for; the empty text shows all.
    StringProperty queryProperty() {
        return query;
    }

    /// The accounts found, best first: names without codes.
    ObservableList<Offer> shown() {
        return shown;
    }

    /// Which of them Enter would take; -1 if there is none.
    IntegerProperty selectedProperty() {
        return selected;
    }

    /// What there is to know; mostly empty.
    ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /// Whether nobody has the vault open, and its window can be opened from here.
    ReadOnlyBooleanProperty windowOfferedProperty() {
        return shut.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /// Asks for the names.
    public void look() {
        ask(new Question(Verb.NAMES, ""), reply -> {
            names = Names.of(reply.offers());
            search();
        });
    }

    /// Selects another one, that many below.
    void move(int by) {
        touched();
        if (!shown.isEmpty()) {
            selected.set(Math.clamp(selected.get() + (long) by, 0, shown.size() - 1));
        }
    }

    /// Copies the code of the selected one, made at this moment.
    void choose() {
        touched();
        int index = selected.get();
        if (index < 0 || index >= shown.size()) {
            return;
        }
        var offer = shown.get(index);
        if (offer.kind().isCounterBased()) {
            message.set(text("pick.counter")); // to be told is to be used up
            return;
        }
        ask(new Question(Verb.CODE, offer.id()), reply -> {
            if (reply.outcome() == Reply.Outcome.GIVEN && reply.offers().size() == 1) {
                copy(reply.offers().getFirst());
            } else {
                look(); // it has gone or was changed meanwhile
            }
        });
    }

    private void copy(Offer offer) {
        phase.set(Phase.COPIED);
        forget();
        clipboard.copy(
                UUID.fromString(offer.id()),
                new Code(
                        offer.code(),
                        Instant.ofEpochSecond(offer.validFrom()),
                        Instant.ofEpochSecond(offer.validUntil())));
    }

    /// Opens the window of the vault, to unlock it there.
    void openWindow() {
        around.window().ifPresent(Runnable::run);
        leave();
    }

    /// Escape, or another window has the keys now. A code that was copied stays its time.
    public void leave() {
        if (phase.get() == Phase.SHOWN) {
            finish();
        }
    }

    /// Ends at once; the clipboard is cleared of our code.
    public void close() {
        clipboard.clear();
        finish();
    }

    private void finish() {
        phase.set(Phase.ENDED);
        forget();
    }

    private void forget() {
        end.cancel();
        names = Names.NONE;
        shown.clear();
        selected.set(-1);
        query.set("");
        message.set("");
    }

    private void search() {
        touched();
        if (phase.get() != Phase.SHOWN || shut.get() || names == Names.NONE) {
            return;
        }
        shown.setAll(names.find(query.get()));
        selected.set(shown.isEmpty() ? -1 : 0);
        message.set(shown.isEmpty() ? nothingFound() : "");
    }

    private String nothingFound() {
        return query.get().isBlank() ? text("empty.heading") : text("entries.nothing-found", query.get());
    }

    private void touched() {
        end.cancel();
        if (phase.get() == Phase.SHOWN) {
            end = around.threads()
                    .later()
                    .after(UNTOUCHED, () -> around.threads().ui().execute(this::leave));
        }
    }

    private void ask(Question question, Consumer<Reply> then) {
        around.threads().work().execute(() -> {
            try {
                var reply = asking.ask(question);
                onUi(() -> reply.ifPresentOrElse(then, () -> nobody(text("pick.shut"))));
            } catch (NoAnswerException _) {
                onUi(() -> nobody(text("pick.silent")));
            }
        });
    }

    /// Unless it was left meanwhile.
    private void onUi(Runnable task) {
        around.threads().ui().execute(() -> {
            if (phase.get() == Phase.SHOWN) {
                task.run();
            }
        });
    }

    private void nobody(String why) {
        names = Names.NONE;
        shown.clear();
        selected.set(-1);
        message.set(why);
        shut.set(around.window().isPresent());
    }
}
