package dev.tessera.desktop.clock;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.control.Banner;
import dev.tessera.desktop.control.Nodes;
import dev.tessera.desktop.control.Sheet;
import dev.tessera.desktop.control.Sheets;
import java.util.ArrayList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/// The clock, over the list. Escape closes it.
public final class ClockSheet extends Sheets {
    private final ClockViewModel model;

    public ClockSheet(ClockViewModel model) {
        super(model::dismiss);
        this.model = model;
        model.stateProperty().subscribe(this::show);
    }

    /// That codes go by another time than this computer's, for as long as they do.
    public static Banner banner(ClockViewModel model) {
        return new Banner(
                "clock-banner",
                model.noticeProperty(),
                model.noticedProperty(),
                Nodes.button("clock-remove", text("clock.remove"), model::remove),
                Nodes.button("clock-again", text("clock.again"), model::open));
    }

    private void show(ClockState state) {
        begin(!(state instanceof ClockState.Hidden));
        switch (state) {
            case ClockState.Hidden _ -> {}
            case ClockState.Ready(var servers) -> ready(servers);
            case ClockState.Asking _ -> putWorking(text("clock.heading"), text("clock.asking"), close());
            case ClockState.Told told -> told(told);
            case ClockState.Failed(var why) -> failed(why);
        }
    }

    private void ready(String servers) {
        var measure = Nodes.primary(Nodes.button("clock-measure", text("clock.measure"), model::measure));
        put(
                new Sheet(text("clock.heading"))
                        .body(
                                Nodes.label(text("clock.why"), "body"),
                                Nodes.label(text("clock.explained", servers), "muted"))
                        .buttons(close(), measure),
                measure);
    }

    private void told(ClockState.Told told) {
        var words = new VBox(10);
        words.setId("clock-told");
        words.getChildren().add(Nodes.label(told.sentences().getFirst(), "strong"));
        told.sentences().stream()
                .skip(1)
                .forEach(sentence -> words.getChildren().add(Nodes.label(sentence, "body")));
        var buttons = new ArrayList<Node>();
        if (model.isAnythingApplied()) {
            buttons.add(Nodes.button("clock-told-remove", text("clock.remove"), model::remove));
        }
        var close = close();
        Button first = close;
        if (told.canBeApplied()) {
            first = Nodes.primary(Nodes.button("clock-apply", text("clock.apply"), model::apply));
            buttons.add(close);
            buttons.add(first);
        } else {
            buttons.add(Nodes.primary(close));
        }
        put(new Sheet(text("clock.heading")).body(words).buttons(buttons.toArray(Node[]::new)), first);
    }

    private void failed(String why) {
        var words = Nodes.label(why, "problem");
        words.setId("clock-failed");
        var again = Nodes.primary(Nodes.button("clock-measure", text("clock.again"), model::measure));
        put(new Sheet(text("clock.heading")).body(words).buttons(close(), again), again);
    }

    private Button close() {
        return Nodes.button("clock-close", text("vault.close"), model::dismiss);
    }
}
