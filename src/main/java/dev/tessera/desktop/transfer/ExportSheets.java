package dev.tessera.desktop.transfer;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.control.CapsLock;
import dev.tessera.desktop.control.Nodes;
import dev.tessera.desktop.control.PassphraseField;
import dev.tessera.desktop.control.Sheet;
import dev.tessera.desktop.control.Sheets;
import dev.tessera.desktop.control.StrengthMeter;
import dev.tessera.transfer.export.ExportPlan;
import dev.tessera.transfer.export.Exporter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;

/// The sheets of the export, one for each state, over the list. Escape closes them.
public final class ExportSheets extends Sheets {
    private final ExportViewModel model;

    public ExportSheets(ExportViewModel model) {
        super(model::dismiss);
        this.model = model;
        model.stateProperty().subscribe(this::show);
    }

    private void show(ExportState state) {
        begin(!(state instanceof ExportState.Hidden));
        switch (state) {
            case ExportState.Hidden _ -> {}
            case ExportState.Choosing(var problem) -> choosing(problem);
            case ExportState.Working _ -> putWorking(text("export.heading"), text("export.working"));
            case ExportState.Written written -> written(written);
        }
    }

    private void choosing(String problem) {
        var targets = targets();
        var losses = new VBox();
        var keys = new Keys();
        var go = Nodes.primary(Nodes.button("export-go", text("export.go"), keys::go));
        var words = Nodes.label(problem, "problem");
        words.setId("export-problem");
        Nodes.present(words, !problem.isEmpty());
        var sheet = new Sheet(text("export.heading")).body(Nodes.label(text("export.about"), "body"), targets);
        if (model.hasBin()) {
            var bin = new CheckBox();
            bin.setId("export-bin");
            bin.selectedProperty().bindBidirectional(model.withBinProperty());
            sheet.body(Nodes.ticked(bin, text("export.with-bin")));
        }
        var following = Subscription.combine(
                model.targetProperty()
                        .subscribe(target -> Optional.ofNullable(target).ifPresent(keys::ask)),
                model.planProperty().subscribe(plan -> {
                    losses.getChildren()
                            .setAll(plan.map(ExportSheets::losses).stream().toList());
                    go.setDisable(plan.map(now -> now.written().isEmpty()).orElse(true));
                }));
        put(sheet.body(losses, keys, words).buttons(cancel(), go), targets, () -> {
            following.unsubscribe();
            keys.clear();
        });
    }

    private ComboBox<Exporter> targets() {
        var box = new ComboBox<Exporter>();
        box.setId("export-target");
        box.setAccessibleText(text("export.target"));
        box.getItems().setAll(model.targets());
        box.setConverter(new Names());
        box.setMaxWidth(Double.MAX_VALUE);
        box.valueProperty().bindBidirectional(model.targetProperty());
        return box;
    }

    private static Node losses(ExportPlan plan) {
        if (plan.losesNothing()) {
            return Nodes.label(text("export.nothing-lost"), "muted");
        }
        var all = new VBox(6);
        if (!plan.losses().isEmpty()) {
            var heading = plan.written().isEmpty() ? text("export.none") : text("export.losses");
            all.getChildren().addAll(Nodes.label(heading, "strong", "small"), new LossList(plan.losses()));
        }
        if (plan.setAside() > 0) {
            var aside = Nodes.label(text("export.set-aside", plan.setAside()), "body", "small");
            aside.setId("export-set-aside");
            all.getChildren().add(aside);
        }
        return all;
    }

    private void written(ExportState.Written written) {
        var names = written.files().stream()
                .map(Path::getFileName)
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        var done = Nodes.primary(Nodes.button("export-done", text("vault.done"), model::dismiss));
        var about = written.sealed() ? text("export.sealed-next") : text("export.plain-next");
        put(
                new Sheet(text("export.written"))
                        .body(Nodes.label(names, "strong"), Nodes.label(about, "body"))
                        .buttons(done),
                done);
    }

    private Button cancel() {
        return Nodes.button("export-cancel", text("add.cancel"), model::dismiss);
    }

    /// The passphrase that the target needs: a new one for the file, or that of the vault.
    private final class Keys extends VBox {
        private final PassphraseField first = field("export-passphrase");
        private final PassphraseField again = field("export-again");
        private boolean sealing;

        Keys() {
            super(10);
            first.editsProperty().subscribe(() -> {
                if (sealing) {
                    model.measure(first.toCharArray());
                }
            });
            again.setPromptText(text("create.again"));
            again.setOnAction(_ -> go());
        }

        void ask(Exporter target) {
            clear();
            sealing = target.isSealed();
            if (sealing) {
                first.setPromptText(text("export.passphrase"));
                first.setOnAction(_ -> again.requestFocus());
                getChildren()
                        .setAll(
                                CapsLock.over(first),
                                new StrengthMeter(model.strengthProperty()),
                                CapsLock.over(again));
            } else {
                first.setPromptText(text("unlock.passphrase"));
                first.setOnAction(_ -> go());
                getChildren().setAll(plain(), CapsLock.over(first));
            }
        }

        void go() {
            if (first.isEmpty()) {
                first.requestFocus();
            } else if (sealing) {
                model.seal(first.toCharArray(), first.isSameAs(again));
            } else {
                model.write(first.toPassphrase());
            }
        }

        void clear() {
            first.clear();
            again.clear();
        }

        private static Label plain() {
            var words = Nodes.label(text("export.plain"), "body", "small", "note", "problem-note");
            words.setId("export-plain");
            return words;
        }

        private static PassphraseField field(String id) {
            var field = new PassphraseField();
            field.setId(id);
            field.setMaxWidth(Double.MAX_VALUE);
            return field;
        }
    }

    private static final class Names extends StringConverter<Exporter> {
        @Override
        public String toString(Exporter exporter) {
            if (exporter == null) {
                return "";
            }
            return switch (exporter.id()) {
                case "tessera" -> text("export.backup");
                case "paper" -> text("export.paper");
                case "uri_list" -> text("export.links");
                case "google_qr" -> text("export.google-pictures");
                case "google_migration" -> text("export.google-links");
                case "keepassxc_csv" -> text("export.table", "KeePassXC");
                case "apple_csv" -> text("export.table", "Apple Passwords");
                default ->
                    exporter.isSealed()
                            ? text("export.sealed", exporter.name())
                            : text("export.unsealed", exporter.name());
            };
        }

        @Override
        public Exporter fromString(String words) {
            throw new AssertionError("the box cannot be typed into");
        }
    }
}
