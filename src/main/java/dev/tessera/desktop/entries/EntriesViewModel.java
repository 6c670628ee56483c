package dev.tessera.desktop.entries;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.control.Errands;
import dev.tessera.desktop.control.Later;
import dev.tessera.desktop.control.Pasteboard;
import dev.tessera.desktop.control.Threads;
import dev.tessera.desktop.control.Ticker;
import dev.tessera.desktop.settings.Setting;
import dev.tessera.desktop.settings.Setting.Order;
import dev.tessera.desktop.settings.Settings;
import dev.tessera.otp.Code;
import dev.tessera.otp.OtpParameters.Hotp;
import dev.tessera.session.VaultSession;
import dev.tessera.vault.Entry;
import dev.tessera.vault.Tag;
import dev.tessera.vault.Vault;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

/// The list of an unlocked vault: what is found, copied, pinned, moved and binned.
public final class EntriesViewModel {
    private static final Duration NOTICE_STAYS = Duration.ofSeconds(8);

    /// Who copies a code later than this would hardly type it in time.
    private static final Duration TOO_LATE = Duration.ofSeconds(3);

    private final VaultSession session;
    private final Around around;
    private final InstantSource clock;
    private final Threads threads;
    private final Errands errands;
    private final CodeClipboard clipboard;
    private final Uses uses;
    private final HiddenCodes hidden;
    private final ObservableList<Entry> shown = FXCollections.observableArrayList();
    private final StringProperty query = new SimpleStringProperty("");
    private final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(Filter.ALL);
    private final ReadOnlyObjectWrapper<List<Tag>> tags = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper counterCodes = new ReadOnlyIntegerWrapper();
    private final Map<UUID, Code> countersShown = new HashMap<>();
    private final Subscription ordered;
    private SearchIndex index = SearchIndex.empty();
    private Later.Handle endOfNotice = () -> {};

    /// What is around the list.
    ///
    /// @param ticker tells the time by which codes are made
    /// @param clock for stamps
    /// @param uses those of this vault on this computer
    public record Around(
            Ticker ticker, InstantSource clock, Threads threads, Pasteboard pasteboard, Settings settings, Uses uses) {}

    public EntriesViewModel(VaultSession session, Around around) {
        this.session = session;
        this.around = around;
        this.clock = around.clock();
        this.threads = around.threads();
        this.uses = around.uses();
        this.clipboard = new CodeClipboard(
                around.pasteboard(),
                around.ticker()::instant,
                threads,
                () -> setting(Setting.CLIPBOARD).get());
        this.hidden = new HiddenCodes(setting(Setting.HIDDEN_CODES), threads);
        this.errands = new Errands(threads, (text, undo) -> tell(new Notice(text, undo)));
        session.onChange(vault -> errands.onUi(() -> show(vault)));
        query.addListener(_ -> search());
        filter.addListener(_ -> search());
        ordered = setting(Setting.ORDER).subscribe(_ -> show(session.vault()));
    }

    private <T> ObjectProperty<T> setting(Setting<T> which) {
        return around.settings().of(which);
    }

    /// What is searched for; the empty text shows all.
    public StringProperty queryProperty() {
        return query;
    }

    /// Which part of the list is shown.
    public ObjectProperty<Filter> filterProperty() {
        return filter;
    }

    /// What comes first; kept for this computer.
    ObjectProperty<Order> orderProperty() {
        return setting(Setting.ORDER);
    }

    /// The tags that any listed entry bears, by name.
    ReadOnlyObjectProperty<List<Tag>> tagsProperty() {
        return tags.getReadOnlyProperty();
    }

    /// Whether anything would be shown by it.
    public boolean holds(Filter one) {
        return index.holds(one);
    }

    /// The cards, best hit first.
    public ObservableList<Entry> shown() {
        return shown;
    }

    /// The entries that lead the list, whatever is searched for.
    public List<Entry> pinned() {
        return index.find("", Filter.PINNED);
    }

    /// How many entries there are, found or not.
    public ReadOnlyIntegerProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    /// The code in the clipboard that we put there.
    public ReadOnlyObjectProperty<Optional<Copied>> copiedProperty() {
        return clipboard.copiedProperty();
    }

    /// The entry whose next code will be copied as soon as it holds.
    ReadOnlyObjectProperty<Optional<UUID>> awaitedProperty() {
        return clipboard.awaitedProperty();
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
        return around.ticker();
    }

    HiddenCodes hidden() {
        return hidden;
    }

    /// The code of a counter-based entry that was asked for since the vault was unlocked.
    Optional<Code> counterCode(UUID entryId) {
        return Optional.ofNullable(countersShown.get(entryId));
    }

    /// Copies the entry's present code, or the next one if it ends too soon and the person wants it so; a counter-based
    /// one that shows none yet is moved on first.
    public void copy(Entry entry) {
        var credential = entry.account().credential();
        if (credential.parameters() instanceof Hotp) {
            counterCode(entry.id()).ifPresentOrElse(code -> copied(entry, code), () -> copyNext(entry));
            return;
        }
        var now = ticker().instant();
        var code = credential.codeAt(now);
        boolean endsSoon = code.remainingAt(now).compareTo(TOO_LATE) <= 0;
        if (endsSoon && setting(Setting.FRESH_CODE).get()) {
            uses.add(entry.id(), clock.instant());
            clipboard.copyWhenItHolds(entry.id(), credential.nextCodeAt(now));
        } else {
            copied(entry, code);
        }
    }

    /// Copies the code after the present one: of the next time step, or of the next counter.
    public void copyNext(Entry entry) {
        if (entry.account().credential().parameters() instanceof Hotp) {
            moveCounterOn(entry, true);
        } else {
            copied(entry, entry.account().credential().nextCodeAt(ticker().instant()));
        }
    }

    private void copied(Entry entry, Code code) {
        uses.add(entry.id(), clock.instant());
        clipboard.copy(entry.id(), code);
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

    /// Whether `entry` can be put in the place of `other`.
    boolean canTake(Entry entry, Entry other) {
        return orderProperty().get() == Order.HAND
                && query.get().isEmpty()
                && entry.details().pinned() == other.details().pinned()
                && !entry.id().equals(other.id());
    }

    /// Puts the entry in the place of another one, where the list is ordered by hand.
    void take(Entry entry, Entry other) {
        if (canTake(entry, other)) {
            save(vault -> vault.moved(
                    entry.id(), vault.entries().stream().map(Entry::id).toList().indexOf(other.id())));
        }
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
        endOfNotice.cancel();
        endOfNotice = threads.later()
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
        ordered.unsubscribe();
        ticker().stop();
        clipboard.clear();
        hidden.close();
        endOfNotice.cancel();
        notice.set(Optional.empty());
        countersShown.clear();
        index = SearchIndex.empty();
        tags.set(List.of());
        query.set("");
        shown.clear();
        total.set(0);
        threads.work().execute(uses::save);
    }

    private void show(Vault vault) {
        var now = clock.instant();
        index = SearchIndex.of(vault, orderProperty().get(), id -> uses.score(id, now));
        tags.set(index.tags());
        total.set(index.size());
        if (!filter.get().equals(Filter.ALL) && !index.holds(filter.get())) {
            filter.set(Filter.ALL);
        }
        search();
    }

    private void search() {
        shown.setAll(index.find(query.get(), filter.get()));
    }

    private void moveCounterOn(Entry entry, boolean copy) {
        errands.run(
                () -> session.nextHotpCode(entry.id()),
                code -> {
                    countersShown.put(entry.id(), code);
                    counterCodes.set(counterCodes.get() + 1);
                    if (copy) {
                        copied(entry, code);
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
