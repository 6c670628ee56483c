package dev.tessera.desktop.instance;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a second start says to the window that is open.
///
/// As bytes: `TSRA`, the version 1, 1 or 0 for whether to come to the front, the length of the rest in four bytes, the
/// most significant first, then each link in UTF-8 with a zero byte after it.
///
/// @param links secrets, as the caller was given them; none is empty or has a zero character
/// @param toFront whether the window shall come to the front
public record Call(List<String> links, boolean toFront) {
    /// How long all links together may be, in bytes.
    static final int MOST_BYTES = 64 * 1024;

    private static final byte[] HEAD = {'T', 'S', 'R', 'A', 1};
    private static final int BEFORE_LINKS = HEAD.length + 1 + Integer.BYTES;

    public Call {
        links = List.copyOf(links);
        if (links.stream().anyMatch(link -> link.isEmpty() || link.indexOf('\0') >= 0)) {
            throw new IllegalArgumentException("a link is empty or has a zero character");
        }
    }

    /// Empty if the links are longer than a window takes at once.
    Optional<byte[]> bytes() {
        var joined = links.stream().map(link -> link + '\0').collect(Collectors.joining());
        byte[] text = joined.getBytes(StandardCharsets.UTF_8);
        try {
            if (text.length > MOST_BYTES) {
                return Optional.empty();
            }
            return Optional.of(ByteBuffer.allocate(BEFORE_LINKS + text.length)
                    .put(HEAD)
                    .put((byte) (toFront ? 1 : 0))
                    .putInt(text.length)
                    .put(text)
                    .array());
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }

    /// Reads one call, and nothing after it.
    ///
    /// @return empty if it is none, or of another version
    static Optional<Call> read(InputStream in) throws IOException {
        var before = ByteBuffer.wrap(readFully(in, BEFORE_LINKS));
        var head = new byte[HEAD.length];
        before.get(head);
        byte front = before.get();
        int length = before.getInt();
        if (!Arrays.equals(head, HEAD) || front < 0 || front > 1 || length < 0 || length > MOST_BYTES) {
            return Optional.empty();
        }
        byte[] text = readFully(in, length);
        try {
            return links(text).map(links -> new Call(links, front == 1));
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }

    private static Optional<List<String>> links(byte[] text) {
        if (text.length == 0) {
            return Optional.of(List.of());
        }
        try {
            var whole = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text))
                    .toString();
            var links = List.of(whole.split("\0", -1));
            var closed = links.subList(0, links.size() - 1);
            boolean sound = links.getLast().isEmpty() && closed.stream().noneMatch(String::isEmpty);
            return sound ? Optional.of(closed) : Optional.empty();
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    private static byte[] readFully(InputStream in, int length) throws IOException {
        byte[] read = in.readNBytes(length);
        if (read.length < length) {
            throw new EOFException("the call breaks off");
        }
        return read;
    }

    /// Hides the links.
    @Override
    public String toString() {
        return "Call[" + links.size() + " links hidden, toFront=" + toFront + "]";
    }
}
