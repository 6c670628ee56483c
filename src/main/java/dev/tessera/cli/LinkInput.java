package dev.tessera.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A link out of standard input, or typed without being shown where a person sits there.
final class LinkInput {
    private static final int MAX_BYTES = 1024 * 1024;
    private static final String HINT = "pipe an otpauth: link into tessera add -";

    private final Terminal terminal;

    LinkInput(Terminal terminal) {
        this.terminal = terminal;
    }

    String read() throws Failure {
        if (terminal.isInteractive()) {
            char[] typed = new Prompt(terminal).hidden("Link (not shown): ", HINT);
            try {
                return new String(typed);
            } finally {
                Arrays.fill(typed, '\0');
            }
        }
        return piped();
    }

    private String piped() throws Failure {
        byte[] bytes = new byte[0];
        try {
            bytes = terminal.in().readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw refused("standard input contains more than " + MAX_BYTES + " bytes");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            throw refused("standard input is not UTF-8 text");
        } catch (IOException _) {
            throw refused("standard input cannot be read");
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static Failure refused(String problem) {
        return new Failure(ExitCode.INPUT_REFUSED, problem, HINT);
    }
}
