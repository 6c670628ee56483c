package dev.tessera.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Duration;

/// The three streams of the process, and the person who may sit behind them.
public interface Terminal {

    /// Standard input.
    InputStream in();

    /// Standard output: what was asked for, and nothing else.
    PrintStream out();

    /// Standard error: errors, hints, notes.
    PrintStream err();

    /// Whether a person types into standard input and reads standard output.
    boolean isInteractive();

    /// Rows and columns of the screen.
    Size size();

    /// Whether somebody can be asked, even where standard input or output is a pipe.
    boolean canAsk();

    /// Asks for a line that is not shown while it is typed.
    ///
    /// @return what was typed, which the caller wipes; empty if the person gave up
    /// @throws IOException if the terminal cannot hide it
    char[] askHidden(String prompt) throws IOException;

    /// Lets time pass, at most this long, and tells whether standard input came to its end.
    boolean inputEndsWithin(Duration time) throws InterruptedException;

    /// @param rows at least 1
    /// @param columns at least 1
    record Size(int rows, int columns) {
        /// Of a screen that does not tell.
        static final Size USUAL = new Size(24, 80);
    }
}
