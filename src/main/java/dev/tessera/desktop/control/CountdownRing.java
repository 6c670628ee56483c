package dev.tessera.desktop.control;

import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Path;
import javafx.scene.shape.Shape;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// A ring with the seconds left. Near the end it breaks into one piece a second and changes its colour: colour alone
/// is no signal.
///
/// It is a picture that all rings of one look share. Twenty rings that turn each second, drawn of shapes, cost most of
/// what a window takes that is only looked at: each changes the bounds of all around it, which lays the list out.
public final class CountdownRing extends Region {
    static final double SIZE = 40;

    private final ImageView picture = new ImageView();
    private final Path track = sample(new Path(), "track");
    private final Path left = sample(new Path(), "left");
    private final Path last = sample(new Path(), "last");
    private final Text seconds = sample(new Text(), "seconds");
    private final Text lastSeconds = sample(new Text(), "last-seconds");
    private @Nullable Countdown shown;
    private @Nullable Look look;

    public CountdownRing() {
        getStyleClass().add("countdown-ring");
        picture.setFitWidth(SIZE);
        picture.setFitHeight(SIZE);
        getChildren().addAll(picture, track, left, last, seconds, lastSeconds);
        getChildren().forEach(child -> child.setManaged(false));
        for (var sample : new Shape[] {track, left, last, seconds, lastSeconds}) {
            sample.strokeProperty().addListener(_ -> lookAgain());
            sample.fillProperty().addListener(_ -> lookAgain());
        }
        seconds.fontProperty().addListener(_ -> lookAgain());
        lastSeconds.fontProperty().addListener(_ -> lookAgain());
        setMinSize(SIZE, SIZE);
        setPrefSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
    }

    /// Shows `countdown`.
    public void show(Countdown countdown) {
        if (countdown.equals(shown)) {
            return;
        }
        shown = countdown;
        if (picture.getImage() == null) {
            requestLayout(); // it has its colours by then
        } else {
            draw(countdown);
        }
    }

    @Override
    protected void layoutChildren() {
        var countdown = shown;
        if (countdown != null) {
            draw(countdown);
        }
    }

    private void draw(Countdown countdown) {
        picture.setImage(RingPictures.of(countdown, look(), scale()));
    }

    private void lookAgain() {
        look = null;
        requestLayout();
    }

    private Look look() {
        var known = look;
        if (known == null) {
            known = new Look(
                    track.getStroke(),
                    left.getStroke(),
                    last.getStroke(),
                    seconds.getFill(),
                    seconds.getFont(),
                    lastSeconds.getFill(),
                    lastSeconds.getFont());
            look = known;
        }
        return known;
    }

    /// How many dots of the screen are as wide as one of this node.
    private double scale() {
        var scene = getScene();
        if (scene == null || scene.getWindow() == null) {
            return 1;
        }
        double zoom = scene.getRoot() instanceof Zoom zoomed ? zoomed.factor() : 1;
        return zoom * scene.getWindow().getRenderScaleX();
    }

    /// Shows nothing, and has the colours that the style sheet gives.
    private static <S extends Shape> S sample(S shape, String styleClass) {
        shape.getStyleClass().add(styleClass);
        return shape;
    }

    /// Colours and fonts.
    ///
    /// @param track what has gone
    /// @param left what is left
    /// @param last the pieces that are left near the end
    /// @param seconds the number
    /// @param lastSeconds the number near the end
    record Look(
            Paint track,
            Paint left,
            Paint last,
            Paint seconds,
            Font secondsFont,
            Paint lastSeconds,
            Font lastSecondsFont) {}
}
