package dev.tessera.desktop.control;

import javafx.beans.binding.Bindings;
import javafx.scene.Group;
import javafx.scene.control.SkinBase;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/// Draws a [PassphraseField]: dots of one width, caret, selection, prompt. No node holds a character of it.
final class PassphraseFieldSkin extends SkinBase<PassphraseField> {
    private static final double STEP = 11;
    private static final double RADIUS = 3.25;
    private static final double CARET_HEIGHT = 18;

    private final SecretText text;
    private final Pane area = new Pane();
    private final Group dots = new Group();
    private final Group line = new Group();
    private final Rectangle selection = new Rectangle();
    private final Line caret = new Line(0, 0, 0, CARET_HEIGHT);
    private final Text prompt = new Text();
    private final Rectangle clip = new Rectangle();

    PassphraseFieldSkin(PassphraseField field) {
        super(field);
        text = field.secretText();
        dress(field);
        line.getChildren().addAll(selection, dots, caret);
        area.getChildren().addAll(prompt, line);
        area.setClip(clip);
        area.setMouseTransparent(true);
        getChildren().add(area);
        registerChangeListener(field.editsProperty(), _ -> update());
        field.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        field.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> moveCaret(event, true));
        update();
    }

    private void dress(PassphraseField field) {
        selection.getStyleClass().add("selection");
        selection.setManaged(false);
        caret.getStyleClass().add("caret");
        caret.setManaged(false);
        caret.visibleProperty().bind(field.focusedProperty());
        prompt.getStyleClass().add("prompt");
        prompt.textProperty().bind(field.promptTextProperty());
        prompt.setManaged(false);
        line.setManaged(false);
        line.setAutoSizeChildren(false);
        field.disabledProperty().subscribe(disabled -> line.setOpacity(disabled ? 0.5 : 1));
        prompt.visibleProperty().bind(Bindings.createBooleanBinding(field::isEmpty, field.editsProperty()));
    }

    private void pressed(MouseEvent event) {
        getSkinnable().requestFocus();
        if (event.getClickCount() > 1) {
            getSkinnable().selectAll();
        } else {
            moveCaret(event, event.isShiftDown());
        }
        event.consume();
    }

    private void moveCaret(MouseEvent event, boolean extend) {
        double x = event.getX() - snappedLeftInset() - line.getLayoutX();
        text.moveTo(text.positionOf((int) Math.round(x / STEP)), extend);
        getSkinnable().changed();
    }

    private void update() {
        int signs = text.signs();
        while (dots.getChildren().size() > signs) {
            dots.getChildren().removeLast();
        }
        while (dots.getChildren().size() < signs) {
            dots.getChildren().add(dot(dots.getChildren().size()));
        }
        double start = text.signsBefore(text.selectionStart()) * STEP;
        selection.setX(start);
        selection.setWidth(text.signsBefore(text.selectionEnd()) * STEP - start);
        selection.setHeight(CARET_HEIGHT);
        caret.setLayoutX(text.signsBefore(text.caret()) * STEP);
        getSkinnable().requestLayout();
    }

    private static Circle dot(int index) {
        var dot = new Circle(index * STEP + STEP / 2, CARET_HEIGHT / 2, RADIUS);
        dot.getStyleClass().add("dot");
        return dot;
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        area.resizeRelocate(x, y, width, height);
        clip.setX(-2);
        clip.setWidth(width + 4);
        clip.setHeight(height);
        prompt.relocate(3, (height - prompt.getLayoutBounds().getHeight()) / 2);
        line.setLayoutX(Math.min(0, width - STEP - caret.getLayoutX()));
        line.setLayoutY((height - CARET_HEIGHT) / 2);
    }

    @Override
    protected double computePrefWidth(double height, double top, double right, double bottom, double left) {
        return left + 22 * STEP + right;
    }

    @Override
    protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
        return top + CARET_HEIGHT + 2 + bottom;
    }

    @Override
    protected double computeMinHeight(double width, double top, double right, double bottom, double left) {
        return computePrefHeight(width, top, right, bottom, left);
    }
}
