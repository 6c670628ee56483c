package dev.tessera.desktop;

import static dev.tessera.desktop.control.Messages.counted;
import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.add.AddSheets;
import dev.tessera.desktop.add.AddViewModel;
import dev.tessera.desktop.add.EmptyVaultView;
import dev.tessera.desktop.add.Screens;
import dev.tessera.desktop.add.Sources;
import dev.tessera.desktop.bin.BinSheet;
import dev.tessera.desktop.bin.BinViewModel;
import dev.tessera.desktop.clock.ClockSheet;
import dev.tessera.desktop.clock.ClockViewModel;
import dev.tessera.desktop.control.Ticker;
import dev.tessera.desktop.detail.DetailPage;
import dev.tessera.desktop.detail.DetailSheets;
import dev.tessera.desktop.detail.DetailViewModel;
import dev.tessera.desktop.entries.EntriesView;
import dev.tessera.desktop.entries.EntriesViewModel;
import dev.tessera.desktop.entries.Filter;
import dev.tessera.desktop.entries.Notice;
import dev.tessera.desktop.entries.Uses;
import dev.tessera.desktop.explain.ExplainSheet;
import dev.tessera.desktop.explain.ExplainViewModel;
import dev.tessera.desktop.keys.KeysSheet;
import dev.tessera.desktop.rehearsal.RehearsalSheet;
import dev.tessera.desktop.rehearsal.RehearsalState;
import dev.tessera.desktop.rehearsal.RehearsalViewModel;
import dev.tessera.desktop.settings.Settings;
import dev.tessera.desktop.settings.SettingsSheet;
import dev.tessera.desktop.settings.SettingsViewModel;
import dev.tessera.desktop.transfer.ExportSheets;
import dev.tessera.desktop.transfer.ExportViewModel;
import dev.tessera.desktop.transfer.ImportSheets;
import dev.tessera.desktop.transfer.ImportViewModel;
import dev.tessera.desktop.vault.VaultBanners;
import dev.tessera.desktop.vault.VaultPage;
import dev.tessera.desktop.vault.VaultSheets;
import dev.tessera.desktop.vault.VaultViewModel;
import dev.tessera.session.VaultSession;
import dev.tessera.session.VaultWatch;
import dev.tessera.vault.Entry;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Everything that lives from unlocking to locking: the session, its list, its sheets. Closed, it holds nothing.
final class OpenVault {
    private final VaultSession session;
    private final DesktopSetup setup;
    private final Ticker ticker;
    private final EntriesViewModel entries;
    private final AddViewModel adding;
    private final ImportViewModel imports;
    private final ExportViewModel exports;
    private final VaultViewModel vault;
    private final DetailViewModel detail;
    private final BinViewModel bin;
    private final RehearsalViewModel rehearsal;
    private final SettingsViewModel settings;
    private final ClockViewModel clock;
    private final ExplainViewModel explain;
    private final BooleanProperty keys = new SimpleBooleanProperty();
    private final EntriesView list;
    private final Optional<VaultWatch> watch;
    private final StackPane node = new StackPane();

    OpenVault(VaultSession session, DesktopSetup setup, Settings settings, Uses uses, Screens screens, Runnable lock) {
        this.session = session;
        this.setup = setup;
        this.ticker = new Ticker(setup.outside().timing().codes(), setup.threads());
        this.entries = new EntriesViewModel(
                session,
                new EntriesViewModel.Around(
                        ticker, setup.clock(), setup.threads(), setup.outside().pasteboard(), settings, uses));
        this.settings = new SettingsViewModel(
                settings,
                setup.outside().autostart(),
                setup.threads(),
                (text, undo) -> entries.tell(new Notice(text, undo)));
        this.clock = new ClockViewModel(
                setup.outside().timing(),
                setup.threads(),
                task -> Thread.ofPlatform().daemon().name("tessera-time").start(task),
                (text, undo) -> entries.tell(new Notice(text, undo)));
        ticker.nowProperty().subscribe(_ -> clock.look());
        clock.noticeProperty().subscribe(_ -> ticker.tickNow());
        this.explain = new ExplainViewModel(
                ticker, clock, setup.threads(), (text, undo) -> entries.tell(new Notice(text, undo)));
        this.imports = new ImportViewModel(
                session,
                setup.clock(),
                setup.threads(),
                setup.outside().files(),
                (text, undo) -> entries.tell(new Notice(text, undo)));
        this.exports = new ExportViewModel(
                session, setup.clock(), setup.threads(), setup.outside().files());
        this.adding = new AddViewModel(session, ticker, setup.clock(), environment(screens));
        this.vault = new VaultViewModel(
                session,
                setup.threads(),
                new VaultViewModel.Around(
                        setup.newVaultCost(),
                        setup.outside().keyring(),
                        (text, undo) -> entries.tell(new Notice(text, undo))));
        this.bin = new BinViewModel(
                session, setup.clock(), setup.threads(), (text, undo) -> entries.tell(new Notice(text, undo)));
        this.detail = new DetailViewModel(
                session, setup.clock(), setup.threads(), (text, undo) -> entries.tell(new Notice(text, undo)));
        this.rehearsal = new RehearsalViewModel(
                session, setup.clock(), setup.threads(), setup.outside().files());
        this.list = new EntriesView(
                entries,
                new EntriesView.Actions(
                        adding::scanScreen,
                        adding::choose,
                        vault::open,
                        this.settings::open,
                        lock,
                        detail::edit,
                        detail::showCode,
                        explain::open,
                        () -> keys.set(true),
                        BinSheet.button(bin)),
                new EmptyVaultView(adding));
        var sheets = new AddSheets(adding);
        var importSheets = new ImportSheets(imports);
        var exportSheets = new ExportSheets(exports);
        var vaultSheets = new VaultSheets(vault, () -> {
            vault.dismiss();
            exports.open();
        });
        var binSheet = new BinSheet(bin);
        var detailSheets = new DetailSheets(detail, ticker);
        var rehearsalSheet = new RehearsalSheet(rehearsal);
        var clockSheet = new ClockSheet(clock);
        var explainSheet = new ExplainSheet(explain, clock);
        var settingsSheet = new SettingsSheet(this.settings, () -> {
            this.settings.dismiss();
            clock.open();
        });
        var keysSheet = new KeysSheet(keys);
        var main = new VBox(
                ClockSheet.banner(clock),
                VaultBanners.readOnly(vault),
                VaultBanners.older(vault),
                VaultBanners.odd(vault),
                VaultBanners.copies(vault),
                RehearsalSheet.banner(rehearsal),
                list);
        VBox.setVgrow(list, Priority.ALWAYS);
        // Behind a sheet nothing takes keys or clicks.
        var covered = sheets.visibleProperty()
                .or(importSheets.visibleProperty())
                .or(exportSheets.visibleProperty())
                .or(vaultSheets.visibleProperty())
                .or(detailSheets.visibleProperty())
                .or(binSheet.visibleProperty())
                .or(rehearsalSheet.visibleProperty())
                .or(settingsSheet.visibleProperty())
                .or(clockSheet.visibleProperty())
                .or(explainSheet.visibleProperty())
                .or(keys);
        main.disableProperty().bind(covered);
        main.getStyleClass().add("behind");
        covered.subscribe(shown -> {
            if (!shown) {
                list.focusList();
            }
        });
        // Adding lies on top: what is dropped or handed over must be seen, whatever is open.
        node.getChildren()
                .addAll(
                        main,
                        vaultSheets,
                        binSheet,
                        detailSheets,
                        rehearsalSheet,
                        settingsSheet,
                        explainSheet,
                        clockSheet,
                        keysSheet,
                        importSheets,
                        exportSheets,
                        sheets,
                        new ToastView(entries));
        watch = watch();
        vault.lookForCopies();
    }

