package dev.tessera.desktop.entries;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.control.Errands;
import dev.tessera.desktop.control.Pasteboard;
import dev.tessera.desktop.control.Threads;
import dev.tessera.desktop.control.Ticker;
import dev.tessera.otp.Code;
import dev.tessera.otp.OtpParameters.Hotp;
import dev.tessera.session.VaultSession;
import dev.tessera.vault.Entry;
import dev.tessera.vault.Vault;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The list of an unlocked vault: what is found, copied, pinned and binned.
public final class EntriesViewModel {
    private static final Duration NOTICE_STAYS = Duration.ofSeconds(8);

    private final VaultSession session;
    private final Ticker ticker;
    private final InstantSource clock;
    private final Threads threads;
    private final Errands errands;
    private final CodeClipboard clipboard;
    private final ObservableList<Entry> shown = FXCollections.observableArrayList();
    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper counterCodes = new ReadOnlyIntegerWrapper();
    private final Map<UUID, Code> countersShown = new HashMap<>();
    private SearchIndex index = SearchIndex.of(Vault.empty());

    public EntriesViewModel(
            VaultSession session, Ticker ticker, InstantSource clock, Threads threads, Pasteboard pasteboard) {
        this.session = session;
        this.ticker = ticker;
        this.clock = clock;
        this.threads = threads;
        this.clipboard = new CodeClipboard(pasteboard, clock, threads);
        this.errands = new Errands(threads, (text, undo) -> tell(new Notice(text, undo)));
        session.onChange(vault -> errands.onUi(() -> show(vault)));
        query.addListener(_ -> search());
        show(session.vault());
    }

    /// What is searched for; the empty text shows all.
    public StringProperty queryProperty() {
        return query;
    }

    /// The cards, best hit first.
    public ObservableList<Entry> shown() {
        return shown;
    }

    /// How many entries there are, found or not.
    public ReadOnlyIntegerProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    /// The code in the clipboard that we put there.
    public ReadOnlyObjectProperty<Optional<Copied>> copiedProperty() {
        return clipboard.copiedProperty();
    }

    /// What just happened, with its undo.
    public ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// Changes whenever another code of a counter-based entry may be shown.
    ReadOnlyIntegerProperty counterCodesProperty() {
        return counterCodes.getReadOnlyProperty();
    }

    Ticker ticker() {
        return ticker;
    }

    /// The code of a counter-based entry that was asked for since the vault was unlocked.
    Optional<Code> counterCode(UUID entryId) {
        return Optional.ofNullable(countersShown.get(entryId));
    }

    /// Copies the entry's present code; a counter-based one that shows none yet is moved on first.
    public void copy(Entry entry) {
        if (!(entry.account().credential().parameters() instanceof Hotp)) {
            clipboard.copy(entry.id(), entry.account().credential().codeAt(clock.instant()));
            return;
        }
        counterCode(entry.id()).ifPresentOrElse(code -> clipboard.copy(entry.id(), code), () -> copyNext(entry));
    }

    /// Copies the code after the present one: of the next time step, or of the next counter.
    public void copyNext(Entry entry) {
        if (entry.account().credential().parameters() instanceof Hotp) {
            moveCounterOn(entry, true);
        } else {
            clipboard.copy(entry.id(), entry.account().credential().nextCodeAt(clock.instant()));
        }
    }

    /// Shows the next code of a counter-based entry, once the moved counter is saved.
    public void nextCode(Entry entry) {
        moveCounterOn(entry, false);
    }

    /// Pins the entry to the head of the list, or lets it go.
    public void togglePin(Entry entry) {
        save(vault -> vault.change(
                entry.id(),
                e -> e.withDetails(e.details().withPinned(!e.details().pinned()), clock.instant())));
    }

    /// Moves the entry to the bin and offers to undo it.
    public void moveToBin(Entry entry) {
        var id = entry.id();
        save(
                vault -> vault.moveToBin(id, clock.instant()),
                () -> tell(new Notice(
                        text("notice.binned", entry.account().title()),
                        Optional.of(() -> save(vault -> vault.restore(id, clock.instant()))))));
    }

    /// Takes in what the command line or another computer has saved meanwhile.
    public void refresh() {
        errands.run(session::refresh, _ -> {}, () -> {});
    }

    /// Undoes what the notice tells of, if it can be undone.
    public void undo() {
        var told = notice.get();
        notice.set(Optional.empty());
        told.flatMap(Notice::undo).ifPresent(Runnable::run);
    }

    /// Shows a line for a few seconds.
    public void tell(Notice told) {
        notice.set(Optional.of(told));
        var _ = threads.later()
                .after(
                        NOTICE_STAYS,
                        () -> threads.ui().execute(() -> {
                            if (notice.get().filter(told::equals).isPresent()) {
                                notice.set(Optional.empty());
                            }
                        }));
    }

    /// Forgets everything it shows and clears the clipboard of our code. The session stays the caller's to close.
    public void close() {
        errands.close();
        ticker.stop();
        clipboard.clear();
        notice.set(Optional.empty());
        countersShown.clear();
        index = SearchIndex.of(Vault.empty());
        query.set("");
        shown.clear();
        total.set(0);
    }

    private void show(Vault vault) {
        index = SearchIndex.of(vault);
        total.set(index.size());
        search();
    }

    private void search() {
        shown.setAll(index.find(query.get()));
    }

    private void moveCounterOn(Entry entry, boolean copy) {
        errands.run(
                () -> session.nextHotpCode(entry.id()),
                code -> {
                    countersShown.put(entry.id(), code);
                    counterCodes.set(counterCodes.get() + 1);
                    if (copy) {
                        clipboard.copy(entry.id(), code);
                    }
                },
                () -> {});
    }

    private void save(UnaryOperator<Vault> change) {
        save(change, () -> {});
    }

    private void save(UnaryOperator<Vault> change, Runnable afterwards) {
        errands.run(() -> session.edit(change), _ -> afterwards.run(), () -> {});
    }
}
