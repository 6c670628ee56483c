package dev.tessera.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// The desktop's clipboard.
public interface Clipboard {

    /// Refuses before any work is done for a text that could not be copied.
    ///
    /// @throws IOException if there is no clipboard, in sentences for a person
    void requireThere() throws IOException;

    /// The picture in it; empty if it holds something else.
    ///
    /// @throws IOException if there is no clipboard, in sentences for a person
    Optional<BufferedImage> picture() throws IOException;

    /// Puts `text` into it.
    ///
    /// @throws IOException if it was not copied, in sentences for a person
    Copied copy(String text) throws IOException;

    /// A text that was copied. On most desktops it lives no longer than the process that copied it.
    interface Copied extends AutoCloseable {
        /// Waits until the time is over or something else was copied.
        void await(Duration time) throws InterruptedException;

        /// Clears the clipboard, unless it holds something else by now.
        @Override
        void close();
    }
}
