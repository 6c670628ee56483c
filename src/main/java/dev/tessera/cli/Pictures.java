package dev.tessera.cli;

import dev.tessera.scan.CloseUp;
import dev.tessera.scan.ImageFile;
import dev.tessera.scan.ScreenPicture;
import dev.tessera.scan.camera.CameraException;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Where the pictures of a scan come from.
final class Pictures {
    private final Devices devices;

    Pictures(Devices devices) {
        this.devices = devices;
    }

    /// The screens and the clipboard are taken at once; files are read one by one later.
    ///
    /// @throws Failure if screens or clipboard cannot be seen
    List<Picture> of(boolean screen, boolean clipboard, List<Path> files) throws Failure {
        var pictures = new ArrayList<Picture>();
        if (screen) {
            var screens = screens();
            for (int i = 0; i < screens.size(); i++) {
                var image = screens.get(i).picture();
                pictures.add(new StillPicture("screen " + (i + 1), pages -> pages.accept(image)));
            }
        }
        if (clipboard) {
            var image = clipboard();
            pictures.add(new StillPicture("clipboard", pages -> pages.accept(image)));
        }
        files.forEach(file -> pictures.add(
                new StillPicture(file.toString(), pages -> ImageFile.read(file, (page, _, _) -> pages.accept(page)))));
        return pictures;
    }

    /// @param name as for [dev.tessera.scan.camera.Cameras#find]
    /// @throws Failure if there is no such camera
    Picture camera(String name, Duration patience, boolean anyCode, Output output) throws Failure {
        try {
            return new CameraPicture(devices.cameras().find(name), patience, anyCode, output);
        } catch (CameraException failed) {
            throw CameraPicture.failure(failed);
        }
    }

    private List<ScreenPicture> screens() throws Failure {
        try {
            return devices.screens().capture();
        } catch (IOException e) {
            throw Failure.ofSentences(
                    ExitCode.FAILED, String.valueOf(e.getMessage()), "save the QR code as a picture and scan the file");
        }
    }

    /// The parts of a region, one for each screen that it touches.
    ///
    /// @throws Failure if the screens cannot be seen, or it lies beside all of them
    List<Picture> region(ScreenRegion region) throws Failure {
        var pictures = new ArrayList<Picture>();
        var screens = screens();
        for (int i = 0; i < screens.size(); i++) {
            var screen = screens.get(i);
            var part = new Rectangle(
                    region.left() - screen.left(), region.top() - screen.top(), region.width(), region.height());
            if (part.intersects(new Rectangle(screen.width(), screen.height()))) {
                var image = screen.part(part);
                pictures.add(new StillPicture(
                        "screen %d, %s".formatted(i + 1, region),
                        pages -> pages.accept(image),
                        (decoder, page) -> new CloseUp(decoder).read(page)));
            }
        }
        if (pictures.isEmpty()) {
            throw new Failure(
                    ExitCode.USAGE,
                    region + " is outside every screen",
                    "give a region within "
                            + String.join(
                                    " or ",
                                    screens.stream().map(Pictures::place).toList()));
        }
        return pictures;
    }

    private static String place(ScreenPicture screen) {
        return new ScreenRegion(screen.width(), screen.height(), screen.left(), screen.top()).toString();
    }

    private BufferedImage clipboard() throws Failure {
        try {
            return devices.clipboard()
                    .picture()
                    .orElseThrow(() -> new Failure(
                            ExitCode.NOTHING_FOUND,
                            "there is no picture on the clipboard",
                            "copy one, or pipe a copied link into tessera add -"));
        } catch (IOException e) {
            throw Failure.ofSentences(ExitCode.FAILED, String.valueOf(e.getMessage()), "scan a file or the screen");
        }
    }
}
