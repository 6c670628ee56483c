package dev.tessera.desktop.control;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/// The first letter of a name on a colour that stays the same for that name, on every computer.
final class Monogram extends StackPane {
    private static final int TINTS = 12;
    private static final int SPREAD = 0x9E3779B1; // 2^32 over the golden ratio: near names get far colours
    static final double SIZE = 44;

    /// As pseudo-classes, since each change of a style class has JavaFX look up all styles of the node at once.
    private static final List<PseudoClass> TINT_STATES = IntStream.range(0, TINTS)
            .mapToObj(tint -> PseudoClass.getPseudoClass("tint-" + tint))
            .toList();

    private final Label letter = new Label();
    private int tint = -1;

    Monogram() {
        getStyleClass().add("monogram");
        letter.getStyleClass().add("letter");
        getChildren().add(letter);
        setMinSize(SIZE, SIZE);
        setPrefSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
    }

    /// Shows that of `name`.
    void show(String name) {
        letter.setText(letterOf(name));
        int newTint = tintOf(name);
        if (newTint != tint) {
            if (tint >= 0) {
                pseudoClassStateChanged(TINT_STATES.get(tint), false);
            }
            pseudoClassStateChanged(TINT_STATES.get(newTint), true);
            tint = newTint;
        }
    }

    /// Forgets the name. Its colour, one of twelve, tells nothing, and stays: each change has JavaFX look up styles.
    void wipe() {
        letter.setText(letterOf(""));
    }

    /// The first letter or digit in upper case, or a dot.
    static String letterOf(String name) {
        return name.codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .findFirst()
                .map(letter -> letter.toUpperCase(Locale.ROOT))
                .orElse("•");
    }

    /// 0 to 11, by the name alone: case and accents do not count.
    static int tintOf(String name) {
        return Math.floorMod((Folding.fold(name).hashCode() * SPREAD) >>> 16, TINTS);
    }
}
