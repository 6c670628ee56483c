package dev.tessera.desktop.detail;

import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;

/// A QR code in whole pixels, black on white in every theme, with four squares of quiet around it.
final class QrPane extends StackPane {
    private static final double LARGEST = 320;
    private static final int QUIET_ZONE = 4;

    QrPane(boolean[][] modules) {
        setId("qr-code");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        int squares = modules.length + 2 * QUIET_ZONE;
        double side = Math.max(2, Math.floor(LARGEST / squares));
        var canvas = new Canvas(squares * side, squares * side);
        var graphics = canvas.getGraphicsContext2D();
        graphics.setFill(Color.WHITE);
        graphics.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
        graphics.setFill(Color.BLACK);
        for (int y = 0; y < modules.length; y++) {
            for (int x = 0; x < modules[y].length; x++) {
                if (modules[y][x]) {
                    graphics.fillRect((x + QUIET_ZONE) * side, (y + QUIET_ZONE) * side, side, side);
                }
            }
        }
        getChildren().add(canvas);
    }
}
