package dev.tessera.scan.detect;

import bench.ZxingFourPasses;
import dev.tessera.scan.QrDecoder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import javax.imageio.ImageIO;

/// One property at a time made worse; told is the last value at which a reader reads all eight codes, of eight texts, at
/// eight places between the pixels, turned by 0 to 21 degrees. The codes have version 6 and error correction M.
final class Limits {
    private static final int CODES = 8;
    private static final int VERSION = 6;
    private static final int SIZE = 560;
    private static final double MIDDLE = SIZE / 2.0;

    private interface Reader {
        boolean reads(BufferedImage image, String text) throws IOException, InterruptedException;
    }

    /// Code number `code` at a value of the property.
    private interface Drawing {
        Scene scene(int code, double value);
    }

    private record Property(String name, Drawing drawing, DoubleFunction<String> shown, double... values) {}

    private static final Map<String, Reader> READERS = new LinkedHashMap<>();

    public static void main(String[] arguments) throws Exception {
        var tessera = new QrDecoder();
        READERS.put("Tessera", (image, text) -> tessera.decode(image).symbols().stream()
                .anyMatch(code -> code.text().equals(text)));
        READERS.put("ZXing, four passes", (image, text) -> ZxingFourPasses.read(image).contains(text));
        READERS.put("zbarimg", Limits::zbar);
        System.out.println("| property | " + String.join(" | ", READERS.keySet()) + " |");
        System.out.println("|---|---|---|---|");
        for (var property : properties()) {
            var line = new StringBuilder("| " + property.name() + " |");
            for (var reader : READERS.values()) {
                line.append(' ').append(limit(property, reader)).append(" |");
            }
            System.out.println(line);
        }
    }

    private static List<Property> properties() {
        return List.of(
                new Property(
                        "pixels per module, minimum",
                        (code, value) -> placed(code, value),
                        value -> "%.1f".formatted(value),
                        steps(4, 1, -0.1)),
                new Property(
                        "blur, the widest in modules",
                        (code, value) -> placed(code, 8).blur((int) value),
                        value -> "%.1f".formatted((2 * value + 1) / 8),
                        steps(1, 12, 1)),
                new Property(
                        "contrast, minimum in levels of 255",
                        (code, value) -> placed(code, 6).colours((int) (128 - value / 2), (int) (128 + value / 2), 128).noise(1),
                        value -> "%.0f".formatted(value),
                        128, 64, 48, 32, 24, 20, 16, 12, 10, 8, 6, 4),
                new Property(
                        "noise, maximum as standard deviation",
                        (code, value) -> placed(code, 6).noise(value),
                        value -> "%.0f".formatted(value),
                        steps(10, 160, 5)),
                new Property(
                        "tilt, maximum in degrees",
                        Limits::tilted,
                        value -> "%.0f".formatted(value),
                        steps(10, 80, 2.5)),
                new Property(
                        "curvature, maximum in degrees of arc",
                        Limits::bent,
                        value -> "%.0f".formatted(value),
                        steps(20, 180, 10)),
                new Property(
                        "covered in the middle, maximum in % of the area",
                        Limits::covered,
                        value -> "%.0f".formatted(value),
                        steps(2, 40, 1)),
                new Property(
                        "border on a black page, minimum in modules",
                        (code, value) -> placed(code, 6).colours(25, 235, 25).quietZone(value),
                        value -> "%.2f".formatted(value),
                        steps(4, 0, -0.25)));
    }

    private static String limit(Property property, Reader reader) throws Exception {
        String limit = "–";
        for (double value : property.values()) {
            for (int code = 0; code < CODES; code++) {
                if (!reader.reads(image(property.drawing().scene(code, value).draw()), text(code))) {
                    return limit;
                }
            }
            limit = property.shown().apply(value);
        }
        return limit + " (all)";
    }

    private static String text(int code) {
        return "otpauth://totp/Pexip:ann%d@example.org?secret=JBSWY3DPEHPK3PXPJBSWY3DP&issuer=Pexip".formatted(code);
    }

    private static Scene scene(int code) {
        return Scene.of(text(code), VERSION, SIZE, SIZE);
    }

    /// Flat, in the middle, turned a little.
    private static Scene placed(int code, double module) {
        var scene = scene(code);
        return scene.lattice(turned(code, (u, v, xy) -> {
            xy[0] = (u - scene.side() / 2.0) * module;
            xy[1] = (v - scene.side() / 2.0) * module;
        }));
    }

    /// About the upright axis, seen from three times its width.
    private static Scene tilted(int code, double degrees) {
        var scene = scene(code);
        double size = 6.0 * scene.side();
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        return scene.lattice(turned(code, (u, v, xy) -> {
            double x = (u / scene.side() - 0.5) * size;
            double y = (v / scene.side() - 0.5) * size;
            double nearer = 3 * size / (3 * size + x * sin);
            xy[0] = x * cos * nearer;
            xy[1] = y * nearer;
        }));
    }

    /// Around an upright cylinder; the arc is that of the code.
    private static Scene bent(int code, double degrees) {
        var scene = scene(code);
        double size = 8.0 * scene.side();
        double arc = Math.toRadians(degrees);
        return scene.lattice(turned(code, (u, v, xy) -> {
            xy[0] = size / arc * Math.sin((u / scene.side() - 0.5) * arc);
            xy[1] = (v / scene.side() - 0.5) * size;
        }));
    }

    private static Scene covered(int code, double percent) {
        var scene = placed(code, 6);
        double half = scene.side() * Math.sqrt(percent / 100) / 2;
        double middle = (scene.side() - 1) / 2.0;
        return scene.hidden((row, column) -> Math.abs(row - middle) < half && Math.abs(column - middle) < half);
    }

    private static Lattice turned(int code, Lattice upright) {
        double angle = Math.toRadians(3.0 * code);
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        return (u, v, xy) -> {
            upright.place(u, v, xy);
            double x = xy[0];
            double y = xy[1];
            xy[0] = MIDDLE + 0.13 * code + x * cos - y * sin;
            xy[1] = MIDDLE + 0.29 * code + x * sin + y * cos;
        };
    }

    private static double[] steps(double first, double last, double step) {
        int count = (int) Math.round((last - first) / step) + 1;
        return DoubleStream.iterate(0, i -> i + 1).limit(count).map(i -> first + i * step).toArray();
    }

    private static BufferedImage image(GreyImage grey) {
        var image = new BufferedImage(grey.width(), grey.height(), BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, grey.width(), grey.height(), grey.luma());
        return image;
    }

    private static boolean zbar(BufferedImage image, String text) throws IOException, InterruptedException {
        Path file = Files.createTempFile("limits", ".png");
        try {
            ImageIO.write(image, "png", file.toFile());
            var zbar = new ProcessBuilder("zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", file.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var read = new String(zbar.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            zbar.waitFor();
            return read.lines().anyMatch(text::equals);
        } finally {
            Files.delete(file);
        }
    }

    static {
        Locale.setDefault(Locale.ROOT);
    }
}
