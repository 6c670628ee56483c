package dev.tessera.desktop.camera;

import dev.tessera.scan.QrSymbol;
import dev.tessera.scan.ScanResult;
import dev.tessera.scan.camera.Camera;
import dev.tessera.scan.camera.CameraException;
import dev.tessera.scan.camera.CameraWatch;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

/// One camera that is on, as the ui thread sees it: small pictures, codes in them, and how it ended.
final class Looking implements CameraWatch.Watcher {
    /// Twenty pictures a second look alive; more only warm the machine.
    private static final Duration BETWEEN_FRAMES = Duration.ofMillis(50);

    /// Of something that does not move, a few are as good.
    private static final Duration BETWEEN_STILL_FRAMES = Duration.ofMillis(250);

    private final Executor ui;
    private final boolean mirrored;
    private final Eye eye;
    private final AtomicReference<Optional<Frame>> waiting = new AtomicReference<>(Optional.empty());
    private Optional<CameraWatch> watch = Optional.empty();
    private long shown = System.nanoTime() - BETWEEN_STILL_FRAMES.toNanos();
    private boolean ended;

    /// Who is told, on the ui thread.
    interface Eye {
        void frame(Frame frame);

        /// @param texts of the same codes
        void codes(List<Sight> sights, List<String> texts);

        void failed(CameraException why);
    }

    private Looking(boolean mirrored, Executor ui, Eye eye) {
        this.mirrored = mirrored;
        this.ui = ui;
        this.eye = eye;
    }

    /// Switches a camera on; called on the ui thread.
    static Looking start(Camera camera, boolean mirrored, Executor ui, Eye eye) {
        var looking = new Looking(mirrored, ui, eye);
        looking.watch = Optional.of(CameraWatch.start(camera, looking));
        return looking;
    }

    /// Switches it off; nothing is told any more. Called on the ui thread.
    void end() {
        ended = true;
        watch.ifPresent(CameraWatch::close);
    }

    @Override
    public void taken(BufferedImage picture, boolean still) {
        long now = System.nanoTime();
        Duration between = still ? BETWEEN_STILL_FRAMES : BETWEEN_FRAMES;
        if (now - shown < between.toNanos()) {
            return;
        }
        shown = now;
        // One at a time: what the ui thread has no time to show is not queued.
        if (waiting.getAndSet(Optional.of(Frame.of(picture, mirrored))).isEmpty()) {
            onUi(() -> waiting.getAndSet(Optional.empty()).ifPresent(eye::frame));
        }
    }

    @Override
    public void looked(ScanResult result, BufferedImage picture) {
        var sights = result.symbols().stream()
                .map(symbol -> Sight.of(symbol, picture, mirrored))
                .toList();
        var texts = result.symbols().stream().map(QrSymbol::text).toList();
        onUi(() -> eye.codes(sights, texts));
    }

    @Override
    public void failed(CameraException why) {
        onUi(() -> eye.failed(why));
    }

    private void onUi(Runnable task) {
        ui.execute(() -> {
            if (!ended) {
                task.run();
            }
        });
    }
}
