package dev.tessera.cli;

import dev.tessera.crypto.Passphrase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;

/// The first line of a file as a passphrase, without its line end; nothing else is trimmed.
final class PassphraseFile {
    private static final int MAX_BYTES = 16 * 1024;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String HINT = "put the passphrase on the file's first line, as UTF-8 text";
    private static final Set<PosixFilePermission> OF_OTHERS =
            Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

    private PassphraseFile() {}

    /// That of a vault.
    ///
    /// @throws Failure if there is no passphrase in it
    static Passphrase read(Path file, Output output) throws Failure {
        return read(file, output, Passphrase::copyOf);
    }

    /// That of another program's file.
    ///
    /// @throws Failure if there is no passphrase in it
    static Passphrase readForeign(Path file, Output output) throws Failure {
        return read(file, output, Passphrase::ofForeignFile);
    }

    /// @param maker takes what is on the line, which is wiped afterwards
    /// @throws Failure if there is no passphrase in it
    static Passphrase read(Path file, Output output, Function<char[], Passphrase> maker) throws Failure {
        byte[] bytes = bytes(file);
        char[] line = new char[0];
        try {
            line = firstLine(bytes);
            if (line.length == 0) {
                throw failure("the first line of the passphrase file is empty");
            }
            var passphrase = maker.apply(line);
            warnIfReadableByOthers(file, output);
            return passphrase;
        } finally {
            Arrays.fill(bytes, (byte) 0);
            Arrays.fill(line, '\0');
        }
    }

    private static byte[] bytes(Path file) throws Failure {
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                Arrays.fill(bytes, (byte) 0);
                throw failure("the passphrase file is larger than " + MAX_BYTES + " bytes");
            }
            return bytes;
        } catch (NoSuchFileException _) {
            throw new Failure(
                    ExitCode.NOT_UNLOCKED,
                    "there is no passphrase file " + Shown.text(file.toString()),
                    "check the name after the option");
        } catch (IOException _) {
            throw new Failure(
                    ExitCode.NOT_UNLOCKED,
                    "the passphrase file " + Shown.text(file.toString()) + " cannot be read",
                    "check that it is a file and that you can read it");
        }
    }

    private static char[] firstLine(byte[] bytes) throws Failure {
        CharBuffer text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException _) {
            throw failure("the passphrase file is not UTF-8 text");
        }
        char[] all = text.array();
        int start = text.hasRemaining() && all[0] == BYTE_ORDER_MARK ? 1 : 0;
        int end = start;
        while (end < text.limit() && all[end] != '\n') {
            end++;
        }
        if (end > start && all[end - 1] == '\r') {
            end--;
        }
        char[] line = Arrays.copyOfRange(all, start, end);
        Arrays.fill(all, '\0');
        return line;
    }

    private static void warnIfReadableByOthers(Path file, Output output) {
        try {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && Files.getPosixFilePermissions(file).stream().anyMatch(OF_OTHERS::contains)) {
                output.warning("other users can read the passphrase file", "chmod 600 " + Shown.text(file.toString()));
            }
        } catch (IOException | UnsupportedOperationException _) {
            return; // No such permissions on this system, or no way to see them: nothing to warn of.
        }
    }

    private static Failure failure(String problem) {
        return new Failure(ExitCode.NOT_UNLOCKED, problem, HINT);
    }
}
