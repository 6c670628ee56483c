package dev.tessera.desktop.heap;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;

/// A person's hands on keyboard and mouse, who remember nothing: what they type comes sign by sign from a file.
final class Hands {
    private static final long PATIENCE = 60_000;
    private static final long BETWEEN_LOOKS = 10;

    private final Scene scene;
    private final Robot robot = onFx(Robot::new);

    Hands(Scene scene) {
        this.scene = scene;
    }

    /// Types what stands in the file: small letters, digits, spaces.
    void type(Path words) {
        try (var in = new FileInputStream(words.toFile())) {
            for (int sign = in.read(); sign >= 0; sign = in.read()) {
                press(keyOf((char) sign));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeyCode keyOf(char sign) {
        return sign == ' ' ? KeyCode.SPACE : KeyCode.getKeyCode(String.valueOf(Character.toUpperCase(sign)));
    }

    /// Presses keys together and lets them go.
    void press(KeyCode... keys) {
        run(() -> {
            for (var key : keys) {
                robot.keyPress(key);
            }
            for (int i = keys.length - 1; i >= 0; i--) {
                robot.keyRelease(keys[i]);
            }
        });
    }

    /// Moves the mouse onto the node, once it can be seen, and clicks.
    void click(String selector) {
        awaitSight(selector);
        run(() -> {
            var node = seen(selector).orElseThrow();
            var bounds = node.localToScreen(node.getLayoutBounds());
            robot.mouseMove(bounds.getCenterX(), bounds.getCenterY());
            robot.mouseClick(MouseButton.PRIMARY);
        });
    }

    /// Waits until it can be seen and used.
    void awaitSight(String selector) {
        await(() -> seen(selector).isPresent() && scene.getWindow().isShowing());
    }

    void awaitFocus(String selector) {
        await(() -> seen(selector).filter(Node::isFocused).isPresent());
    }

    Optional<Node> seen(String selector) {
        return scene.getRoot().lookupAll(selector).stream()
                .filter(node -> isSeen(node) && !node.isDisabled())
                .findFirst();
    }

    private static boolean isSeen(Node node) {
        return node.isVisible()
                && node.getLayoutBounds().getWidth() > 0
                && (node.getParent() == null || isSeen(node.getParent()));
    }

    /// Waits until the window has come to this.
    void await(Supplier<Boolean> condition) {
        long end = System.currentTimeMillis() + PATIENCE;
        while (!onFx(condition)) {
            if (System.currentTimeMillis() > end) {
                throw new AssertionError("did not happen within a minute");
            }
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /// Waits until the window is laid out and handed over to be painted.
    void awaitPulse() {
        var pulse = new CountDownLatch(1);
        Runnable listener = pulse::countDown;
        run(() -> {
            scene.addPostLayoutPulseListener(listener);
            Platform.requestNextPulse();
        });
        try {
            if (!pulse.await(PATIENCE, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("the window stands still");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        run(() -> scene.removePostLayoutPulseListener(listener));
    }

    static void run(Runnable task) {
        onFx(() -> {
            task.run();
            return true;
        });
    }

    static <T> T onFx(Supplier<T> task) {
        return CompletableFuture.supplyAsync(task, Platform::runLater).join();
    }
}
