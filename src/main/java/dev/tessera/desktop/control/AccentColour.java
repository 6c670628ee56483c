package dev.tessera.desktop.control;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.paint.Color;

/// The accent of the desktop, made lighter or darker until it can be read on our grounds.
///
/// @param chosen as the person chose it for the whole desktop
public record AccentColour(Color chosen) {
    /// WCAG 2.2, success criterion 1.4.3, and a little for rounding.
    private static final double LEAST = 4.55;

    private static final double STEP = 0.02;

    /// Where JavaFX learns of an accent; without any of these it only has one of its own.
    private static final List<String> KNOWN_BY =
            List.of("Windows.UIColor.Accent", "macOS.NSColor.controlAccentColor", "GTK.theme_selected_bg_color");

    private static final List<Color> LIGHT_GROUNDS = List.of(Color.web("#f5f3ef"), Color.web("#ffffff"));
    private static final List<Color> DARK_GROUNDS = List.of(Color.web("#211f1c"), Color.web("#171614"));

    /// That of the system; empty where it has none.
    public static Optional<AccentColour> ofTheSystem(Platform.Preferences preferences) {
        return KNOWN_BY.stream().anyMatch(preferences::containsKey)
                ? Optional.of(new AccentColour(preferences.getAccentColor()))
                : Optional.empty();
    }

    /// Declarations of the palette's variables.
    public String css(boolean dark) {
        var soft = mix(dark ? DARK_GROUNDS.getFirst() : Color.WHITE, chosen, dark ? 0.14 : 0.11);
        var grounds = new java.util.ArrayList<>(dark ? DARK_GROUNDS : LIGHT_GROUNDS);
        grounds.add(soft);
        var accent = readable(chosen, grounds, dark);
        var strong = readable(mix(accent, dark ? Color.WHITE : Color.BLACK, 0.15), grounds, dark);
        var on = contrast(Color.WHITE, accent) >= LEAST ? Color.WHITE : Color.web("#0d1110");
        return "-t-accent: %s; -t-accent-strong: %s; -t-on-accent: %s; -t-soft: %s;"
                .formatted(web(accent), web(strong), web(on), web(soft));
    }

    /// The nearest to `colour` that can be read on all of the grounds.
    private static Color readable(Color colour, List<Color> grounds, boolean dark) {
        var end = dark ? Color.WHITE : Color.BLACK;
        for (double share = 0; share < 1; share += STEP) {
            var tried = mix(colour, end, share);
            if (grounds.stream().allMatch(ground -> contrast(tried, ground) >= LEAST)) {
                return tried;
            }
        }
        return end;
    }

    /// The ratio of WCAG 2.2, 1 to 21.
    private static double contrast(Color one, Color other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    /// @param share of `other`, 0 to 1
    private static Color mix(Color one, Color other, double share) {
        return one.interpolate(other, share);
    }

    private static String web(Color colour) {
        return String.format(
                Locale.ROOT,
                "#%02x%02x%02x",
                Math.round(colour.getRed() * 255),
                Math.round(colour.getGreen() * 255),
                Math.round(colour.getBlue() * 255));
    }
}
