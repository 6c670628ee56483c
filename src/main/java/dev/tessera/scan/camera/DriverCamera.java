package dev.tessera.scan.camera;

import com.github.sarxos.webcam.WebcamDevice;
import com.github.sarxos.webcam.WebcamDriver;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A camera of a driver of webcam-capture.
final class DriverCamera implements Camera {
    /// A code of a phone's screen held at arm's length has its modules here; more pixels only cost time.
    private static final int WANTED_HEIGHT = 720;

    /// The library writes the place of the device behind the name.
    private static final String PLACE = "\\s+(/dev/\\S+|\\d+)$";

    private final WebcamDriver driver;
    private final WebcamDevice device;
    private final Faults faults;

    DriverCamera(WebcamDriver driver, WebcamDevice device, Faults faults) {
        this.driver = driver;
        this.device = device;
        this.faults = faults;
    }

    @Override
    public String name() {
        String name = device.getName().strip();
        String short_ = name.replaceFirst(PLACE, "");
        return short_.isEmpty() ? name : short_;
    }

    @Override
    public CameraStream open() throws CameraException {
        try {
            size().ifPresent(device::setResolution);
            device.open();
        } catch (RuntimeException refused) {
            throw isThere() ? faults.notOpened(name(), refused) : faults.unplugged(name());
        }
        return new Stream();
    }

    /// The smallest that is high enough, else the largest.
    private Optional<Dimension> size() {
        Dimension[] sizes = device.getResolutions();
        return sizes == null
                ? Optional.empty()
                : Arrays.stream(sizes)
                        .filter(size -> size.height >= WANTED_HEIGHT)
                        .min(Comparator.comparingInt(DriverCamera::pixels))
                        .or(() -> Arrays.stream(sizes).max(Comparator.comparingInt(DriverCamera::pixels)));
    }

    private static int pixels(Dimension size) {
        return size.width * size.height;
    }

    private boolean isThere() {
        try {
            return driver.getDevices().stream()
                    .anyMatch(other -> other.getName().equals(device.getName()));
        } catch (RuntimeException _) {
            return false;
        }
    }

    private final class Stream implements CameraStream {
        @Override
        public BufferedImage next() throws CameraException, InterruptedException {
            long end = System.nanoTime() + Cameras.PATIENCE.toNanos();
            while (true) {
                BufferedImage image = image();
                if (image != null) {
                    return image;
                }
                if (!isThere()) {
                    throw faults.unplugged(name());
                }
                if (System.nanoTime() > end) {
                    throw Faults.silent(name());
                }
                // The driver has no event for the next picture.
                Thread.sleep(20);
            }
        }

        private @Nullable BufferedImage image() throws CameraException {
            try {
                return device.getImage();
            } catch (RuntimeException broken) {
                throw isThere() ? Faults.silent(name()) : faults.unplugged(name());
            }
        }

        @Override
        public void close() {
            try {
                device.close();
            } catch (RuntimeException _) {
                // It is gone, and its light with it.
            }
        }
    }
}
