package dev.tessera.desktop.control;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// Pictures of countdown rings; the latest are kept, so that those of a period of 30 seconds are drawn once.
///
/// On the toolkit's thread.
final class RingPictures {
    private static final int MOST = 120;
    private static final double SIZE = CountdownRing.SIZE;
    private static final double RADIUS = 16;
    private static final double WIDTH = 3.5;
    private static final double WIDTH_NEAR_END = 5;
    private static final double GAP_DEGREES = 18;

    private static final Map<Key, Image> LATEST = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Image> eldest) {
            return size() > MOST;
        }
    };

    private static @Nullable Key key;
    private static @Nullable Image picture;

    private RingPictures() {}

    private record Key(Countdown countdown, CountdownRing.Look look, double scale) {
        boolean is(Countdown otherCountdown, CountdownRing.Look otherLook, double otherScale) {
            return scale == otherScale && countdown.equals(otherCountdown) && look.equals(otherLook);
        }
    }

    /// @param scale how many dots of the picture are as wide as one of the ring
    static Image of(Countdown countdown, CountdownRing.Look look, double scale) {
        // Most often it is that of the ring above it in the list.
        if (picture == null || key == null || !key.is(countdown, look, scale)) {
            key = new Key(countdown, look, scale);
            picture = LATEST.computeIfAbsent(key, RingPictures::drawn);
        }
        return picture;
    }

    private static Image drawn(Key key) {
        int dots = (int) Math.ceil(SIZE * key.scale());
        var canvas = new Canvas(dots, dots);
        var ring = canvas.getGraphicsContext2D();
        ring.scale(key.scale(), key.scale());
        if (key.countdown().isNearEnd()) {
            pieces(ring, key);
        } else {
            whole(ring, key);
        }
        number(ring, key);
        var how = new SnapshotParameters();
        how.setFill(Color.TRANSPARENT);
        return canvas.snapshot(how, new WritableImage(dots, dots));
    }

    private static void whole(GraphicsContext ring, Key key) {
        ring.setLineWidth(WIDTH);
        ring.setStroke(key.look().track());
        arc(ring, 0, 360);
        ring.setLineCap(StrokeLineCap.ROUND);
        ring.setStroke(key.look().left());
        arc(ring, 90, -360 * key.countdown().fraction());
    }

    private static void pieces(GraphicsContext ring, Key key) {
        int count = key.countdown().lastSeconds();
        double width = 360.0 / count;
        ring.setLineWidth(WIDTH_NEAR_END);
        ring.setLineCap(StrokeLineCap.BUTT);
        for (int i = 0; i < count; i++) {
            boolean isLeft = i < key.countdown().secondsLeft();
            ring.setStroke(isLeft ? key.look().last() : key.look().track());
            arc(ring, 90 - i * width - GAP_DEGREES / 2, -(width - GAP_DEGREES));
        }
    }

    private static void arc(GraphicsContext ring, double start, double length) {
        double corner = SIZE / 2 - RADIUS;
        ring.strokeArc(corner, corner, 2 * RADIUS, 2 * RADIUS, start, length, ArcType.OPEN);
    }

    private static void number(GraphicsContext ring, Key key) {
        boolean isNearEnd = key.countdown().isNearEnd();
        ring.setFill(isNearEnd ? key.look().lastSeconds() : key.look().seconds());
        ring.setFont(isNearEnd ? key.look().lastSecondsFont() : key.look().secondsFont());
        ring.setTextAlign(TextAlignment.CENTER);
        ring.setTextBaseline(VPos.CENTER);
        ring.fillText(Integer.toString(key.countdown().secondsLeft()), SIZE / 2, SIZE / 2);
    }
}
