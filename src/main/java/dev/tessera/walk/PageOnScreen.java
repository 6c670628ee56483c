package dev.tessera.walk;

import java.awt.image.BufferedImage;
import java.util.regex.Pattern;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// A page with a QR code as a screen would show it, drawn from the page's own SVG.
final class PageOnScreen {
    private static final double SCREEN_WIDTH = 1280;
    private static final double SCREEN_HEIGHT = 800;
    private static final double CODE_WIDTH = 260;
    private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 (\\d+) \\d+\"");
    private static final Pattern PATH = Pattern.compile("<path (?:fill=\"(#[0-9a-f]+)\" )?d=\"([^\"]*)\"");

    private PageOnScreen() {}

    /// Draws it; on the toolkit's thread.
    ///
    /// @throws WalkException if the page shows no QR code
    static BufferedImage draw(Page page) throws WalkException {
        var svg =
                page.svg().orElseThrow(() -> new WalkException("the page \"" + page.heading() + "\" shows no QR code"));
        var heading = new Text(page.heading());
        heading.setFont(Font.font(28));
        var address = new Text(page.address().getHost() + page.address().getPath());
        address.setFont(Font.font(14));
        address.setFill(Color.gray(0.4));
        var column = new VBox(24, address, heading, drawing(svg));
        column.setAlignment(Pos.CENTER);
        column.setStyle("-fx-background-color: white");
        var scene = new Scene(column, SCREEN_WIDTH, SCREEN_HEIGHT);
        return SwingFXUtils.fromFXImage(scene.snapshot(null), null);
    }

    private static Pane drawing(String svg) throws WalkException {
        var size = SIZE.matcher(svg);
        if (!size.find()) {
            throw new WalkException("the page's QR code has no size");
        }
        double modules = Integer.parseInt(size.group(1));
        // Whole pixels to a module, as a browser draws crisp edges.
        double scale = Math.floor(CODE_WIDTH / modules);
        var pane = new Pane(new Rectangle(modules * scale, modules * scale, Color.WHITE));
        pane.setMaxSize(modules * scale, modules * scale);
        var paths = PATH.matcher(svg);
        while (paths.find()) {
            var path = new SVGPath();
            path.setContent(paths.group(2));
            path.setFill(paths.group(1) == null ? Color.BLACK : Color.web(paths.group(1)));
            path.setSmooth(false);
            path.getTransforms().add(new javafx.scene.transform.Scale(scale, scale));
            pane.getChildren().add(path);
        }
        return pane;
    }
}
