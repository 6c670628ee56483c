package dev.tessera.transfer.export;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;

/// A PDF file (ISO 32000-1) of pages of A4 with black shapes on them and nothing else: text comes as the
/// outlines of its letters, so that every script is drawn that this computer can draw, whatever the reader's
/// has.
final class PdfPages {
    /// In points, from the left.
    static final double WIDTH = 595.28;

    /// In points, from the top.
    static final double HEIGHT = 841.89;

    private static final int CATALOGUE = 1;
    private static final int TREE = 2;
    private static final int FIRST_PAGE = 3;

    private final List<StringBuilder> pages = new ArrayList<>();

    /// Begins a page.
    void next() {
        pages.add(new StringBuilder());
    }

    /// How many there are.
    int size() {
        return pages.size();
    }

    /// Fills a shape black, on the last page.
    ///
    /// @param x of its origin, from the left
    /// @param y of its origin, from the top
    void fill(Shape shape, double x, double y) {
        fill(size() - 1, shape, x, y);
    }

    /// The same on any page, from 0.
    void fill(int page, Shape shape, double x, double y) {
        var content = pages.get(page);
        // Letters grow upwards on paper, and downwards on screens.
        var upright = new AffineTransform(1, 0, 0, -1, x, HEIGHT - y);
        var path = shape.getPathIterator(upright);
        double[] points = new double[6];
        double[] last = new double[2];
        boolean isEmpty = true;
        for (; !path.isDone(); path.next()) {
            isEmpty = false;
            append(content, path.currentSegment(points), points, last);
        }
        if (!isEmpty) {
            content.append(path.getWindingRule() == PathIterator.WIND_EVEN_ODD ? "f*\n" : "f\n");
        }
    }

    private static void append(StringBuilder content, int kind, double[] points, double[] last) {
        switch (kind) {
            case PathIterator.SEG_MOVETO -> operate(content, "m", last, points[0], points[1]);
            case PathIterator.SEG_LINETO -> operate(content, "l", last, points[0], points[1]);
            case PathIterator.SEG_QUADTO ->
                // A quadratic curve as a cubic one.
                operate(
                        content,
                        "c",
                        last,
                        last[0] + (points[0] - last[0]) * 2 / 3,
                        last[1] + (points[1] - last[1]) * 2 / 3,
                        points[2] + (points[0] - points[2]) * 2 / 3,
                        points[3] + (points[1] - points[3]) * 2 / 3,
                        points[2],
                        points[3]);
            case PathIterator.SEG_CUBICTO -> operate(content, "c", last, points);
            case PathIterator.SEG_CLOSE -> content.append("h\n");
            default -> throw new AssertionError("a path has five kinds of segments, not " + kind);
        }
    }

    private static void operate(StringBuilder content, String operator, double[] last, double... numbers) {
        for (double number : numbers) {
            // Hundredths of a point; never so small or so large that Java would write an exponent.
            content.append(Math.round(number * 100) / 100.0).append(' ');
        }
        content.append(operator).append('\n');
        last[0] = numbers[numbers.length - 2];
        last[1] = numbers[numbers.length - 1];
    }

    /// The whole file.
    byte[] toByteArray() {
        var file = new File();
        file.object(CATALOGUE, "<< /Type /Catalog /Pages " + TREE + " 0 R >>");
        var kids = new StringBuilder();
        for (int i = 0; i < pages.size(); i++) {
            kids.append(FIRST_PAGE + 2 * i).append(" 0 R ");
        }
        file.object(TREE, "<< /Type /Pages /Count " + pages.size() + " /Kids [ " + kids + "] >>");
        for (int i = 0; i < pages.size(); i++) {
            int number = FIRST_PAGE + 2 * i;
            file.object(
                    number,
                    "<< /Type /Page /Parent " + TREE + " 0 R /MediaBox [0 0 " + WIDTH + " " + HEIGHT
                            + "] /Resources << >> /Contents " + (number + 1) + " 0 R >>");
            file.stream(number + 1, pages.get(i).toString().getBytes(US_ASCII));
        }
        return file.end();
    }

    /// Objects one after another, numbered from 1, and the table that says where each begins.
    private static final class File {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final List<Integer> offsets = new ArrayList<>();

        File() {
            bytes.writeBytes("%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n".getBytes(ISO_8859_1));
        }

        void object(int number, String dictionary) {
            begin(number);
            write(dictionary + "\nendobj\n");
        }

        void stream(int number, byte[] content) {
            byte[] packed = deflated(content);
            begin(number);
            write("<< /Length " + packed.length + " /Filter /FlateDecode >>\nstream\n");
            bytes.writeBytes(packed);
            write("\nendstream\nendobj\n");
        }

        byte[] end() {
            int table = bytes.size();
            write("xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n");
            offsets.forEach(offset -> write("%010d 00000 n \n".formatted(offset)));
            write("trailer\n<< /Size " + (offsets.size() + 1) + " /Root " + CATALOGUE + " 0 R >>\nstartxref\n" + table
                    + "\n%%EOF\n");
            return bytes.toByteArray();
        }

        private void begin(int number) {
            offsets.add(bytes.size());
            if (offsets.size() != number) {
                throw new AssertionError("objects come in the order of their numbers");
            }
            write(number + " 0 obj\n");
        }

        private void write(String text) {
            bytes.writeBytes(text.getBytes(US_ASCII));
        }

        private static byte[] deflated(byte[] content) {
            var out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            try (var deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
                deflater.setInput(content);
                deflater.finish();
                while (!deflater.finished()) {
                    out.write(buffer, 0, deflater.deflate(buffer));
                }
            }
            return out.toByteArray();
        }
    }
}
