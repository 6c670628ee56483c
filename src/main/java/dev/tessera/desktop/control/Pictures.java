package dev.tessera.desktop.control;

import javafx.scene.Node;
import javafx.scene.control.Control;

/// Pictures of what is shown, which JavaFX makes to draw faster, and keeps until memory is short: of a QR code, of a
/// recovery key, long after they are gone.
public final class Pictures {
    private Pictures() {}

    /// Has none made of what scrolls in `control`: a scroll pane, or a text area, which has one in it.
    public static void keepNone(Control control) {
        control.skinProperty().subscribe(skin -> {
            if (skin != null) {
                control.applyCss();
                control.lookupAll(".viewport").forEach(Pictures::keepNone);
            }
        });
    }

    private static void keepNone(Node viewport) {
        viewport.setCache(false);
    }
}
