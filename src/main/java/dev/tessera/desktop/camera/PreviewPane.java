package dev.tessera.desktop.camera;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.control.Waiting;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What the camera sees, with a frame around each code; as wide as it may be, 16 : 9 until a picture comes.
final class PreviewPane extends Region {
    private static final double USUAL_RATIO = 9.0 / 16;

    /// A phone held upright shall not push the buttons out of the window.
    private static final double MAX_RATIO = 3.0 / 4;

    private final CameraViewModel panel;
    private final ImageView picture = new ImageView();
    private final Region turning = Waiting.turning();
    private final FontIcon off = new FontIcon(Feather.CAMERA_OFF);
    private final Rectangle rounded = new Rectangle();
    private @Nullable WritableImage image;
    private List<Polygon> frames = List.of();

    PreviewPane(CameraViewModel panel) {
        this.panel = panel;
        setId("camera-preview");
        getStyleClass().add("camera-preview");
        setAccessibleText(text("camera.preview"));
        rounded.setArcWidth(24);
        rounded.setArcHeight(24);
        setClip(rounded);
        off.getStyleClass().add("camera-off");
        getChildren().addAll(off, turning, picture);
        panel.lensProperty().subscribe(lens -> {
            turning.setVisible(lens instanceof Lens.Starting);
            off.setVisible(lens instanceof Lens.Off || lens instanceof Lens.Failed);
        });
        panel.frameProperty().subscribe(this::show);
        panel.sightsProperty().subscribe(this::frame);
    }

    private void show(Optional<Frame> now) {
        picture.setVisible(now.isPresent());
        now.ifPresent(frame -> {
            var shown = image;
            if (shown == null || shown.getWidth() != frame.width() || shown.getHeight() != frame.height()) {
                shown = new WritableImage(frame.width(), frame.height());
                image = shown;
                picture.setImage(shown);
                requestLayout();
            }
            shown.getPixelWriter()
                    .setPixels(
                            0,
                            0,
                            frame.width(),
                            frame.height(),
                            PixelFormat.getIntArgbPreInstance(),
                            frame.argb(),
                            0,
                            frame.width());
        });
    }

    private void frame(List<Sight> sights) {
        getChildren().removeAll(frames);
        frames = sights.stream().map(_ -> new Polygon()).toList();
        frames.forEach(polygon -> polygon.getStyleClass().add("code-frame"));
        getChildren().addAll(frames);
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        double ratio = image == null ? USUAL_RATIO : image.getHeight() / image.getWidth();
        return Math.round((width < 0 ? getPrefWidth() : width) * Math.min(ratio, MAX_RATIO));
    }

    @Override
    public javafx.geometry.Orientation getContentBias() {
        return javafx.geometry.Orientation.HORIZONTAL;
    }

    @Override
    protected void layoutChildren() {
        rounded.setWidth(getWidth());
        rounded.setHeight(getHeight());
        centre(off);
        centre(turning);
        if (image == null) {
            return;
        }
        double scale = Math.min(getWidth() / image.getWidth(), getHeight() / image.getHeight());
        double width = image.getWidth() * scale;
        double height = image.getHeight() * scale;
        double left = (getWidth() - width) / 2;
        double top = (getHeight() - height) / 2;
        picture.setFitWidth(width);
        picture.setFitHeight(height);
        picture.relocate(left, top);
        var sights = panel.sightsProperty().get();
        for (int i = 0; i < Math.min(frames.size(), sights.size()); i++) {
            frames.get(i)
                    .getPoints()
                    .setAll(sights.get(i).corners().stream()
                            .flatMap(corner ->
                                    java.util.stream.Stream.of(left + corner.x() * width, top + corner.y() * height))
                            .toList());
        }
    }

    private void centre(Node node) {
        node.autosize();
        var bounds = node.getLayoutBounds();
        node.relocate((getWidth() - bounds.getWidth()) / 2, (getHeight() - bounds.getHeight()) / 2);
    }
}
