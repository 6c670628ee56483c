package dev.tessera.desktop.control;

import java.text.Bidi;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// A label of as many lines as its text needs.
///
/// JavaFX 26 breaks lines well, but fails where it has to break one that is written from right to left: such a text is
/// broken here, and each of its lines is drawn for itself. It is also drawn in a font that has its letters: of letters
/// that come from another font than the first one, the words end up in the wrong order.
final class Words extends Label {
    private static final PseudoClass OTHER_WAY = PseudoClass.getPseudoClass("right-to-left");

    private final Lines lines = new Lines();
    private boolean otherWay;

    Words(String text) {
        super(text);
        textProperty().subscribe(this::look);
    }

    /// Whether any letter of `text` is written from right to left.
    static boolean isRightToLeft(String text) {
        var signs = text.toCharArray();
        return Bidi.requiresBidi(signs, 0, signs.length);
    }

    /// Has `labeled` draw its line in a font that has the letters of it.
    static void follow(Labeled labeled) {
        labeled.textProperty()
                .subscribe(text -> labeled.pseudoClassStateChanged(OTHER_WAY, text != null && isRightToLeft(text)));
    }

    private void look(String text) {
        otherWay = text != null && isRightToLeft(text);
        pseudoClassStateChanged(OTHER_WAY, otherWay);
        setWrapText(!otherWay);
        setGraphic(otherWay ? lines : null);
        setContentDisplay(otherWay ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        lines.forget();
        requestLayout();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return otherWay
                ? snappedLeftInset() + lines.widthOfOne() + snappedRightInset()
                : super.computePrefWidth(height);
    }

    @Override
    protected double computeMinWidth(double height) {
        return otherWay ? snappedLeftInset() + snappedRightInset() : super.computeMinWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        if (!otherWay) {
            return super.computePrefHeight(width);
        }
        double room = width < 0 ? Double.MAX_VALUE : width - snappedLeftInset() - snappedRightInset();
        return snappedTopInset() + lines.heightAt(room) + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (otherWay) {
            lines.resizeRelocate(
                    snappedLeftInset(),
                    snappedTopInset(),
                    getWidth() - snappedLeftInset() - snappedRightInset(),
                    getHeight() - snappedTopInset() - snappedBottomInset());
        }
    }

    /// The lines of the text, broken where a language lets them break.
    private final class Lines extends Region {
        private final Text measure = new Text();
        private List<String> shown = List.of();

        Lines() {
            measure.fontProperty().bind(Words.this.fontProperty());
            measure.fontProperty().addListener(_ -> forget());
        }

        void forget() {
            shown = List.of();
            getChildren().clear();
            requestLayout();
        }

        double widthOfOne() {
            return getText().lines().mapToDouble(this::widthOf).max().orElse(0);
        }

        double heightAt(double width) {
            return broken(width).size() * heightOfOne();
        }

        private double heightOfOne() {
            measure.setText("x");
            return Math.ceil(measure.getLayoutBounds().getHeight()) + getLineSpacing();
        }

        private double widthOf(String line) {
            measure.setText(line);
            return Math.ceil(measure.getLayoutBounds().getWidth());
        }

        private List<String> broken(double width) {
            var found = new ArrayList<String>();
            getText().lines().forEach(paragraph -> breakInto(found, paragraph, width));
            return found;
        }

        private void breakInto(List<String> found, String paragraph, double width) {
            var breaks = BreakIterator.getLineInstance(Messages.language().locale());
            breaks.setText(paragraph);
            int start = 0;
            int last = 0;
            for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
                if (last > start && widthOf(paragraph.substring(start, end).stripTrailing()) > width) {
                    found.add(paragraph.substring(start, last).stripTrailing());
                    start = last;
                }
                last = end;
            }
            found.add(paragraph.substring(start).stripTrailing());
        }

        @Override
        protected void layoutChildren() {
            var wanted = broken(getWidth());
            if (!wanted.equals(shown)) {
                shown = wanted;
                getChildren().setAll(wanted.stream().map(this::line).toList());
            }
            double y = 0;
            for (var child : getChildren()) {
                double spare = getWidth() - child.getLayoutBounds().getWidth();
                boolean centred = getAlignment() != null && getAlignment().getHpos() == HPos.CENTER;
                child.relocate(centred ? Math.max(0, spare / 2) : 0, y);
                y += heightOfOne();
            }
        }

        private Text line(String words) {
            var text = new Text(words);
            text.getStyleClass().add("words-line");
            text.fontProperty().bind(Words.this.fontProperty());
            text.fillProperty().bind(textFillProperty());
            return text;
        }
    }
}
