package dev.tessera.transfer.export;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;

/// Lines of text as the outlines of their letters, in whatever script and direction. The logical fonts of Java
/// stand for all fonts of the computer: each sign comes from one that has it.
final class SheetText {
    private static final FontRenderContext PAPER = new FontRenderContext(null, true, true);
    private static final double LEADING = 1.3;

    private final Font font;

    private SheetText(String name, int style, double points) {
        font = new Font(name, style, 1).deriveFont((float) points);
    }

    static SheetText plain(double points) {
        return new SheetText(Font.SANS_SERIF, Font.PLAIN, points);
    }

    static SheetText bold(double points) {
        return new SheetText(Font.SANS_SERIF, Font.BOLD, points);
    }

    static SheetText typed(double points) {
        return new SheetText(Font.MONOSPACED, Font.PLAIN, points);
    }

    /// Whether some font of this computer has each sign.
    static boolean canShow(String text) {
        return plain(1).font.canDisplayUpTo(text) < 0;
    }

    /// From one line to the next, in points.
    double lineHeight() {
        return font.getSize2D() * LEADING;
    }

    /// As many lines as a width asks for; none for an empty text.
    List<Shape> lines(String text, double width) {
        var lines = new ArrayList<Shape>();
        if (text.isBlank()) {
            return lines;
        }
        var attributed = new AttributedString(text);
        attributed.addAttribute(TextAttribute.FONT, font);
        var breaker = new LineBreakMeasurer(attributed.getIterator(), PAPER);
        while (breaker.getPosition() < text.length()) {
            TextLayout line = breaker.nextLayout((float) width);
            lines.add(line.getOutline(null));
        }
        return lines;
    }
}
