package dev.tessera.cli;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// `/dev/tty`, the terminal that a process of Linux and macOS belongs to, wherever its streams lead. Java's own
/// console is there only when neither standard input nor output is a pipe, and `tessera code NAME | xclip` must ask.
final class ControllingTerminal {
    private static final File TTY = new File("/dev/tty");
    private static final int LONGEST_LINE = 4096;

    private ControllingTerminal() {}

    /// Opening it fails where a process has none, as under a service.
    static boolean isThere() {
        if (!TTY.exists()) {
            return false;
        }
        try (var tty = new FileInputStream(TTY)) {
            return tty.getFD().valid();
        } catch (IOException _) {
            return false;
        }
    }

    /// A line typed without echo; the echo is on again afterwards, also after Ctrl+C.
    ///
    /// @return without the line's end; empty at the end of input
    /// @throws IOException if the echo cannot be switched off; nothing is read then
    static char[] askHidden(String prompt) throws IOException {
        var restoring = Thread.ofPlatform().unstarted(() -> {
            try {
                stty("echo");
            } catch (IOException _) {
                // The process is ending, and there is nobody left to tell.
            }
        });
        Runtime.getRuntime().addShutdownHook(restoring);
        try (var tty = new FileInputStream(TTY);
                var screen = new FileOutputStream(TTY)) {
            stty("-echo");
            screen.write(prompt.getBytes(charset()));
            char[] line = readLine(new InputStreamReader(tty, charset()));
            screen.write('\n');
            return line;
        } finally {
            stty("echo");
            Runtime.getRuntime().removeShutdownHook(restoring);
        }
    }

    static Terminal.Size size() {
        try {
            var rowsAndColumns = stty("size").strip().split(" ");
            return new Terminal.Size(
                    Math.max(1, Integer.parseInt(rowsAndColumns[0])), Math.max(1, Integer.parseInt(rowsAndColumns[1])));
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException _) {
            return Terminal.Size.USUAL;
        }
    }

    /// Reads to the line's end and wipes what it held on the way.
    static char[] readLine(Reader in) throws IOException {
        char[] room = new char[LONGEST_LINE];
        try {
            int length = 0;
            for (int c = in.read(); c >= 0 && c != '\n' && c != '\r'; c = in.read()) {
                if (length == LONGEST_LINE) {
                    throw new IOException("The line is too long. It can have at most " + LONGEST_LINE + " characters.");
                }
                room[length++] = (char) c;
            }
            return Arrays.copyOf(room, length);
        } finally {
            Arrays.fill(room, '\0');
        }
    }

    private static String stty(String setting) throws IOException {
        var process = new ProcessBuilder("stty", setting)
                .redirectInput(Redirect.from(TTY))
                .redirectError(Redirect.DISCARD)
                .start();
        var output = new ByteArrayOutputStream();
        try (InputStream in = process.getInputStream()) {
            in.transferTo(output);
        }
        if (!endedWell(process)) {
            throw new IOException("The terminal cannot hide what is typed. Use --passphrase-file FILE.");
        }
        return output.toString(StandardCharsets.US_ASCII);
    }

    private static boolean endedWell(Process process) {
        try {
            return process.waitFor() == 0;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Charset charset() {
        return Charset.forName(System.getProperty("native.encoding", "UTF-8"));
    }
}
