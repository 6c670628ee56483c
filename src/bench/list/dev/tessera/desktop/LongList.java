package dev.tessera.desktop;

import dev.tessera.desktop.control.PassphraseField;
import dev.tessera.otp.Account;
import dev.tessera.otp.Credential;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.Secret;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;

/// A whole window over a vault of many accounts: milliseconds on the toolkit's thread, laid out, without painting.
final class LongList {
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
        var unlock = new ArrayList<Double>();
        var keys = new ArrayList<Double>();
        var frames = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            var window = new WindowFixture();
            window.createVault(
                    IntStream.range(0, accounts).mapToObj(LongList::account).toList());
            window.onFx(() -> window.open(new Stage()));
            unlock.add(unlock(window));
            search(window, keys);
            scroll(window, frames);
            window.onFx(() -> window.window().scene().getWindow().hide());
            window.close();
        }
        System.out.printf("%d accounts, %d rounds%n", accounts, ROUNDS);
        System.out.printf("%-44s %10s %10s %10s%n", "milliseconds", "median", "95 %", "most");
        tell("passphrase to the list, with key derivation", unlock);
        tell("each key of a search, list laid out", keys);
        tell("each frame of scrolling, list laid out", frames);
    }

    private static double unlock(WindowFixture window) {
        long start = System.nanoTime();
        window.onFx(() -> {
            ((PassphraseField) window.node("#passphrase")).type(WindowFixture.PASSPHRASE.toCharArray());
            ((Button) window.node("#unlock")).fire();
        });
        window.await(() -> !window.window().isLocked());
        return millis(start);
    }

    private static void search(WindowFixture window, List<Double> keys) throws Exception {
        var field = (TextField) window.node("#search");
        for (var words : SEARCHES) {
            for (int length = 1; length <= words.length(); length++) {
                var typed = words.substring(0, length);
                keys.add(timed(window, () -> field.setText(typed)));
            }
            keys.add(timed(window, () -> field.setText("")));
        }
    }

    private static void scroll(WindowFixture window, List<Double> frames) throws Exception {
        var list = (ListView<?>) window.node("#entries");
        for (int i = 0; i < FRAMES; i++) {
            int index = i * list.getItems().size() / FRAMES;
            frames.add(timed(window, () -> list.scrollTo(index)));
        }
    }

    /// On the toolkit's thread, with the layout that the next frame would do.
    private static double timed(WindowFixture window, Runnable action) throws Exception {
        var task = new FutureTask<>(() -> {
            long start = System.nanoTime();
            action.run();
            var root = window.window().scene().getRoot();
            root.applyCss();
            root.layout();
            return millis(start);
        });
        Platform.runLater(task);
        return task.get();
    }

    private static double millis(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static void tell(String what, List<Double> times) {
        times.sort(null);
        System.out.printf(
                "%-44s %10.1f %10.1f %10.1f%n",
                what, times.get(times.size() / 2), times.get(times.size() * 95 / 100), times.getLast());
    }

    private static Account account(int number) {
        byte[] secret = ByteBuffer.allocate(20).putInt(number).array();
        return new Account(
                "Site " + number,
                "ann@" + number + ".example",
                new Credential(Secret.copyOf(secret), OtpParameters.Totp.standard()));
    }
}
