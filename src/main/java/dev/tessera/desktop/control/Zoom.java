package dev.tessera.desktop.control;

import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.transform.Scale;

/// Shows its content larger: as if the window were smaller and its dots larger. All of it grows together, so that
/// nothing is cut off.
public final class Zoom extends Region {
    private final StackPane content;
    private final Scale scale = new Scale(1, 1);

    public Zoom(StackPane content) {
        this.content = content;
        content.getTransforms().add(scale);
        getChildren().add(content);
    }

    /// 1 is as it is.
    public double factor() {
        return scale.getX();
    }

    public void setFactor(double factor) {
        scale.setX(factor);
        scale.setY(factor);
        requestLayout();
        // Their pictures have the dots that they need.
        content.lookupAll(".countdown-ring").forEach(ring -> ((Parent) ring).requestLayout());
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth() / factor(), getHeight() / factor());
    }
}
