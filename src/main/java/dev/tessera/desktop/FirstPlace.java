package dev.tessera.desktop;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javafx.application.Platform;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Keeps the title of a window within reach while the window comes up.
///
/// JavaFX puts a window in the middle of the screen anew once it knows how wide the frame is that the window manager
/// gave it. Where it looks before that has moved the frame to its place, it takes the corner for the place of the
/// window, and moves it beyond that (seen with Openbox, once in some dozen starts, more often on a busy computer).
/// Later, a window is where the person has put it.
final class FirstPlace {
    private static final Duration COMING_UP = Duration.ofSeconds(2);

    private final Stage stage;
    private final InstantSource clock;
    private Instant shown = Instant.MIN;

    private FirstPlace(Stage stage, InstantSource clock) {
        this.stage = stage;
        this.clock = clock;
    }

    static void keep(Stage stage, InstantSource clock) {
        var place = new FirstPlace(stage, clock);
        stage.showingProperty().subscribe(place::showing);
        stage.yProperty().subscribe(place::look);
    }

    private void showing(boolean isShowing) {
        if (isShowing) {
            shown = clock.instant();
            look();
        }
    }

    private void look() {
        if (isOutOfReach() && shown.plus(COMING_UP).isAfter(clock.instant())) {
            // Not while JavaFX tells where the window is: it would go on with that.
            Platform.runLater(() -> {
                if (isOutOfReach()) {
                    stage.centerOnScreen();
                }
            });
        }
    }

    /// Whether the middle of its upper edge, by which it is moved, is on none of the screens.
    private boolean isOutOfReach() {
        double middle = stage.getX() + stage.getWidth() / 2;
        return stage.isShowing()
                && !Double.isNaN(middle + stage.getY())
                && Screen.getScreensForRectangle(middle, stage.getY(), 1, 1).isEmpty();
    }
}
