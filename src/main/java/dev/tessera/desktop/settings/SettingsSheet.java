package dev.tessera.desktop.settings;

import static dev.tessera.desktop.control.Messages.counted;
import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.control.Language;
import dev.tessera.desktop.control.Nodes;
import dev.tessera.desktop.control.Sheet;
import dev.tessera.desktop.control.Sheets;
import dev.tessera.desktop.settings.Setting.Accent;
import dev.tessera.desktop.settings.Setting.CodeSize;
import dev.tessera.desktop.settings.Setting.Look;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;

/// The settings over the list: each choice holds at once. Escape leaves them.
public final class SettingsSheet extends Sheets {
    private static final List<Duration> LOCK_TIMES =
            Stream.of(1, 2, 5, 10, 15, 30, 60, 0).map(Duration::ofMinutes).toList();
    private static final List<Duration> CLIPBOARD_TIMES =
            Stream.of(10, 20, 30, 60, 120).map(Duration::ofSeconds).toList();

    private final SettingsViewModel model;
    private final Runnable measureClock;
    private final List<Subscription> subscriptions = new ArrayList<>();

    /// @param measureClock leads to the sheet of the clock
    public SettingsSheet(SettingsViewModel model, Runnable measureClock) {
        super(model::dismiss);
        this.model = model;
        this.measureClock = measureClock;
        model.openProperty().subscribe(_ -> show());
    }

    private void show() {
        boolean shown = model.openProperty().get();
        begin(shown);
        if (!shown) {
            return;
        }
        var done = Nodes.primary(Nodes.button("settings-close", text("vault.close"), model::dismiss));
        var look = look();
        put(
                new Sheet(text("settings.heading"))
                        .body(
                                notKept(),
                                section(text("settings.looks"), look, colour(), size(), codeSize(), language()),
                                section(
                                        text("settings.locking"),
                                        lockAfter(),
                                        flag("lock-minimised", text("settings.lock-minimised"), Setting.LOCK_MINIMISED),
                                        flag(
                                                "lock-with-computer",
                                                text("settings.lock-with-computer"),
                                                Setting.LOCK_WITH_COMPUTER)),
                                section(
                                        text("settings.codes"),
                                        clipboard(),
                                        flag("fresh-code", text("settings.fresh-code"), Setting.FRESH_CODE),
                                        flag("hidden-codes", text("settings.hidden-codes"), Setting.HIDDEN_CODES)),
                                section(text("clock.heading"), clock()),
                                section(text("settings.desktop"), desktop()))
                        .buttons(done),
                done,
                this::letGo);
    }

