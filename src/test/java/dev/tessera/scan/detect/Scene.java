package dev.tessera.scan.detect;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;
import java.util.Random;

/// Draws a QR code as a camera would see it: laid anywhere by a lattice, blurred, noisy, dim, partly covered.
final class Scene {
    private static final int SUBPIXELS = 3;

    private final ByteMatrix modules;
    private final int width;
    private final int height;
    private final Random random = new Random(26);
    private Lattice lattice;
    private int light = 235;
    private int dark = 25;
    private int page = 235;
    private double quietZone = 4;
    private double noise;
    private int blur;
    private Hidden hidden = (_, _) -> false;

    /// Which modules are covered by something grey.
    @FunctionalInterface
    interface Hidden {
        boolean at(int row, int column);
    }

    private Scene(ByteMatrix modules, int width, int height) {
        this.modules = modules;
        this.width = width;
        this.height = height;
        this.lattice = (u, v, xy) -> {
            xy[0] = 40 + 5 * u;
            xy[1] = 40 + 5 * v;
        };
    }

    static Scene of(String text, int version, int width, int height) {
        try {
            var hints = Map.of(EncodeHintType.QR_VERSION, version);
            return new Scene(Encoder.encode(text, ErrorCorrectionLevel.M, hints).getMatrix(), width, height);
        } catch (WriterException e) {
            throw new AssertionError("the tests' own texts fit", e);
        }
    }

    int side() {
        return modules.getWidth();
    }

    /// Where the four corners are seen: top left, top right, bottom right, bottom left.
    Scene corners(double... xy) {
        lattice = Homography.ofCorners(side(), xy);
        return this;
    }

    Scene straight(double left, double top, double module) {
        double far = side() * module;
        return corners(left, top, left + far, top, left + far, top + far, left, top + far);
    }

    Scene lattice(Lattice bent) {
        lattice = bent;
        return this;
    }

    Scene colours(int newDark, int newLight, int newPage) {
        dark = newDark;
        light = newLight;
        page = newPage;
        return this;
    }

    Scene quietZone(double inModules) {
        quietZone = inModules;
        return this;
    }

    Scene noise(double deviation) {
        noise = deviation;
        return this;
    }

    Scene blur(int reach) {
        blur = reach;
        return this;
    }

    Scene hidden(Hidden covered) {
        hidden = covered;
        return this;
    }

    /// Paints each module in so small pieces that no pixel is left out, then blur and noise.
    GreyImage draw() {
        double[] sum = new double[width * height];
        double[] count = new double[width * height];
        double[] xy = new double[2];
        double module = module();
        int pieces = (int) Math.ceil(module * SUBPIXELS);
        int reach = (int) Math.ceil(quietZone);
        for (int row = -reach; row < side() + reach; row++) {
            for (int column = -reach; column < side() + reach; column++) {
                for (int i = 0; i < pieces * pieces; i++) {
                    double u = column + (i % pieces + 0.5) / pieces;
                    int line = i / pieces;
                    double v = row + (line + 0.5) / pieces;
                    if (u > -quietZone && v > -quietZone && u < side() + quietZone && v < side() + quietZone) {
                        lattice.place(u, v, xy);
                        int x = (int) Math.floor(xy[0]);
                        int y = (int) Math.floor(xy[1]);
                        if (x >= 0 && y >= 0 && x < width && y < height) {
                            sum[y * width + x] += brightness(row, column);
                            count[y * width + x]++;
                        }
                    }
                }
            }
        }
        byte[] luma = new byte[width * height];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = (byte) Math.round(count[i] == 0 ? page : sum[i] / count[i]);
        }
        return withNoise(blurred(new GreyImage(width, height, luma)));
    }

    private double module() {
        double[] first = new double[2];
        double[] last = new double[2];
        lattice.place(0, 0, first);
        lattice.place(side(), side(), last);
        return Math.max(2, Math.hypot(last[0] - first[0], last[1] - first[1]) / side());
    }

    private int brightness(int row, int column) {
        if (row < 0 || column < 0 || row >= side() || column >= side()) {
            return light;
        }
        if (hidden.at(row, column)) {
            return (light + dark) / 2;
        }
        return modules.get(column, row) == 1 ? dark : light;
    }

    private GreyImage blurred(GreyImage image) {
        if (blur == 0) {
            return image;
        }
        byte[] luma = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int sum = 0;
                int pixels = 0;
                for (int row = Math.max(0, y - blur); row <= Math.min(height - 1, y + blur); row++) {
                    for (int column = Math.max(0, x - blur); column <= Math.min(width - 1, x + blur); column++) {
                        sum += image.at(column, row);
                        pixels++;
                    }
                }
                luma[y * width + x] = (byte) (sum / pixels);
            }
        }
        return new GreyImage(width, height, luma);
    }

    private GreyImage withNoise(GreyImage image) {
        byte[] luma = image.luma().clone();
        for (int i = 0; noise > 0 && i < luma.length; i++) {
            double noisy = (luma[i] & 0xFF) + random.nextGaussian() * noise;
            luma[i] = (byte) Math.clamp(Math.round(noisy), 0, 255);
        }
        return new GreyImage(width, height, luma);
    }
}
