package dev.tessera.cli;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The process's own streams. Prompts go to the controlling terminal and never into a pipe.
final class SystemTerminal implements Terminal {
    private @Nullable CountDownLatch inputEnd;

    @Override
    public InputStream in() {
        return System.in;
    }

    @Override
    public PrintStream out() {
        return System.out;
    }

    @Override
    public PrintStream err() {
        return System.err;
    }

    @Override
    public boolean isInteractive() {
        var console = console();
        return console != null && console.isTerminal();
    }

    @Override
    public Size size() {
        return ControllingTerminal.isThere() ? ControllingTerminal.size() : Size.USUAL;
    }

    @Override
    public boolean canAsk() {
        return isInteractive() || ControllingTerminal.isThere();
    }

    @Override
    public char[] askHidden(String prompt) throws IOException {
        if (ControllingTerminal.isThere()) {
            return ControllingTerminal.askHidden(prompt);
        }
        var console = console();
        if (console == null) {
            throw new IOException("There is no terminal to ask on.");
        }
        char[] typed = console.readPassword("%s", prompt);
        return typed == null ? new char[0] : typed;
    }

    @Override
    public boolean inputEndsWithin(Duration time) throws InterruptedException {
        // A millisecond more: who wakes too early finds nothing new and must wait again.
        return inputEnd().await(time.toMillis() + 1, TimeUnit.MILLISECONDS);
    }

    /// JDK 22 to 24 had one wherever the streams led; 25 has none in a pipe again.
    @SuppressWarnings("SystemConsoleNull")
    private static @Nullable Console console() {
        return System.console();
    }

    /// Reads and drops what is typed, from the first wait on.
    private CountDownLatch inputEnd() {
        if (inputEnd == null) {
            var end = new CountDownLatch(1);
            Thread.ofPlatform().daemon().name("end of input").start(() -> {
                drain(System.in);
                end.countDown();
            });
            inputEnd = end;
        }
        return inputEnd;
    }

    /// Until its end; a stream that fails has ended, too.
    private static void drain(InputStream in) {
        byte[] dropped = new byte[256];
        try {
            int count;
            do {
                count = in.read(dropped);
            } while (count >= 0);
        } catch (IOException _) {
            // As above: nothing more will come.
        }
    }
}
