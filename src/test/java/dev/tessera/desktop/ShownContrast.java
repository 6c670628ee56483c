package dev.tessera.desktop;

import dev.tessera.desktop.control.Contrast;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/// Which texts of a scene are hard to read, as it is shown: each text against what is painted beneath its middle.
/// WCAG 2.2, success criteria 1.4.3 (4.5 : 1, large text 3 : 1) and 1.4.11 (icons, 3 : 1). What is disabled, and what
/// something else is painted over, is left out, as are texts on pictures.
final class ShownContrast {
    /// WCAG's "large": 18 points, or 14 points where it is bold.
    private static final double LARGE = 24;

    private static final double LARGE_BOLD = 14 * 4 / 3.0;

    private final Color ground;
    private final List<Painted> painted = new ArrayList<>();

    private record Painted(Node node, double opacity) {}

    private ShownContrast(Scene scene) {
        this.ground = scene.getFill() instanceof Color colour ? colour : Color.WHITE;
        paint(scene.getRoot(), 1);
    }

    /// A line for each text that is hard to read.
    static List<String> tooLow(Scene scene) {
        var shown = new ShownContrast(scene);
        return Stream.iterate(0, i -> i < shown.painted.size(), i -> i + 1)
                .flatMap(i -> shown.problem(i).stream())
                .distinct()
                .toList();
    }

    /// In the order in which they are painted.
    private void paint(Node node, double above) {
        double opacity = above * node.getOpacity();
        if (!node.isVisible() || opacity == 0) {
            return;
        }
        painted.add(new Painted(node, opacity));
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> paint(child, opacity));
        }
    }

    private Optional<String> problem(int place) {
        var one = painted.get(place);
        if (!(one.node() instanceof Text text)
                || text.getText().isBlank()
                || text.isDisabled()
                || !(fill(text) instanceof Color fill)) {
            return Optional.empty();
        }
        var middle = middle(text);
        if (!isWithinClips(text, middle) || isCovered(place, middle) || isOnPicture(place, middle)) {
            return Optional.empty();
        }
        var beneath = ground;
        for (int i = 0; i < place; i++) {
            beneath = with(painted.get(i), middle, beneath);
        }
        var seen = over(fill, one.opacity(), beneath);
        double ratio = Contrast.of(hex(seen), hex(beneath));
        return ratio < least(text)
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "%.2f : 1 for \"%s\" (%s on %s) of %s",
                        ratio,
                        text.getText(),
                        hex(seen),
                        hex(beneath),
                        place(text)))
                : Optional.empty();
    }

    /// Of what is chosen, that of the choice.
    private static Paint fill(Text text) {
        return text.getSelectionStart() >= 0 ? text.getSelectionFill() : text.getFill();
    }

    private static double least(Text text) {
        var font = text.getFont();
        boolean isLarge = font.getSize() >= (font.getStyle().contains("Bold") ? LARGE_BOLD : LARGE);
        return text instanceof FontIcon || isLarge ? 3 : 4.5;
    }

    private static Point2D middle(Node node) {
        var bounds = node.localToScene(node.getLayoutBounds());
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    /// Something that is painted later lies over it, such as the shade behind a sheet.
    private boolean isCovered(int place, Point2D middle) {
        return painted.stream()
                .skip(place + 1)
                .anyMatch(later -> !with(later, middle, Color.WHITE).equals(Color.WHITE)
                        || !with(later, middle, Color.BLACK).equals(Color.BLACK));
    }

    private boolean isOnPicture(int place, Point2D middle) {
        return painted.stream()
                .limit(place)
                .anyMatch(one -> one.node() instanceof ImageView view && view.contains(view.sceneToLocal(middle)));
    }

    /// Whether a place is cut off, as what is scrolled away is.
    private static boolean isWithinClips(Node node, Point2D middle) {
        for (Node one = node; one != null; one = one.getParent()) {
            if (one.getClip() != null && !one.getClip().contains(one.sceneToLocal(middle))) {
                return false;
            }
        }
        return node.getScene().getRoot().contains(middle);
    }

    /// The colour once this is painted, too.
    private static Color with(Painted one, Point2D middle, Color beneath) {
        if (!isWithinClips(one.node(), middle)) {
            return beneath;
        }
        var within = one.node().sceneToLocal(middle);
        if (one.node() instanceof Region region && region.getBackground() != null) {
            var colour = beneath;
            for (var fill : region.getBackground().getFills()) {
                if (fill.getFill() instanceof Color paint && covers(fill, region, within)) {
                    colour = over(paint, one.opacity(), colour);
                }
            }
            return colour;
        }
        if (one.node() instanceof Shape shape
                && !(shape instanceof Text)
                && shape.getFill() instanceof Color paint
                && shape.contains(within)) {
            return over(paint, one.opacity(), beneath);
        }
        return beneath;
    }

    private static boolean covers(BackgroundFill fill, Region region, Point2D point) {
        var insets = fill.getInsets();
        return point.getX() >= insets.getLeft()
                && point.getX() <= region.getWidth() - insets.getRight()
                && point.getY() >= insets.getTop()
                && point.getY() <= region.getHeight() - insets.getBottom();
    }

    private static Color over(Color paint, double opacity, Color beneath) {
        double share = paint.getOpacity() * opacity;
        return beneath.interpolate(Color.color(paint.getRed(), paint.getGreen(), paint.getBlue()), share);
    }

    private static String hex(Color colour) {
        return String.format(
                "#%02x%02x%02x",
                Math.round(colour.getRed() * 255),
                Math.round(colour.getGreen() * 255),
                Math.round(colour.getBlue() * 255));
    }

    private static String place(Node node) {
        var names = new ArrayList<String>();
        for (Node one = node; one != null && names.size() < 4; one = one.getParent()) {
            names.add((one.getId() == null ? "" : "#" + one.getId()) + one.getStyleClass());
        }
        return String.join(" in ", names);
    }
}
