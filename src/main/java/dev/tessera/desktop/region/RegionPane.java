package dev.tessera.desktop.region;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.control.Nodes;
import dev.tessera.scan.ScreenPicture;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;

/// What one screen showed, dimmed but for the box.
final class RegionPane extends Region {
    private static final int STEP = 10;

    private final RegionViewModel model;
    private final int screen;
    private final ImageView picture;
    private final Region box = new Region();
    private final Label size = Nodes.line("region-size");
    private final VBox hint;
    private Shape dim = new Rectangle();

    RegionPane(RegionViewModel model, int screen) {
        this.model = model;
        this.screen = screen;
        picture =
                new ImageView(SwingFXUtils.toFXImage(model.screens().get(screen).picture(), null));
        hint = new VBox(4, Nodes.label(text("region.hint"), "strong"), Nodes.label(text("region.keys"), "small"));
        hint.getStyleClass().add("region-hint");
        hint.setMouseTransparent(true);
        box.getStyleClass().add("region-box");
        getStyleClass().add("region");
        setId("region-" + screen);
        setCursor(Cursor.CROSSHAIR);
        setFocusTraversable(true);
        setAccessibleText(text("region.hint") + " " + text("region.keys"));
        getChildren().addAll(picture, dim, box, size, hint);
        setOnMousePressed(event -> onPrimary(event, () -> model.press(screen, x(event), y(event))));
        setOnMouseDragged(event -> onPrimary(event, () -> model.drag(x(event), y(event))));
        setOnMouseReleased(event -> onPrimary(event, () -> model.release(x(event), y(event))));
        setOnKeyPressed(this::key);
        model.partProperty().subscribe(_ -> requestLayout());
    }

    private static void onPrimary(MouseEvent event, Runnable action) {
        if (event.getButton() == MouseButton.PRIMARY) {
            action.run();
        }
    }

    private void key(KeyEvent event) {
        int step = event.isControlDown() ? 1 : STEP;
        switch (event.getCode()) {
            case LEFT -> change(event, -step, 0);
            case RIGHT -> change(event, step, 0);
            case UP -> change(event, 0, -step);
            case DOWN -> change(event, 0, step);
            case ENTER -> model.take();
            case ESCAPE -> model.cancel();
            default -> {}
        }
        event.consume();
    }

    private void change(KeyEvent event, int dx, int dy) {
        if (event.isShiftDown()) {
            model.grow(screen, dx, dy);
        } else {
            model.move(screen, dx, dy);
        }
    }

    @Override
    protected void layoutChildren() {
        picture.setFitWidth(scale() * shown().width());
        picture.setFitHeight(scale() * shown().height());
        picture.relocate(left(), top());
        var part = model.partProperty().get().filter(now -> now.screen() == screen);
        var whole = new Rectangle(getWidth(), getHeight());
        var hole = part.map(this::place).orElseGet(Rectangle::new);
        dim(Shape.subtract(whole, hole));
        box.setVisible(part.isPresent());
        size.setVisible(part.isPresent());
        box.resizeRelocate(hole.getX(), hole.getY(), hole.getWidth(), hole.getHeight());
        part.ifPresent(now -> size.setText(text("region.size", now.width(), now.height())));
        size.autosize();
        boolean fitsBelow = hole.getY() + hole.getHeight() + size.getHeight() + 16 < getHeight();
        size.relocate(
                Math.clamp(hole.getX(), 8, Math.max(8, getWidth() - size.getWidth() - 8)),
                fitsBelow ? hole.getY() + hole.getHeight() + 8 : hole.getY() + 8);
        hint.autosize();
        hint.relocate(Math.floor((getWidth() - hint.getWidth()) / 2), 32);
        // It shall not lie on what is being drawn around.
        hint.setVisible(part.isEmpty() || !hint.getBoundsInParent().intersects(hole.getBoundsInParent()));
    }

    private void dim(Shape now) {
        now.getStyleClass().add("region-dim");
        now.setMouseTransparent(true);
        getChildren().set(getChildren().indexOf(dim), now);
        dim = now;
    }

    private Rectangle place(Part part) {
        double scale = scale();
        return new Rectangle(
                left() + part.left() * scale, top() + part.top() * scale, part.width() * scale, part.height() * scale);
    }

    /// The screen's own size, unless it has changed since the picture was taken.
    private double scale() {
        return Math.min(getWidth() / shown().width(), getHeight() / shown().height());
    }

    private double left() {
        return (getWidth() - scale() * shown().width()) / 2;
    }

    private double top() {
        return (getHeight() - scale() * shown().height()) / 2;
    }

    private double x(MouseEvent event) {
        return (event.getX() - left()) / scale();
    }

    private double y(MouseEvent event) {
        return (event.getY() - top()) / scale();
    }

    private ScreenPicture shown() {
        return model.screens().get(screen);
    }
}
