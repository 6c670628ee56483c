package dev.tessera.desktop.control;

import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Signs that something goes on. They stand still where the system is set to show less motion.
public final class Waiting {
    private static final double SIZE = 28;

    private Waiting() {}

    /// A turning ring, or a clock.
    public static Region turning() {
        var place = new StackPane();
        place.setMinSize(SIZE, SIZE);
        place.setMaxSize(SIZE, SIZE);
        place.sceneProperty().subscribe(scene -> {
            place.getChildren().clear();
            if (scene != null) {
                boolean still = scene.getPreferences().isReducedMotion();
                place.getChildren().add(still ? new FontIcon(Feather.CLOCK) : ring());
            }
        });
        return place;
    }

    /// Lets `bar` run while `going`; an indeterminate bar that nobody sees would still be animated.
    public static void run(ProgressBar bar, boolean going) {
        var scene = bar.getScene();
        boolean still = scene != null && scene.getPreferences().isReducedMotion();
        bar.setVisible(going && !still);
        bar.setProgress(bar.isVisible() ? ProgressBar.INDETERMINATE_PROGRESS : 0);
    }

    private static ProgressIndicator ring() {
        var ring = new ProgressIndicator();
        ring.setPrefSize(SIZE, SIZE);
        return ring;
    }
}
