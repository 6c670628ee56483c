package dev.tessera.transfer.export;

import dev.tessera.otp.Base32;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.Secret;
import dev.tessera.scan.QrEncoder;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// The pages of a recovery sheet while they are being drawn: one account below the other, its QR code on the left.
final class Sheet {
    private static final double MARGIN = 42;
    private static final double FOOT = PdfPages.HEIGHT - MARGIN;
    private static final double GAP = 16;

    /// Of a usual QR code; a denser one is drawn larger, so that a camera can read it.
    private static final double QR_SIDE = 96;
    private static final double LEAST_MODULE = 1.3;
    private static final int QUIET_ZONE = 4;

    private final SheetWords words;
    private final PdfPages pages = new PdfPages();
    private double y;

    /// Begins with the title.
    Sheet(SheetWords words, Instant now) {
        this.words = words;
        turn();
        double width = PdfPages.WIDTH - 2 * MARGIN;
        var day = now.atOffset(ZoneOffset.UTC).toLocalDate().toString();
        draw(List.of(new Line(SheetText.bold(18), words.title()), new Line(SheetText.plain(9), day)), MARGIN, width);
        y += GAP / 2;
        draw(List.of(new Line(SheetText.plain(10), words.warning())), MARGIN, width);
        y += GAP;
    }

    /// Some text in one font.
    private record Line(SheetText font, String text) {}

    void add(ExportEntry entry) {
        boolean[][] modules = QrEncoder.modules(Links.usual(entry));
        double side = Math.max(QR_SIDE, modules.length * LEAST_MODULE);
        double left = MARGIN + side + GAP;
        double width = PdfPages.WIDTH - MARGIN - left;
        var lines = lines(entry);
        double height = Math.max(side, height(lines, width));
        if (y + height > FOOT) {
            turn();
        }
        double top = y;
        pages.fill(symbol(modules, side / modules.length), MARGIN, top);
        draw(lines, left, width);
        // The quiet zone of this symbol and of the next.
        y = top + height + Math.max(GAP, 2 * QUIET_ZONE * side / modules.length);
    }

    byte[] toByteArray() {
        for (int page = 0; page < pages.size(); page++) {
            for (Shape line : SheetText.plain(8).lines((page + 1) + " / " + pages.size(), PdfPages.WIDTH)) {
                pages.fill(page, line, MARGIN, FOOT + MARGIN / 2);
            }
        }
        return pages.toByteArray();
    }

    private void turn() {
        pages.next();
        y = MARGIN;
    }

    private List<Line> lines(ExportEntry entry) {
        var account = entry.account();
        var lines = new ArrayList<Line>();
        lines.add(new Line(SheetText.bold(12), account.issuer()));
        lines.add(new Line(SheetText.plain(11), account.accountName()));
        lines.add(new Line(SheetText.plain(8), kind(entry.parameters())));
        lines.add(new Line(SheetText.plain(8), words.secret()));
        lines.add(new Line(SheetText.typed(9), entry.secret(bytes -> inGroups(Base32.encode(bytes)))));
        switch (entry.parameters()) {
            case OtpParameters.Motp(var pin) -> lines.add(pin(pin));
            case OtpParameters.Yandex(var pin) -> lines.add(pin(pin));
            case OtpParameters.Totp _, OtpParameters.Hotp _, OtpParameters.Steam _ -> {} // none has a PIN
        }
        return lines;
    }

    private Line pin(Secret pin) {
        var text = ExportEntry.text(pin, bytes -> new String(bytes, StandardCharsets.UTF_8));
        return new Line(SheetText.plain(8), words.pin() + " " + text);
    }

    /// In the words of the standards, which are the same in each language.
    private static String kind(OtpParameters parameters) {
        return switch (parameters) {
            case OtpParameters.Totp totp ->
                "TOTP, " + totp.algorithm() + ", digits=" + totp.digits() + ", period=" + totp.period();
            case OtpParameters.Hotp hotp ->
                "HOTP, " + hotp.algorithm() + ", digits=" + hotp.digits() + ", counter=" + hotp.counter();
            case OtpParameters.Steam _ -> "Steam";
            case OtpParameters.Motp _ -> "mOTP";
            case OtpParameters.Yandex _ -> "Yandex";
        };
    }

    private static String inGroups(String base32) {
        return String.join(" ", base32.split("(?<=\\G.{4})"));
    }

    private static double height(List<Line> lines, double width) {
        return lines.stream()
                .mapToDouble(line -> line.font().lines(line.text(), width).size()
                        * line.font().lineHeight())
                .sum();
    }

    private void draw(List<Line> lines, double x, double width) {
        for (var line : lines) {
            for (Shape shape : line.font().lines(line.text(), width)) {
                y += line.font().lineHeight();
                pages.fill(shape, x, y);
            }
        }
    }

    /// Its dark squares, runs of them in one: single ones would show hairlines between them.
    private static Shape symbol(boolean[][] modules, double side) {
        var path = new Path2D.Double();
        for (int row = 0; row < modules.length; row++) {
            for (int column = 0; column < modules.length; column++) {
                int start = column;
                while (column < modules.length && modules[row][column]) {
                    column++;
                }
                if (column > start) {
                    path.append(new Rectangle2D.Double(start * side, row * side, (column - start) * side, side), false);
                }
            }
        }
        return path;
    }
}
