package dev.tessera.desktop.control;

import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;
import javafx.scene.text.Text;

/// A ring with the seconds left. Near the end it breaks into one piece a second and changes its colour: colour alone
/// is no signal.
public final class CountdownRing extends Region {
    private static final PseudoClass NEAR_END = PseudoClass.getPseudoClass("near-end");
    private static final double SIZE = 40;
    private static final double RADIUS = 16;
    private static final int MOST_PIECES = 5;
    private static final double GAP = 18;

    private final Circle track = new Circle(SIZE / 2, SIZE / 2, RADIUS);
    private final Arc left = arc();
    private final Arc[] pieces = new Arc[MOST_PIECES];
    private final Text seconds = new Text();

    public CountdownRing() {
        getStyleClass().add("countdown-ring");
        track.getStyleClass().add("track");
        seconds.getStyleClass().add("seconds");
        getChildren().addAll(track, left, seconds);
        for (int i = 0; i < MOST_PIECES; i++) {
            pieces[i] = arc();
            getChildren().add(pieces[i]);
        }
        setMinSize(SIZE, SIZE);
        setPrefSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
    }

    /// Draws `countdown`.
    public void show(Countdown countdown) {
        boolean nearEnd = countdown.isNearEnd();
        pseudoClassStateChanged(NEAR_END, nearEnd);
        seconds.setText(Integer.toString(countdown.secondsLeft()));
        track.setVisible(!nearEnd);
        left.setVisible(!nearEnd);
        left.setLength(-360 * countdown.fraction());
        left.setStartAngle(90);
        for (int i = 0; i < MOST_PIECES; i++) {
            drawPiece(i, countdown, nearEnd);
        }
        requestLayout();
    }

    private void drawPiece(int index, Countdown countdown, boolean nearEnd) {
        var piece = pieces[index];
        int count = countdown.lastSeconds();
        piece.setVisible(nearEnd && index < count);
        double width = 360.0 / count;
        piece.setStartAngle(90 - index * width - GAP / 2);
        piece.setLength(-(width - GAP));
        piece.pseudoClassStateChanged(PseudoClass.getPseudoClass("spent"), index >= countdown.secondsLeft());
    }

    @Override
    protected void layoutChildren() {
        var bounds = seconds.getLayoutBounds();
        seconds.relocate(SIZE / 2 - bounds.getWidth() / 2, SIZE / 2 - bounds.getHeight() / 2);
    }

    private static Arc arc() {
        var arc = new Arc(SIZE / 2, SIZE / 2, RADIUS, RADIUS, 90, 0);
        arc.setType(ArcType.OPEN);
        arc.getStyleClass().add("left");
        return arc;
    }
}
