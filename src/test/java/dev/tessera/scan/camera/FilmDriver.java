package dev.tessera.scan.camera;

import com.github.sarxos.webcam.WebcamDevice;
import com.github.sarxos.webcam.WebcamDriver;
import com.github.sarxos.webcam.WebcamException;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Cameras that show films, thirty pictures a second, and fail as real ones do.
public final class FilmDriver implements WebcamDriver {
    private final List<Device> devices = new CopyOnWriteArrayList<>();

    /// Plugs in a camera.
    ///
    /// @param film gives each picture by its number, from 0
    public Device plugIn(String name, IntFunction<BufferedImage> film) {
        var device = new Device(name, film);
        devices.add(device);
        return device;
    }

    public void unplug(Device device) {
        devices.remove(device);
        device.gone = true;
    }

    @Override
    public List<WebcamDevice> getDevices() {
        return new ArrayList<>(devices);
    }

    @Override
    public boolean isThreadSafe() {
        return true;
    }

    /// One of them.
    public static final class Device implements WebcamDevice {
        private static final long PICTURE_NANOS = 33_000_000;

        private final String name;
        private final IntFunction<BufferedImage> film;
        private volatile boolean gone;
        private volatile boolean busy;
        private volatile boolean on;
        private final AtomicInteger opened = new AtomicInteger();
        private int number;
        private long due;

        private Device(String name, IntFunction<BufferedImage> film) {
            this.name = name;
            this.film = film;
        }

        /// Another program has it.
        public void takenByAnother(boolean is) {
            busy = is;
        }

        /// Whether its light is on.
        public boolean isOn() {
            return on;
        }

        public int timesOpened() {
            return opened.get();
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public Dimension[] getResolutions() {
            return new Dimension[] {new Dimension(640, 480), new Dimension(1280, 720), new Dimension(1920, 1080)};
        }

        @Override
        public Dimension getResolution() {
            return new Dimension(1280, 720);
        }

        @Override
        public void setResolution(Dimension size) {
            if (size.height != 720) {
                throw new IllegalArgumentException("a film has 720 lines, not " + size.height);
            }
        }

        @Override
        public @Nullable BufferedImage getImage() {
            if (gone) {
                throw new WebcamException("no such device");
            }
            if (!on) {
                throw new IllegalStateException("a picture was taken while the camera was off");
            }
            if (System.nanoTime() < due) {
                return null;
            }
            due = System.nanoTime() + PICTURE_NANOS;
            return film.apply(number++);
        }

        @Override
        public void open() {
            if (busy || gone) {
                throw new WebcamException("cannot open");
            }
            on = true;
            opened.incrementAndGet();
        }

        @Override
        public void close() {
            on = false;
        }

        @Override
        public void dispose() {
            close();
        }

        @Override
        public boolean isOpen() {
            return on;
        }
    }
}
