package dev.tessera.desktop;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import javafx.application.Platform;

/// Starts JavaFX in this process, on the desktop or without one.
public final class FxToolkit {
    private FxToolkit() {}

    /// On the desktop of this session.
    ///
    /// @throws NoDesktopException if there is no display, or the system lacks a library
    public static void start() throws NoDesktopException {
        var libraries = GraphicsLibraries.ofThisComputer(System.getenv());
        if (isLinux()
                && System.getProperty("prism.order") == null
                && !(libraries.haveOpenGl() && GraphicsCard.isInThisComputer())) {
            System.setProperty("prism.order", "sw");
        }
        start(libraries);
        if (isLinux()) {
            Platform.runLater(FxToolkit::reachIntoJavaFx);
        }
    }

    /// Where JavaFX's packages are not open to us, not even the class can be loaded.
    private static void reachIntoJavaFx() {
        try {
            WindowClass.set();
            RestingTimer.install();
        } catch (LinkageError _) {
            // The desktop shows the windows as those of a program "java", and the timer wakes the computer now and
            // then.
        }
    }

    /// Without a desktop: windows are drawn in memory alone, on a screen of 1000 by 1000 pixels.
    ///
    /// @throws NoDesktopException if the system lacks a library for drawing text
    public static void startHeadless() throws NoDesktopException {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
        var libraries = GraphicsLibraries.ofThisComputer(System.getenv());
        if (isLinux()) {
            // JavaFX would come up without them, and fail at the first letter.
            libraries.requireText();
        }
        start(libraries);
    }

    private static void start(GraphicsLibraries libraries) throws NoDesktopException {
        // JavaFX would keep the layout of every text that it has ever shown, for texts that come again: names, codes
        // and secrets, long after the vault was locked.
        System.setProperty("prism.cacheLayoutSize", "0");
        // JavaFX prints a stack trace for a library that it cannot open; ours is one sentence.
        var printed = new ByteArrayOutputStream();
        var err = System.err;
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            Platform.startup(() -> {});
        } catch (RuntimeException | LinkageError failure) {
            throw new NoDesktopException(libraries.explain(String.valueOf(failure.getMessage())));
        } finally {
            System.setErr(err);
        }
        err.print(printed.toString(StandardCharsets.UTF_8));
    }

    private static boolean isLinux() {
        return System.getProperty("os.name", "").startsWith("Linux");
    }
}
