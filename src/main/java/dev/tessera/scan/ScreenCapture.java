package dev.tessera.scan;

import dev.tessera.guard.ProcessGuard;
import java.awt.AWTException;
import java.awt.GraphicsDevice;
import java.awt.GraphicsEnvironment;
import java.awt.Image;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.image.BufferedImage;
import java.awt.image.MultiResolutionImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Takes pictures of every screen, in the screen's own pixels.
///
/// Under Wayland the picture comes through the desktop's portal, which asks the person first and may remember the
/// answer. On macOS the system asks, once, and shows nothing but the wallpaper until it is granted.
public final class ScreenCapture {
    private static final String OTHER_WAYS = "save a picture of the code and open it, or copy the picture";

    private ScreenCapture() {}

    /// One picture per screen.
    ///
    /// @throws ScreenCaptureException if there is no display or it may not be captured; the message says what to do
    public static List<ScreenPicture> captureAll() throws IOException {
        return captureAll(System.getenv());
    }

    /// Whether the desktop will ask the person before it lets us see the screen: say so beforehand.
    public static boolean desktopWillAsk() {
        return Display.isWayland(System.getenv());
    }

    static List<ScreenPicture> captureAll(Map<String, String> environment) throws ScreenCaptureException {
        String whyNone = Display.whyNone(environment).orElse("");
        if (!whyNone.isEmpty()) {
            throw new ScreenCaptureException(whyNone);
        }
        // The portal of a Wayland desktop serves no process that it may not look at.
        try (var _ = ProcessGuard.lift()) {
            return captureAll(Display.isWayland(environment));
        }
    }

    private static List<ScreenPicture> captureAll(boolean wayland) throws ScreenCaptureException {
        List<ScreenPicture> pictures = new ArrayList<>();
        for (GraphicsDevice device :
                GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices()) {
            pictures.add(capture(device));
        }
        if (wayland && pictures.stream().allMatch(screen -> isBlank(screen.picture()))) {
            throw new ScreenCaptureException(
                    "the desktop gave a blank picture of the screen: allow Tessera to share the"
                            + " whole screen when it asks, or " + OTHER_WAYS);
        }
        return pictures;
    }

    private static ScreenPicture capture(GraphicsDevice device) throws ScreenCaptureException {
        try {
            Rectangle bounds = device.getDefaultConfiguration().getBounds();
            BufferedImage picture = largest(new Robot(device).createMultiResolutionScreenCapture(bounds));
            double scale = (double) picture.getWidth() / bounds.width;
            return new ScreenPicture(picture, (int) Math.round(bounds.x * scale), (int) Math.round(bounds.y * scale));
        } catch (SecurityException denied) {
            throw new ScreenCaptureException(
                    "the desktop did not let Tessera see the screen: allow it when it asks, or " + OTHER_WAYS, denied);
        } catch (AWTException | UnsupportedOperationException impossible) {
            throw new ScreenCaptureException(
                    "this desktop does not let programs see the screen: " + OTHER_WAYS, impossible);
        }
    }

    /// On a scaled screen there are two: one in the units of the desktop, one in real pixels.
    private static BufferedImage largest(MultiResolutionImage picture) {
        Image largest = picture.getResolutionVariants().stream()
                .max(Comparator.comparingInt(variant -> variant.getWidth(null)))
                .orElseThrow(() -> new AssertionError("a multi-resolution image has at least one variant"));
        return Drawn.buffered(largest);
    }

    /// Whether all pixels have one colour; one in sixteen is looked at.
    static boolean isBlank(BufferedImage picture) {
        int first = picture.getRGB(0, 0);
        for (int y = 0; y < picture.getHeight(); y += 4) {
            for (int x = 0; x < picture.getWidth(); x += 4) {
                if (picture.getRGB(x, y) != first) {
                    return false;
                }
            }
        }
        return true;
    }
}
