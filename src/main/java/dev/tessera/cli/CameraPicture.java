package dev.tessera.cli;

import dev.tessera.otpauth.MigrationTray;
import dev.tessera.otpauth.ScannedText;
import dev.tessera.scan.NotFoundReason;
import dev.tessera.scan.QrDecoder;
import dev.tessera.scan.QrSymbol;
import dev.tessera.scan.ScanResult;
import dev.tessera.scan.camera.Camera;
import dev.tessera.scan.camera.CameraException;
import dev.tessera.scan.camera.CameraWatch;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// What a camera sees, until it is enough: an account, or all parts of an export, or with `--raw` any code.
final class CameraPicture implements Picture {
    private final Camera camera;
    private final Duration patience;
    private final boolean anyCode;
    private final Output output;
    private final List<QrSymbol> seen = new ArrayList<>();
    private MigrationTray exports = MigrationTray.empty();
    private boolean enough;

    /// @param patience when to give up
    /// @param anyCode whether any QR code is enough
    CameraPicture(Camera camera, Duration patience, boolean anyCode, Output output) {
        this.camera = camera;
        this.patience = patience;
        this.anyCode = anyCode;
        this.output = output;
    }

    @Override
    public String name() {
        return "camera " + camera.name();
    }

    /// The camera brings its own decoder, on its own thread.
    @Override
    public Reading read(QrDecoder decoder) throws Failure {
        output.note("looking through " + Shown.text(camera.name()) + " for " + patience.toSeconds()
                + " seconds; hold the QR code in front of it");
        long start = System.nanoTime();
        var told = new LinkedBlockingQueue<Object>();
        Optional<NotFoundReason> reason = Optional.of(NotFoundReason.NO_FINDER_PATTERN);
        try (var _ = CameraWatch.start(camera, new Queue(told))) {
            while (!enough) {
                long left = patience.toNanos() - (System.nanoTime() - start);
                switch (told.poll(left, TimeUnit.NANOSECONDS)) {
                    case CameraException failed -> throw failure(failed);
                    case ScanResult result -> {
                        result.symbols().forEach(this::take);
                        reason = result.reason().or(() -> Optional.of(NotFoundReason.NO_FINDER_PATTERN));
                    }
                    case null, default -> enough = true;
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        return new Reading(List.of(new ScanResult(seen, seen.isEmpty() ? reason : Optional.empty())), millis);
    }

    static Failure failure(CameraException failed) {
        return Failure.ofSentences(
                failed.fault() == CameraException.Fault.NONE ? ExitCode.NOTHING_FOUND : ExitCode.FAILED,
                Shown.text(String.valueOf(failed.getMessage())),
                "scan a file or the screen");
    }

    private void take(QrSymbol symbol) {
        if (seen.stream().anyMatch(other -> other.text().equals(symbol.text()))) {
            return;
        }
        seen.add(symbol);
        enough |= anyCode;
        if (!anyCode) {
            switch (ScannedText.parse(symbol.text())) {
                case ScannedText.Part(var part) -> {
                    exports = exports.with(part);
                    enough |= exports.isComplete();
                    if (!exports.isComplete()) {
                        exports.batches().forEach(batch -> output.note(batch.progress() + " parts; show the next one"));
                    }
                }
                case ScannedText.Other(var explanation) ->
                    output.note("a QR code, but not an account: " + Failure.asClause(Shown.text(explanation)));
                case ScannedText.One _, ScannedText.NeedsPin _, ScannedText.BareSecret _, ScannedText.Unusable _ ->
                    enough = true;
            }
        }
    }

    private record Queue(BlockingQueue<Object> told) implements CameraWatch.Watcher {
        @Override
        public void taken(BufferedImage picture, boolean still) {
            // A command line shows no preview.
        }

        @Override
        public void looked(ScanResult result, BufferedImage picture) {
            told.add(result);
        }

        @Override
        public void failed(CameraException why) {
            told.add(why);
        }
    }
}
