package dev.tessera.desktop.explain;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.clock.ClockViewModel;
import dev.tessera.desktop.control.Errands;
import dev.tessera.desktop.control.Threads;
import dev.tessera.desktop.control.Ticker;
import dev.tessera.explain.CodeSearch;
import dev.tessera.explain.Neighbour;
import dev.tessera.otp.Credential;
import dev.tessera.vault.Entry;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;

/// Tells why a code of an account may be refused, and compares one that another device shows.
public final class ExplainViewModel {
    private final Ticker ticker;
    private final ClockViewModel clock;
    private final Errands errands;
    private final ReadOnlyObjectWrapper<ExplainState> state = new ReadOnlyObjectWrapper<>(new ExplainState.Hidden());
    private final ReadOnlyObjectWrapper<List<NearCode>> codes = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Verdict> verdict = new ReadOnlyObjectWrapper<>(Verdict.NONE);
    private final StringProperty typed = new SimpleStringProperty("");
    private Subscription ticking = Subscription.EMPTY;
    private int compared;

    /// @param ticker tells the time by which codes are made
    /// @param clock knows what was found out about the clock
    /// @param told takes what went wrong
    public ExplainViewModel(Ticker ticker, ClockViewModel clock, Threads threads, Errands.Told told) {
        this.ticker = ticker;
        this.clock = clock;
        this.errands = new Errands(threads, told);
        typed.addListener(_ -> forgetVerdict());
    }

    /// What the sheet shows.
    public ReadOnlyObjectProperty<ExplainState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The codes beside the present one, in the order of their time; they move on with it.
    ReadOnlyObjectProperty<List<NearCode>> codesProperty() {
        return codes.getReadOnlyProperty();
    }

    /// The code that another device shows, as it is typed.
    StringProperty typedProperty() {
        return typed;
    }

    /// What came of comparing it; gone as soon as another is typed.
    ReadOnlyObjectProperty<Verdict> verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /// Whether the sheet is open.
    public boolean isOpen() {
        return state.get() instanceof ExplainState.Shown;
    }

    /// What is known about the clock, in a sentence.
    String aboutTheClock() {
        var notice = clock.noticeProperty().get();
        return notice.isEmpty() ? clock.measured().orElseGet(() -> text("explain.clock-unchecked")) : notice;
    }

    /// Shows it for one account.
    public void open(Entry entry) {
        dismiss();
        var account = entry.account();
        state.set(new ExplainState.Shown(
                account, Verdict.made(account.credential().parameters())));
        ticking = ticker.nowProperty().subscribe(now -> show(account.credential(), now));
    }

    private void show(Credential credential, Instant now) {
        var zone = ZoneId.systemDefault();
        codes.set(Neighbour.around(credential, now).stream()
                .map(neighbour -> NearCode.of(neighbour, credential.parameters(), zone))
                .toList());
    }

    /// Looks under what the typed code fits, as of now.
    void compare() {
        if (!(state.get() instanceof ExplainState.Shown open)) {
            return;
        }
        var shown = typed.get().replaceAll("[\\s\\u00a0-]", "");
        if (shown.length() < CodeSearch.LEAST_SIGNS) {
            verdict.set(Verdict.tooShort());
            return;
        }
        var credential = open.account().credential();
        var now = ticker.instant();
        int mine = ++compared;
        errands.run(
                () -> CodeSearch.find(credential, shown, now),
                match -> {
                    if (mine == compared) {
                        verdict.set(Verdict.of(match, credential.parameters()));
                    }
                },
                () -> {});
    }

    private void forgetVerdict() {
        compared++;
        verdict.set(Verdict.NONE);
    }

    /// Forgets what it shows, and what was typed.
    public void dismiss() {
        ticking.unsubscribe();
        ticking = Subscription.EMPTY;
        typed.set("");
        forgetVerdict();
        state.set(new ExplainState.Hidden());
        codes.set(List.of());
    }

    /// Nothing comes back from now on.
    public void close() {
        errands.close();
        dismiss();
    }
}
