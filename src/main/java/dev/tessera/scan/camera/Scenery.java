package dev.tessera.scan.camera;

import java.awt.image.BufferedImage;

/// What a camera sees, roughly: whether something moved, or came into focus, since the last look for codes. Tells
/// a desk with nobody before it from a hand that brings a phone, for a hundredth of the price of a look.
final class Scenery {
    private static final int ACROSS = 16;
    private static final int DOWN = 9;

    /// Samples a block and side. Their mean hides the noise of a sensor: of one with 5 levels it leaves 0.3.
    private static final int SAMPLES = 16;

    /// Levels of grey. A thumb at the edge of a block changes it by more.
    private static final double NOTICEABLE = 2;

    private double[] looked = {};

    /// Whether `picture` shows something else than the one that last did.
    boolean changed(BufferedImage picture) {
        double[] now = measures(picture);
        boolean differs = looked.length == 0;
        for (int i = 0; i < now.length && !differs; i++) {
            differs = Math.abs(now[i] - looked[i]) > NOTICEABLE;
        }
        if (differs) {
            looked = now;
        }
        return differs;
    }

    /// For each block how bright it is, and how rough: focus changes only the second.
    private static double[] measures(BufferedImage picture) {
        double[] measures = new double[2 * ACROSS * DOWN];
        double stepX = (picture.getWidth() - 1.0) / (ACROSS * SAMPLES);
        double stepY = (double) picture.getHeight() / (DOWN * SAMPLES);
        for (int y = 0; y < DOWN * SAMPLES; y++) {
            int row = (int) (y * stepY);
            for (int x = 0; x < ACROSS * SAMPLES; x++) {
                int column = (int) (x * stepX);
                int here = green(picture, column, row);
                int block = 2 * (y / SAMPLES * ACROSS + x / SAMPLES);
                measures[block] += here;
                measures[block + 1] += Math.abs(here - green(picture, column + 1, row));
            }
        }
        for (int i = 0; i < measures.length; i++) {
            measures[i] /= SAMPLES * SAMPLES;
        }
        return measures;
    }

    /// Most of what an eye takes for brightness.
    private static int green(BufferedImage picture, int x, int y) {
        return picture.getRGB(x, y) >> 8 & 0xFF;
    }
}
