package dev.tessera.desktop.control;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.NodeOrientation;
import javafx.geometry.VPos;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// A code in large figures that all have one width, whatever the font: no digit ever moves sideways.
///
/// Letters (Steam, Yandex) keep their own widths: they never change one by one. A screen reader hears the card, not
/// this.
public final class CodeFigures extends Region {
    /// In place of a digit that is not to be seen.
    public static final String HIDDEN = "•";

    private static final List<String> ONE_WIDTH = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", HIDDEN);
    private static final double GROUP_GAP = 0.5;

    /// As many as there ever were; those behind the last sign of the code are empty and not to be seen.
    private final List<Text> signs = new ArrayList<>();

    private int count;
    private final BitSet gapBefore = new BitSet();
    private final Text measure = new Text();
    private String grouped = "";
    private double slot;
    private Font measured = Font.getDefault();

    public CodeFigures() {
        getStyleClass().add("code-figures");
        // A code is read from left to right in every language.
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
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
        grouped = groupedCode;
        var bare = groupedCode.replace(" ", "");
        count = bare.length();
        addSigns();
        for (int i = 0; i < signs.size(); i++) {
            boolean there = i < count;
            signs.get(i).setText(there ? bare.substring(i, i + 1) : "");
            signs.get(i).setVisible(there);
        }
        markGaps();
        requestLayout();
    }

    /// What it shows, in groups.
    public String shown() {
        return grouped;
    }

    private void markGaps() {
        gapBefore.clear();
        int spaces = 0;
        for (int i = 0; i < grouped.length(); i++) {
            if (grouped.charAt(i) == ' ') {
                gapBefore.set(i - spaces++);
            }
        }
    }

    /// None is ever taken out: put in again, its styles would have to be looked up.
    private void addSigns() {
        while (signs.size() < count) {
            var text = new Text();
            text.getStyleClass().add("figure");
            signs.add(text);
            getChildren().add(text);
        }
    }

    private double slot() {
        var font = measure.getFont();
        if (slot == 0 || !font.equals(measured)) {
            measured = font;
            slot = Math.ceil(ONE_WIDTH.stream().mapToDouble(this::measure).max().orElseThrow());
        }
        return slot;
    }

    private double measure(String sign) {
        measure.setText(sign);
        return measure.getLayoutBounds().getWidth();
    }

    private double widthOf(Text sign) {
        return ONE_WIDTH.contains(sign.getText())
                ? slot()
                : Math.ceil(sign.getLayoutBounds().getWidth()) + 1;
    }

    private double gapBefore(int index) {
        return gapBefore.get(index) ? slot() * GROUP_GAP : 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        double width = snappedLeftInset() + snappedRightInset();
        for (int i = 0; i < count; i++) {
            width += gapBefore(i) + widthOf(signs.get(i));
        }
        return width;
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.ceil(measure.getFont().getSize() * 1.2);
    }

    @Override
    protected void layoutChildren() {
        double x = snappedLeftInset();
        for (int i = 0; i < count; i++) {
            x += gapBefore(i);
            double width = widthOf(signs.get(i));
            layoutInArea(signs.get(i), x, 0, width, getHeight(), 0, HPos.CENTER, VPos.CENTER);
            x += width;
        }
    }
}