    private Node clock() {
        var why = Nodes.label(text("clock.why"), "body");
        HBox.setHgrow(why, Priority.ALWAYS);
        var row = new HBox(12, why, Nodes.button("clock-open", text("clock.open"), measureClock));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node[] desktop() {
        var tray = flag("tray", text("settings.tray"), Setting.TRAY);
        return model.canStartWithComputer() ? new Node[] {tray, autostart()} : new Node[] {tray};
    }

    private Node autostart() {
        var box = new CheckBox();
        box.setId("setting-autostart");
        subscriptions.add(model.startsWithComputerProperty().subscribe(box::setSelected));
        box.selectedProperty().addListener((_, _, chosen) -> model.startWithComputer(chosen));
        return Nodes.ticked(box, text("settings.autostart"));
    }

    private void letGo() {
        subscriptions.forEach(Subscription::unsubscribe);
        subscriptions.clear();
    }

    private Label notKept() {
        var label = Nodes.label(text("settings.not-kept"), "problem");
        subscriptions.add(model.keptProperty().subscribe(kept -> Nodes.present(label, !kept)));
        return label;
    }

    private static Node section(String heading, Node... rows) {
        var section = new VBox(10, Nodes.label(heading, "strong"));
        section.getChildren().addAll(rows);
        section.getStyleClass().add("settings-section");
        return section;
    }

    private Node look() {
        return choice("look", text("settings.look"), Setting.LOOK, Arrays.asList(Look.values()), look -> switch (look) {
            case SYSTEM -> text("settings.of-the-system");
            case LIGHT -> text("settings.light");
            case DARK -> text("settings.dark");
        });
    }

    private Node colour() {
        return choice(
                "accent",
                text("settings.accent"),
                Setting.ACCENT,
                Arrays.asList(Accent.values()),
                accent -> switch (accent) {
                    case SYSTEM -> text("settings.of-the-system");
                    case TESSERA -> text("settings.accent-tessera");
                });
    }

    private Node size() {
        return choice(
                "size",
                text("settings.size"),
                Setting.SIZE,
                List.of(100, 125, 150, 175, 200),
                percent -> text("settings.percent", percent));
    }

    private Node codeSize() {
        return choice(
                "code-size",
                text("settings.code-size"),
                Setting.CODE_SIZE,
                Arrays.asList(CodeSize.values()),
                size -> switch (size) {
                    case USUAL -> text("settings.code-usual");
                    case LARGE -> text("settings.code-large");
                });
    }

    private Node language() {
        var languages = Stream.concat(
                        Stream.of(Optional.<Language>empty()),
                        Arrays.stream(Language.values()).map(Optional::of))
                .toList();
        return choice(
                "language",
                text("settings.language"),
                Setting.LANGUAGE,
                languages,
                language -> language.map(Language::ownName).orElseGet(() -> text("settings.of-the-system")));
    }

    private Node lockAfter() {
        return choice(
                "lock-after",
                text("settings.lock-after"),
                Setting.LOCK_AFTER,
                with(LOCK_TIMES, model.of(Setting.LOCK_AFTER).get()),
                time -> time.isZero() ? text("settings.never") : inWords(time));
    }

    private Node clipboard() {
        return choice(
                "clipboard",
                text("settings.clipboard"),
                Setting.CLIPBOARD,
                with(CLIPBOARD_TIMES, model.of(Setting.CLIPBOARD).get()),
                SettingsSheet::inWords);
    }

    /// A value of the file that is not among those offered is offered, too.
    private static List<Duration> with(List<Duration> offered, Duration present) {
        return offered.contains(present)
                ? offered
                : Stream.concat(Stream.of(present), offered.stream()).toList();
    }

    private static String inWords(Duration time) {
        return time.toSecondsPart() == 0 && !time.isZero()
                ? counted("settings.minutes", time.toMinutes())
                : counted("settings.seconds", time.toSeconds());
    }

    private <T> Node choice(String id, String name, Setting<T> setting, List<T> values, Function<T, String> words) {
        var box = new ComboBox<T>();
        box.setId("setting-" + id);
        box.getItems().setAll(values);
        box.setConverter(new Words<>(words));
        box.setAccessibleText(name);
        box.setMinWidth(190);
        box.setPrefWidth(190);
        keep(box.valueProperty(), model.of(setting));
        var label = Nodes.label(name, "body");
        label.setLabelFor(box);
        var row = new HBox(12, label, Nodes.spring(), box);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node flag(String id, String name, Setting<Boolean> setting) {
        var box = new CheckBox();
        box.setId("setting-" + id);
        var property = model.of(setting);
        subscriptions.add(property.subscribe(box::setSelected));
        box.selectedProperty().addListener((_, _, chosen) -> property.set(chosen));
        return Nodes.ticked(box, name);
    }

    /// As a binding in both directions, which would keep this sheet as long as the settings live.
    private <T> void keep(ObjectProperty<T> shown, ObjectProperty<T> kept) {
        subscriptions.add(kept.subscribe(shown::set));
        shown.addListener((_, _, chosen) -> kept.set(chosen));
    }

    private static final class Words<T> extends StringConverter<T> {
        private final Function<T, String> words;

        Words(Function<T, String> words) {
            this.words = words;
        }

        @Override
        public String toString(T value) {
            return value == null ? "" : words.apply(value);
        }

        @Override
        public T fromString(String text) {
            throw new UnsupportedOperationException("nothing is typed here");
        }
    }
}
