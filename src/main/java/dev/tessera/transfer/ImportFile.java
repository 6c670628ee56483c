package dev.tessera.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A file of another program: its bytes, and the text and the JSON in them if there are any.
///
/// The bytes are wiped by [#close()]. Text and JSON are strings of the JVM, which nobody can wipe.
public final class ImportFile implements AutoCloseable {

    /// The largest file that is read, in bytes.
    public static final int MAX_SIZE = 64 * 1024 * 1024;

    private final byte[] bytes;
    private final @Nullable String text;
    private final @Nullable JsonNode json;

    private ImportFile(byte[] bytes) throws ImportException {
        this.bytes = bytes;
        text = ForeignText.decode(bytes).orElse(null);
        json = text != null && ForeignJson.isMeantIn(text) ? ForeignJson.parse(text) : null;
    }

    /// @throws CostlyImportException if it is too large
    /// @throws DamagedImportException if it begins as JSON and is none
    /// @throws IOException if it cannot be read
    public static ImportFile read(Path path) throws IOException {
        try (var in = Files.newInputStream(path)) {
            return of(in.readNBytes(MAX_SIZE + 1));
        }
    }

    /// Takes the bytes over.
    ///
    /// @throws CostlyImportException if there are too many
    /// @throws DamagedImportException if they begin as JSON and are none
    public static ImportFile of(byte[] bytes) throws ImportException {
        if (bytes.length > MAX_SIZE) {
            Arrays.fill(bytes, (byte) 0);
            throw new CostlyImportException("This file is larger than " + MAX_SIZE / 1024 / 1024
                    + " MiB, which no export of accounts is. Pick the export itself.");
        }
        return new ImportFile(bytes);
    }

    /// Whether nothing is in it but white space.
    public boolean isEmpty() {
        return text != null && text.isBlank();
    }

    /// How many bytes it has.
    public int length() {
        return bytes.length;
    }

    /// Whether it begins with these bytes.
    public boolean startsWith(byte[] mark) {
        return bytes.length >= mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }

    /// A copy of the bytes from `start` to before `end`, which the caller wipes.
    public byte[] bytes(int start, int end) {
        return Arrays.copyOfRange(bytes, start, end);
    }

    /// The whole as text, whatever its character set; nothing if it is none.
    public Optional<String> text() {
        return Optional.ofNullable(text);
    }

    /// The whole as JSON, an object or an array; nothing if it is none.
    public Optional<JsonNode> json() {
        return Optional.ofNullable(json);
    }

    /// The members of the JSON object that the file is; of another file, none.
    public Fields fields() {
        return Fields.of(json);
    }

    /// Wipes the bytes.
    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
    }
}
