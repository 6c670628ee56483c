package dev.tessera.desktop;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.add.AddSheets;
import dev.tessera.desktop.add.AddViewModel;
import dev.tessera.desktop.add.EmptyVaultView;
import dev.tessera.desktop.add.Screens;
import dev.tessera.desktop.add.Sources;
import dev.tessera.desktop.control.Ticker;
import dev.tessera.desktop.entries.EntriesView;
import dev.tessera.desktop.entries.EntriesViewModel;
import dev.tessera.desktop.entries.Notice;
import dev.tessera.session.VaultSession;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.layout.StackPane;

/// Everything that lives from unlocking to locking: the session, its list, its sheets. Closed, it holds nothing.
final class OpenVault {
    private final VaultSession session;
    private final DesktopSetup setup;
    private final Ticker ticker;
    private final EntriesViewModel entries;
    private final AddViewModel adding;
    private final EntriesView list;
    private final StackPane node = new StackPane();

    OpenVault(VaultSession session, DesktopSetup setup, Screens screens, Runnable lock) {
        this.session = session;
        this.setup = setup;
        this.ticker = new Ticker(setup.clock(), setup.threads());
        this.entries = new EntriesViewModel(
                session, ticker, setup.clock(), setup.threads(), setup.outside().pasteboard());
        this.adding = new AddViewModel(session, ticker, setup.clock(), environment(screens));
        this.list = new EntriesView(
                entries, new EntriesView.Actions(adding::scanScreen, adding::choose, lock), new EmptyVaultView(adding));
        var sheets = new AddSheets(adding);
        // Behind a sheet nothing takes keys or clicks.
        list.disableProperty().bind(sheets.visibleProperty());
        list.getStyleClass().add("behind");
        sheets.visibleProperty().subscribe(shown -> {
            if (!shown) {
                list.focusList();
            }
        });
        node.getChildren().addAll(list, new ToastView(entries), sheets);
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
        return new Left(entries.queryProperty().get(), list.selectedIndex());
    }

    void comeBackTo(Left left) {
        entries.queryProperty().set(left.query());
        list.select(left.selected());
    }

    /// The place in the list.
    record Left(String query, int selected) {
        static final Left NOTHING = new Left("", -1);
    }

    void close() {
        adding.close();
        entries.close();
        node.getChildren().clear();
        setup.threads().work().execute(session::close);
    }

    private AddViewModel.Environment environment(Screens screens) {
        var outside = setup.outside();
        return new AddViewModel.Environment(
                setup.threads(),
                new Sources(screens, outside.files(), outside.pasteboard(), outside.cameras()),
                this::added);
    }

    private void added(List<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        entries.queryProperty().set("");
        entries.shown().stream()
                .filter(entry -> entry.id().equals(ids.getFirst()))
                .findFirst()
                .ifPresent(entry -> {
                    list.select(entries.shown().indexOf(entry));
                    entries.tell(new Notice(
                            text("notice.added", ids.size(), entry.account().title()), Optional.empty()));
                });
    }
}
