package dev.tessera.scan.camera;

import dev.tessera.scan.QrEncoder;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntFunction;

/// What a camera sees when somebody holds a phone before it: 1280 × 720, the same pictures each time.
public final class Films {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;

    private Films() {}

    /// Nothing but a wall.
    public static IntFunction<BufferedImage> wall() {
        return number -> finished(empty(), 1, 4, number);
    }

    /// A phone held still.
    public static IntFunction<BufferedImage> still(String text) {
        return number -> finished(withCode(empty(), text, 640, 360, 320, 3), 1, 4, number);
    }

    /// A hand that trembles: another place and tilt in each picture, smeared.
    public static IntFunction<BufferedImage> shaking(String text) {
        return number -> {
            var random = new Random(number);
            double x = 640 + 60 * random.nextGaussian();
            double y = 360 + 40 * random.nextGaussian();
            return finished(smeared(withCode(empty(), text, x, y, 330, 8 * random.nextGaussian()), 7), 1, 6, number);
        };
    }

    /// A room with the lamp off: few grey values, and more noise than light.
    public static IntFunction<BufferedImage> dark(String text) {
        return number -> finished(withCode(empty(), text, 600, 340, 340, -5), 0.16, 5, number);
    }

    /// So near that three pictures show only a part, then far enough.
    public static IntFunction<BufferedImage> tooNear(String text) {
        return number ->
                finished(withCode(empty(), text, 640, 360, Math.max(380, 1400 - 250 * number), 2), 1, 4, number);
    }

    /// Two phones at once.
    public static IntFunction<BufferedImage> two(String left, String right) {
        return number ->
                finished(withCode(withCode(empty(), left, 380, 360, 270, -4), right, 900, 360, 270, 5), 1, 4, number);
    }

    /// A phone held upside down.
    public static IntFunction<BufferedImage> upsideDown(String text) {
        return number -> finished(withCode(empty(), text, 700, 380, 300, 184), 1, 4, number);
    }

    /// One film after another.
    ///
    /// @param pictures how many of each
    @SafeVarargs
    public static IntFunction<BufferedImage> oneAfterAnother(int pictures, IntFunction<BufferedImage>... films) {
        return number -> films[Math.min(films.length - 1, number / pictures)].apply(number);
    }

    private static BufferedImage empty() {
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = picture.createGraphics();
        graphics.setPaint(new java.awt.GradientPaint(0, 0, new Color(0x9A9384), WIDTH, HEIGHT, new Color(0x5E5A52)));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(new Color(0x463C34));
        graphics.fillRect(0, 560, WIDTH, 160);
        graphics.dispose();
        return picture;
    }

    /// @param size the code's side in pixels, its border not counted
    private static BufferedImage withCode(
            BufferedImage picture, String text, double x, double y, double size, double degrees) {
        BufferedImage code = QrEncoder.image(text, 8);
        double scale = size / (code.getWidth() - 64);
        var place = AffineTransform.getTranslateInstance(x, y);
        place.rotate(Math.toRadians(degrees));
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.transform(place);
        double half = code.getWidth() * scale / 2;
        graphics.setColor(Color.BLACK);
        graphics.fill(new java.awt.geom.RoundRectangle2D.Double(
                -half - 30, -half - 110, 2 * half + 60, 2 * half + 220, 40, 40));
        graphics.scale(scale, scale);
        graphics.translate(-code.getWidth() / 2.0, -code.getHeight() / 2.0);
        graphics.drawImage(code, 0, 0, null);
        graphics.dispose();
        return picture;
    }

    private static BufferedImage smeared(BufferedImage picture, int pixels) {
        float[] row = new float[pixels];
        Arrays.fill(row, 1f / pixels);
        return new ConvolveOp(new Kernel(pixels, 1, row), ConvolveOp.EDGE_NO_OP, null).filter(picture, null);
    }

    /// What a sensor makes of it.
    private static BufferedImage finished(BufferedImage picture, double light, double noise, int number) {
        var random = new Random(31L * number + 7);
        byte[] bytes = ((java.awt.image.DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < bytes.length; i++) {
            // The sum of three is near enough to a bell, and quick.
            double error = noise * (random.nextFloat() + random.nextFloat() + random.nextFloat() - 1.5) * 2;
            bytes[i] = (byte) Math.clamp((int) ((bytes[i] & 0xFF) * light + error + 4), 0, 255);
        }
        return picture;
    }
}
