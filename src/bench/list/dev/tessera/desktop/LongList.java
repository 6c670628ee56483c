package dev.tessera.desktop;

import com.sun.javafx.scene.NodeHelper;
import dev.tessera.desktop.control.PassphraseField;
import dev.tessera.vault.file.KdfCost;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;

/// A whole window over a vault of many accounts: milliseconds on the toolkit's thread, laid out, without painting; as a
/// clock on the wall tells them, and as the processor was at work for that thread, which a busy machine does not change.
final class LongList {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 5;
    private static final int FRAMES = 300;
    private static final List<String> SEARCHES = List.of("site 98", "ann@4711", "zzz", "9");

    public static void main(String[] arguments) {
        try {
            measure(Integer.parseInt(arguments[0]));
            System.exit(0);
        } catch (Exception | Error broken) {
            // The toolkit would keep the process alive.
            broken.printStackTrace();
            System.exit(1);
        }
    }

    private static void measure(int accounts) throws Exception {
        var started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
        var derivation = new Times();
        var unlock = new Times();
        var keys = new Times();
        var frames = new Times();
        for (int round = 0; round < ROUNDS; round++) {
            var window = new WindowFixture();
            window.createVault(
                    IntStream.range(0, accounts).mapToObj(TenThousandTest::account).toList());
            window.onFx(() -> window.open(new Stage()));
            derive(derivation);
            unlock(window, unlock);
            search(window, keys);
            scroll(window, frames);
            window.onFx(() -> window.window().scene().getWindow().hide());
            window.close();
        }
        System.out.printf("%d accounts, %d rounds%n", accounts, ROUNDS);
        System.out.printf(
                "%-44s %30s %30s%n%-44s %10s %10s %10s %10s %10s %10s%n",
                "milliseconds", "of time", "of this thread", "", "median", "95 %", "most", "median", "95 %", "most");
        derivation.tell("the derivation of the key alone");
        unlock.tell("passphrase to the list, with key derivation");
        keys.tell("each key of a search, list laid out");
        frames.tell("each frame of scrolling, list laid out");
    }

    /// What unlocking this vault has to do before anything else.
    private static void derive(Times times) {
        long cpu = THREADS.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        KdfCost.LEAST.derive(WindowFixture.PASSPHRASE.getBytes(StandardCharsets.UTF_8), new byte[16], 32);
        times.add(System.nanoTime() - start, THREADS.getCurrentThreadCpuTime() - cpu);
    }

    private static void unlock(WindowFixture window, Times times) throws Exception {
        onFx(() -> {
            ((PassphraseField) window.node("#passphrase")).type(WindowFixture.PASSPHRASE.toCharArray());
            return null;
        });
        long cpu = processor();
        long start = System.nanoTime();
        onFx(() -> {
            ((Button) window.node("#unlock")).fire();
            return null;
        });
        while (onFx(() -> window.window().isLocked())) {
            Thread.sleep(1); // as fine as it is told; without a pause the asking itself would be measured
        }
        timed(window, () -> {}, new Times()); // the list is laid out, too
        times.add(System.nanoTime() - start, processor() - cpu);
    }

    private static void search(WindowFixture window, Times keys) throws Exception {
        var field = (TextField) window.node("#search");
        for (var words : SEARCHES) {
            for (int length = 1; length <= words.length(); length++) {
                var typed = words.substring(0, length);
                timed(window, () -> field.setText(typed), keys);
            }
            timed(window, () -> field.setText(""), keys);
        }
    }

    private static void scroll(WindowFixture window, Times frames) throws Exception {
        var list = (ListView<?>) window.node("#entries");
        for (int i = 0; i < FRAMES; i++) {
            int index = i * list.getItems().size() / FRAMES;
            timed(window, () -> list.scrollTo(index), frames);
        }
    }

    /// On the toolkit's thread, with the layout that the next frame would do.
    private static void timed(WindowFixture window, Runnable action, Times times) throws Exception {
        onFx(() -> {
            long cpu = THREADS.getCurrentThreadCpuTime();
            long start = System.nanoTime();
            action.run();
            var root = window.window().scene().getRoot();
            NodeHelper.processCSS(root); // as a frame does it: applyCss() would give all nodes their styles anew
            root.layout();
            times.add(System.nanoTime() - start, THREADS.getCurrentThreadCpuTime() - cpu);
            return null;
        });
    }

    private static long processor() throws Exception {
        return onFx(THREADS::getCurrentThreadCpuTime);
    }

    private static <T> T onFx(Callable<T> task) throws Exception {
        var done = new FutureTask<>(task);
        Platform.runLater(done);
        return done.get();
    }

    /// Nanoseconds of one thing that is done again and again.
    private static final class Times {
        private final List<Long> ofTime = new ArrayList<>();
        private final List<Long> ofProcessor = new ArrayList<>();

        void add(long time, long processor) {
            ofTime.add(time);
            ofProcessor.add(processor);
        }

        void tell(String what) {
            System.out.printf("%-44s %s%s%n", what, told(ofTime), told(ofProcessor));
        }

        private static String told(List<Long> times) {
            times.sort(null);
            return String.format(
                    " %10.1f %10.1f %10.1f",
                    times.get(times.size() / 2) / 1e6, times.get(times.size() * 95 / 100) / 1e6, times.getLast() / 1e6);
        }
    }
}
