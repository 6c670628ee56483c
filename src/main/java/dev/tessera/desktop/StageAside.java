package dev.tessera.desktop;

import dev.tessera.desktop.add.Screens;
import dev.tessera.scan.ScreenPicture;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;

/// Takes our window off the screen, captures what lies below, and puts the window back.
final class StageAside implements Screens {
    /// What a desktop takes to paint what was covered.
    private static final Duration REPAINT = Duration.ofMillis(250);

    private final Stage stage;
    private final DesktopSetup.ScreenSource source;

    StageAside(Stage stage, DesktopSetup.ScreenSource source) {
        this.stage = stage;
        this.source = source;
    }

    @Override
    public List<ScreenPicture> capture(Duration wait) throws IOException {
        boolean implicitExit = Platform.isImplicitExit();
        try {
            onUi(() -> {
                // A program whose last window is gone would end.
                Platform.setImplicitExit(false);
                stage.hide();
            });
            Thread.sleep(wait.plus(REPAINT));
            return source.capture();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("called off");
        } finally {
            Platform.runLater(() -> {
                stage.show();
                stage.toFront();
                stage.requestFocus();
                Platform.setImplicitExit(implicitExit);
            });
        }
    }

    private static void onUi(Runnable task) throws InterruptedException {
        var done = new CountDownLatch(1);
        Platform.runLater(() -> {
            task.run();
            done.countDown();
        });
        done.await();
    }
}
