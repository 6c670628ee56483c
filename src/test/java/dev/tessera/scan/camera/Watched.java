package dev.tessera.scan.camera;

import dev.tessera.scan.QrSymbol;
import dev.tessera.scan.ScanResult;
import java.awt.image.BufferedImage;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Remembers what a watch tells.
final class Watched implements CameraWatch.Watcher {
    private final BlockingQueue<Object> told = new LinkedBlockingQueue<>();

    @Override
    public void taken(BufferedImage picture, boolean still) {}

    @Override
    public void looked(ScanResult result, BufferedImage picture) {
        told.add(result);
    }

    @Override
    public void failed(CameraException why) {
        told.add(why);
    }

    /// All texts seen in one picture, at the first in which there are so many.
    Set<String> texts(int count) throws InterruptedException, CameraException {
        while (true) {
            if (next() instanceof ScanResult result && result.symbols().size() >= count) {
                return new TreeSet<>(
                        result.symbols().stream().map(QrSymbol::text).toList());
            }
        }
    }

    /// Nothing was read in the next picture.
    boolean sawNothing() throws InterruptedException {
        return next() instanceof ScanResult result && result.symbols().isEmpty();
    }

    CameraException failure() throws InterruptedException {
        while (true) {
            if (next() instanceof CameraException failure) {
                return failure;
            }
        }
    }

    private Object next() throws InterruptedException {
        var next = told.poll(30, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing was told for half a minute");
        }
        return next;
    }
}
