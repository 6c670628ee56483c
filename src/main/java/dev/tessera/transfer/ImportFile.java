package dev.tessera.transfer;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A file of another program: its bytes, and the text and the JSON in them if there are any.
///
/// The bytes are wiped by [#close()]. Text and JSON are strings of the JVM, which nobody can wipe.
public final class ImportFile implements AutoCloseable {

    /// The largest file that is read, in bytes.
    public static final int MAX_SIZE = 64 * 1024 * 1024;

    /// How a database of SQLite begins. What was written last may lie in a file beside it.
    private static final byte[] DATABASE = "SQLite format 3\0".getBytes(US_ASCII);

    private static final byte[] LOG_LITTLE = {0x37, 0x7f, 0x06, (byte) 0x82};
    private static final byte[] LOG_BIG = {0x37, 0x7f, 0x06, (byte) 0x83};
    private static final byte[] LOG_INDEX = {0x18, (byte) 0xe2, 0x2d, 0x00};
    private static final byte[] NONE = {};

    private final byte[] bytes;
    private final @Nullable Path path;
    private final byte @Nullable [] keyFile;
    private final byte[] log;
    private final @Nullable String text;
    private final @Nullable JsonNode json;

    private ImportFile(byte[] bytes, @Nullable Path path, byte @Nullable [] keyFile, byte[] log)
            throws ImportException {
        this.bytes = bytes;
        this.path = path;
        this.keyFile = keyFile;
        this.log = log;
        text = ForeignText.decode(bytes).orElse(null);
        json = text != null && ForeignJson.isMeantIn(text) ? ForeignJson.parse(text) : null;
    }

    /// @throws CostlyImportException if it is too large
    /// @throws DamagedImportException if it begins as JSON and is none
    /// @throws IOException if it cannot be read
    public static ImportFile read(Path path) throws IOException {
        byte[] bytes = bytesOf(path);
        return new ImportFile(bytes, path, null, isDatabase(bytes) ? logBeside(path) : NONE);
    }

    /// With the key file that opens it beside the passphrase, or instead of one.
    ///
    /// @throws ImportException as [#read(Path)]
    /// @throws IOException if either cannot be read
    public static ImportFile read(Path path, Path keyFile) throws IOException {
        byte[] key = bytesOf(keyFile);
        return new ImportFile(bytesOf(path), path, key, NONE);
    }

    private static byte[] logBeside(Path path) {
        try {
            return bytesOf(path.resolveSibling(path.getFileName() + "-wal"));
        } catch (IOException _) {
            return NONE; // None is usual. Where one is missed, the reader of the database tells so.
        }
    }

    /// Takes the bytes over.
    ///
    /// @throws CostlyImportException if there are too many
    /// @throws DamagedImportException if they begin as JSON and are none
    public static ImportFile of(byte[] bytes) throws ImportException {
        return of(bytes, NONE);
    }

    /// Takes the bytes over, and those of a database's write-ahead log.
    ///
    /// @throws CostlyImportException if there are too many
    /// @throws DamagedImportException if they begin as JSON and are none
    public static ImportFile of(byte[] bytes, byte[] log) throws ImportException {
        requireSize(log);
        requireSize(bytes);
        return new ImportFile(bytes, null, null, log);
    }

    private static boolean isDatabase(byte[] bytes) {
        return bytes.length >= DATABASE.length
                && Arrays.equals(bytes, 0, DATABASE.length, DATABASE, 0, DATABASE.length);
    }

    /// Whether it is what SQLite keeps beside a database: its log, or the index of that.
    public boolean isDatabaseLog() {
        return startsWith(LOG_LITTLE) || startsWith(LOG_BIG) || startsWith(LOG_INDEX);
    }

    /// Whether a log lies beside it that is not read, because the file is no plain database but perhaps a sealed one.
    boolean hasUnreadLog() {
        if (path == null || isDatabase()) {
            return false;
        }
        try {
            return Files.size(path.resolveSibling(path.getFileName() + "-wal")) > 0;
        } catch (IOException _) {
            return false; // None is usual.
        }
    }

    /// Whether it begins as a database of SQLite.
    public boolean isDatabase() {
        return isDatabase(bytes);
    }

    private static byte[] bytesOf(Path path) throws IOException {
        try (var in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(MAX_SIZE + 1);
            requireSize(bytes);
            return bytes;
        }
    }

    private static void requireSize(byte[] bytes) throws CostlyImportException {
        if (bytes.length > MAX_SIZE) {
            Arrays.fill(bytes, (byte) 0);
            throw new CostlyImportException("This file is larger than " + MAX_SIZE / 1024 / 1024
                    + " MiB; no export of accounts is that large. Choose the export itself.");
        }
    }

    /// Its name in its folder; empty for one that is in no folder. It tells which part of a whole it is, never what it
    /// is.
    public String fileName() {
        var name = path == null ? null : path.getFileName();
        return name == null ? "" : name.toString();
    }

    /// Another file of the same folder that belongs to it; nothing if there is none of this name.
    ///
    /// @param name no path: what a file names may lead nowhere else
    /// @throws UnsupportedImportException if it is there and cannot be read
    public Optional<ImportFile> beside(String name) throws ImportException {
        if (path == null || !isPlainName(name)) {
            return Optional.empty();
        }
        var other = path.resolveSibling(name);
        if (!Files.isRegularFile(other)) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(other));
        } catch (ImportException e) {
            throw e;
        } catch (IOException _) {
            throw new UnsupportedImportException(
                    "A file next to it that belongs to it cannot be read. Check that you have permission to read it.");
        }
    }

    private static boolean isPlainName(String name) {
        try {
            var plain = Path.of(name).getFileName();
            return plain != null && plain.toString().equals(name) && !name.startsWith("..");
        } catch (InvalidPathException _) {
            return false; // No file has such a name.
        }
    }

    /// A copy of the key file that was given with it, which the caller wipes.
    public Optional<byte[]> keyFile() {
        return Optional.ofNullable(keyFile).map(byte[]::clone);
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

    /// The bytes, to read until [#close()].
    public ByteBuffer view() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    /// The write-ahead log that lay beside a database, to read until [#close()]; empty if there was none.
    public ByteBuffer log() {
        return ByteBuffer.wrap(log).asReadOnlyBuffer();
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

    /// The elements of the JSON array of objects that the file is; of another file, none.
    public List<Fields> objects() {
        return json().filter(JsonNode::isArray).stream()
                .flatMap(JsonNode::valueStream)
                .map(Fields::of)
                .toList();
    }

    /// Whether the bytes are as evenly spread as those of a cipher: no text, and no binary form that has a structure.
    public boolean isScrambled() {
        int[] counts = new int[256];
        for (byte one : bytes) {
            counts[one & 0xff]++;
        }
        double usual = bytes.length / 256.0;
        return text == null && Arrays.stream(counts).max().orElse(0) <= usual + 6 * Math.sqrt(usual) + 6;
    }

    /// Wipes the bytes, and those of the key file.
    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
        Arrays.fill(log, (byte) 0);
        if (keyFile != null) {
            Arrays.fill(keyFile, (byte) 0);
        }
    }
}
