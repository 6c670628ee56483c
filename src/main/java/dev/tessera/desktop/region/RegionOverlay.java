package dev.tessera.desktop.region;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.control.Theme;
import dev.tessera.scan.ScreenPicture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/// Covers every screen with what it showed, for a box to be drawn around a part of it.
public final class RegionOverlay {
    private final RegionViewModel model;
    private final List<Stage> stages = new ArrayList<>();

    private RegionOverlay(RegionViewModel model) {
        this.model = model;
    }

    /// Opens it; on the toolkit's thread.
    public static RegionOverlay open(RegionViewModel model) {
        var overlay = new RegionOverlay(model);
        var pictures = model.screens().stream()
                .sorted(Comparator.comparingInt(ScreenPicture::left).thenComparingInt(ScreenPicture::top))
                .toList();
        var places = places(pictures);
        for (int i = 0; i < places.size(); i++) {
            overlay.cover(places.get(i), model.screens().indexOf(pictures.get(i)));
        }
        overlay.stages.getFirst().requestFocus();
        return overlay;
    }

    /// Closes it, however it ended.
    public void close() {
        stages.forEach(Stage::close);
        stages.clear();
    }

    /// Where each picture goes. JavaFX and AWT number the screens each in its own way, and scale their places: the
    /// order is common to both. Where they do not even agree on how many there are, as with X servers that know
    /// Xinerama and no RandR, each picture has its share of the whole.
    private static List<Rectangle2D> places(List<ScreenPicture> pictures) {
        var screens = Screen.getScreens().stream()
                .map(Screen::getBounds)
                .sorted(Comparator.comparingDouble(Rectangle2D::getMinX).thenComparingDouble(Rectangle2D::getMinY))
                .toList();
        return screens.size() == pictures.size()
                ? screens
                : pictures.stream()
                        .map(picture -> share(
                                bounds(picture),
                                union(pictures.stream().map(RegionOverlay::bounds)),
                                union(screens.stream())))
                        .toList();
    }

    private static Rectangle2D share(Rectangle2D part, Rectangle2D of, Rectangle2D in) {
        double across = in.getWidth() / of.getWidth();
        double down = in.getHeight() / of.getHeight();
        return new Rectangle2D(
                in.getMinX() + (part.getMinX() - of.getMinX()) * across,
                in.getMinY() + (part.getMinY() - of.getMinY()) * down,
                part.getWidth() * across,
                part.getHeight() * down);
    }

    private static Rectangle2D bounds(ScreenPicture picture) {
        return new Rectangle2D(picture.left(), picture.top(), picture.width(), picture.height());
    }

    private static Rectangle2D union(Stream<Rectangle2D> all) {
        return all.reduce((one, other) -> {
                    double left = Math.min(one.getMinX(), other.getMinX());
                    double top = Math.min(one.getMinY(), other.getMinY());
                    double right = Math.max(one.getMaxX(), other.getMaxX());
                    double bottom = Math.max(one.getMaxY(), other.getMaxY());
                    return new Rectangle2D(left, top, right - left, bottom - top);
                })
                .orElseThrow();
    }

    private void cover(Rectangle2D bounds, int picture) {
        var pane = new RegionPane(model, picture);
        var scene = new Scene(pane, bounds.getWidth(), bounds.getHeight());
        Theme.dress(scene);
        var stage = new Stage(StageStyle.UNDECORATED);
        stage.setTitle(text("region.title"));
        stage.setScene(scene);
        stage.setX(bounds.getMinX());
        stage.setY(bounds.getMinY());
        stage.setWidth(bounds.getWidth());
        stage.setHeight(bounds.getHeight());
        // Not full screen: a window manager may take all of them to one screen.
        stage.setAlwaysOnTop(true);
        stage.setOnCloseRequest(event -> {
            event.consume();
            model.cancel();
        });
        stages.add(stage);
        stage.show();
        pane.requestFocus();
    }
}
