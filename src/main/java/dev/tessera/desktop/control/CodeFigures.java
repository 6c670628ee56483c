package dev.tessera.desktop.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// A code in large figures that all have one width, whatever the font: no digit ever moves sideways.
///
/// Letters (Steam, Yandex) keep their own widths: they never change one by one. A screen reader hears the card, not
/// this.
public final class CodeFigures extends Region {
    private static final String DIGITS = "0123456789";
    private static final double GROUP_GAP = 0.5;

    private final List<Text> signs = new ArrayList<>();
    private final Text measure = new Text();
    private String grouped = "";
    private double slot;
    private Font measured = Font.getDefault();

    public CodeFigures() {
        getStyleClass().add("code-figures");
        measure.getStyleClass().add("figure");
        measure.setVisible(false);
        measure.setManaged(false);
        getChildren().add(measure);
        measure.fontProperty().addListener(_ -> requestLayout());
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    /// Shows a code that is in its groups already, such as `123 456`.
    public void show(String groupedCode) {
        if (grouped.equals(groupedCode)) {
            return;
        }
        boolean sameShape = shape(grouped).equals(shape(groupedCode));
        grouped = groupedCode;
        if (!sameShape) {
            rebuild();
        }
        int index = 0;
        for (char sign : groupedCode.toCharArray()) {
            if (sign != ' ') {
                signs.get(index++).setText(String.valueOf(sign));
            }
        }
        requestLayout();
    }

    /// What it shows, in groups.
    public String shown() {
        return grouped;
    }

    private static String shape(String code) {
        return code.replaceAll("[^ ]", "x");
    }

    private void rebuild() {
        getChildren().removeAll(signs);
        signs.clear();
        for (char sign : grouped.toCharArray()) {
            if (sign != ' ') {
                var text = new Text();
                text.getStyleClass().add("figure");
                signs.add(text);
            }
        }
        getChildren().addAll(signs);
    }

    private double slot() {
        var font = Objects.requireNonNull(measure.getFont());
        if (slot == 0 || !font.equals(measured)) {
            measured = font;
            slot = 0;
            for (char digit : DIGITS.toCharArray()) {
                measure.setText(String.valueOf(digit));
                slot = Math.max(slot, measure.getLayoutBounds().getWidth());
            }
            slot = Math.ceil(slot);
        }
        return slot;
    }

    private double widthOf(Text sign) {
        return DIGITS.contains(sign.getText()) || sign.getText().equals("•")
                ? slot()
                : Math.ceil(sign.getLayoutBounds().getWidth()) + 1;
    }

    @Override
    protected double computePrefWidth(double height) {
        double width = 0;
        int index = 0;
        for (char sign : grouped.toCharArray()) {
            width += sign == ' ' ? slot() * GROUP_GAP : widthOf(signs.get(index++));
        }
        return width + snappedLeftInset() + snappedRightInset();
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.ceil(measure.getFont().getSize() * 1.2);
    }

    @Override
    protected void layoutChildren() {
        double x = snappedLeftInset();
        int index = 0;
        for (char sign : grouped.toCharArray()) {
            if (sign == ' ') {
                x += slot() * GROUP_GAP;
            } else {
                var text = signs.get(index++);
                double width = widthOf(text);
                layoutInArea(text, x, 0, width, getHeight(), 0, HPos.CENTER, VPos.CENTER);
                x += width;
            }
        }
    }
}