    StackPane node() {
        return node;
    }

    EntriesViewModel entries() {
        return entries;
    }

    AddViewModel adding() {
        return adding;
    }

    /// Whether a sheet of the vault is open, which then has all keys but that of locking.
    boolean isLookedAfter() {
        return !(vault.pageProperty().get() instanceof VaultPage.Closed)
                || bin.openProperty().get()
                || imports.isOpen()
                || exports.isOpen()
                || settings.openProperty().get()
                || clock.isOpen()
                || explain.isOpen()
                || keys.get()
                || !(detail.pageProperty().get() instanceof DetailPage.Closed)
                || !(rehearsal.stateProperty().get() instanceof RehearsalState.Hidden);
    }

    SettingsViewModel settings() {
        return settings;
    }

    /// Whether the keys are told.
    BooleanProperty keysProperty() {
        return keys;
    }

    /// Shows the QR code of an account to who types the passphrase.
    void showCode(Entry entry) {
        detail.showCode(entry);
    }

    VaultSession session() {
        return session;
    }

    EntriesView list() {
        return list;
    }

    /// Ticks only while somebody can see it.
    void seen(boolean visible) {
        if (visible) {
            ticker.start();
        } else {
            ticker.stop();
        }
        adding.seen(visible);
    }

    /// What was left, to come back to it.
    Left left() {
        return new Left(entries.queryProperty().get(), entries.filterProperty().get(), list.selectedIndex());
    }

    void comeBackTo(Left left) {
        if (entries.holds(left.filter())) {
            entries.filterProperty().set(left.filter());
        }
        entries.queryProperty().set(left.query());
        list.select(left.selected());
    }

    /// The place in the list.
    record Left(String query, Filter filter, int selected) {
        static final Left NOTHING = new Left("", Filter.ALL, -1);
    }

    /// Takes in what other programs and computers have done to the file and its folder.
    void lookAround() {
        entries.refresh();
        vault.lookForCopies();
        rehearsal.look();
        clock.look();
    }

    private Optional<VaultWatch> watch() {
        try {
            return Optional.of(
                    VaultWatch.of(session.file(), () -> setup.threads().ui().execute(this::lookAround)));
        } catch (IOException _) {
            // Some file systems cannot tell: then it is seen when the window is entered, and before each save.
            return Optional.empty();
        }
    }

    void close() {
        leave();
        setup.threads().work().execute(session::close);
    }

    /// Another window over the same vault follows: only what is shown goes.
    VaultSession leave() {
        watch.ifPresent(VaultWatch::close);
        vault.close();
        bin.close();
        detail.close();
        settings.close();
        explain.close();
        clock.close();
        rehearsal.close();
        adding.close();
        imports.close();
        exports.close();
        entries.close();
        node.getChildren().clear();
        return session;
    }

    private AddViewModel.Environment environment(Screens screens) {
        var outside = setup.outside();
        return new AddViewModel.Environment(
                setup.threads(),
                new Sources(screens, outside.files(), outside.pasteboard(), outside.cameras()),
                imports,
                this::added);
    }

    private void added(List<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        entries.queryProperty().set("");
        entries.filterProperty().set(Filter.ALL);
        entries.shown().stream()
                .filter(entry -> entry.id().equals(ids.getFirst()))
                .findFirst()
                .ifPresent(entry -> {
                    list.select(entries.shown().indexOf(entry));
                    entries.tell(new Notice(
                            counted("notice.added", ids.size(), entry.account().title()), Optional.empty()));
                });
    }
}
