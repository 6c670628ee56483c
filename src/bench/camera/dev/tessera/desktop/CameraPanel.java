package dev.tessera.desktop;

import com.sun.management.OperatingSystemMXBean;
import dev.tessera.desktop.add.AddState;
import dev.tessera.otpauth.OtpauthUri;
import dev.tessera.scan.QrDecoder;
import dev.tessera.scan.camera.Films;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import javafx.application.Platform;
import javafx.stage.Stage;

/// A whole window before films of 1280 × 720, thirty pictures a second: a second of an empty room, then the phone.
final class CameraPanel {
    private static final int ROUNDS = 11;
    private static final int EMPTY = 30;
    private static final int PICTURES = 20;

    public static void main(String[] arguments) {
        try {
            measure();
            System.exit(0);
        } catch (Exception | Error broken) {
            // The toolkit would keep the process alive.
            broken.printStackTrace();
            System.exit(1);
        }
    }

    private static void measure() throws Exception {
        var started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
        var link = OtpauthUri.format(Accounts.varied("Acme", "ann", 6));
        var films = new LinkedHashMap<String, IntFunction<BufferedImage>>();
        films.put("held still", Films.still(link));
        films.put("shaking", Films.shaking(link));
        films.put("dark", Films.dark(link));
        films.put("too near at first", Films.tooNear(link));
        films.put("upside down", Films.upsideDown(link));
        films.put("two codes", Films.two(link, OtpauthUri.format(Accounts.varied("Apex", "bob", 7))));
        var room = pictures(Films.wall());
        toPreview(room, pictures(Films.still(link)), link); // warm
        System.out.printf("%-20s %10s %10s   (%d rounds)%n", "film", "median ms", "most ms", ROUNDS);
        for (var film : films.entrySet()) {
            var pictures = pictures(film.getValue());
            var millis = new ArrayList<Double>();
            for (int i = 0; i < ROUNDS; i++) {
                millis.add(toPreview(room, pictures, link));
            }
            millis.sort(null);
            System.out.printf("%-20s %10.0f %10.0f%n", film.getKey(), millis.get(ROUNDS / 2), millis.getLast());
        }
        System.out.printf("nothing before the camera: %.0f %% of one core%n", atRest());
    }

    /// From the moment at which the driver hands out the first picture that can be read at all, to the sheet with the
    /// account, laid out.
    private static double toPreview(List<BufferedImage> room, List<BufferedImage> pictures, String link) throws Exception {
        int readable = firstReadable(pictures, link);
        var handedOut = new AtomicLong();
        var window = new WindowFixture();
        window.cameras.plugIn("Camera", number -> {
            if (number < EMPTY) {
                return room.get(number % PICTURES);
            }
            if (number == EMPTY + readable) {
                handedOut.set(System.nanoTime());
            }
            return pictures.get((number - EMPTY) % PICTURES);
        });
        open(window);
        var previewed = new CountDownLatch(1);
        var end = new AtomicLong();
        window.onFx(() -> {
            var adding = window.window().open().orElseThrow().adding();
            adding.stateProperty().subscribe(state -> {
                if (state instanceof AddState.Preview) {
                    Platform.runLater(() -> {
                        window.window().scene().getRoot().applyCss();
                        window.window().scene().getRoot().layout();
                        end.set(System.nanoTime());
                        previewed.countDown();
                    });
                }
            });
            adding.useCamera();
        });
        if (!previewed.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("no preview in half a minute");
        }
        window.close();
        return (end.get() - handedOut.get()) / 1e6;
    }

    private static double atRest() throws Exception {
        var pictures = pictures(Films.wall());
        var window = new WindowFixture();
        window.cameras.plugIn("Camera", number -> pictures.get(number % PICTURES));
        open(window);
        window.onFx(() -> window.window().open().orElseThrow().adding().useCamera());
        Thread.sleep(Duration.ofSeconds(5));
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        long start = System.nanoTime();
        Thread.sleep(Duration.ofSeconds(15));
        double share = 100.0 * (system.getProcessCpuTime() - cpu) / (System.nanoTime() - start);
        window.close();
        return share;
    }

    private static void open(WindowFixture window) {
        window.createVault(List.of(Accounts.pexip()));
        window.onFx(() -> window.open(new Stage()));
        window.unlock();
    }

    private static List<BufferedImage> pictures(IntFunction<BufferedImage> film) {
        var pictures = new ArrayList<BufferedImage>();
        for (int i = 0; i < PICTURES; i++) {
            pictures.add(film.apply(i));
        }
        return pictures;
    }

    private static int firstReadable(List<BufferedImage> pictures, String link) {
        for (int i = 0; i < pictures.size(); i++) {
            if (new QrDecoder().decode(pictures.get(i)).symbols().stream().anyMatch(code -> code.text().equals(link))) {
                return i;
            }
        }
        throw new IllegalStateException("the film is not readable at all");
    }
}
