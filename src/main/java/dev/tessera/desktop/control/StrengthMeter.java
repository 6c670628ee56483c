package dev.tessera.desktop.control;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Four bars and words that say how strong a passphrase is.
public final class StrengthMeter extends VBox {
    private static final int BARS = 4;

    private final List<Region> bars =
            Stream.generate(StrengthMeter::bar).limit(BARS).toList();

    public StrengthMeter(ObservableValue<Strength> strength) {
        getStyleClass().add("strength");
        setSpacing(6);
        var row = new HBox(6);
        row.getChildren().addAll(bars);
        var words = Nodes.label("", "muted", "small");
        words.setId("strength");
        words.textProperty().bind(strength.map(Strength::words));
        getChildren().addAll(row, words);
        strength.subscribe(this::paint);
    }

    private void paint(Strength strength) {
        String fill = strength.score() <= 1 ? "filled-low" : strength.score() == 2 ? "filled-mid" : "filled-high";
        for (int i = 0; i < BARS; i++) {
            var styles = bars.get(i).getStyleClass();
            styles.removeAll("filled-low", "filled-mid", "filled-high");
            if (i < Math.max(strength.score(), strength.score() == 0 ? 1 : 0)) {
                styles.add(fill);
            }
        }
    }

    private static Region bar() {
        var bar = new Region();
        bar.getStyleClass().add("bar");
        HBox.setHgrow(bar, Priority.ALWAYS);
        return bar;
    }
}
