package dev.tessera.otpauth;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// Reads one part of a migration export: link, Base64, message, entries.
final class MigrationReader {
    static final String SCHEME = "otpauth-migration:";

    private static final int ENTRY = 1;
    private static final int BATCH_SIZE = 3;
    private static final int BATCH_INDEX = 4;
    private static final int BATCH_ID = 5;

    private final List<OtpauthUri> accounts = new ArrayList<>();
    private final List<String> rejected = new ArrayList<>();
    private long batchSize = 1;
    private long batchIndex;
    private int batchId;

    private MigrationReader() {}

    static MigrationPayload parse(String text) throws OtpauthException {
        if (text.length() > PastedText.MAX_LENGTH) {
            throw new OtpauthException("its text is longer than 8 KiB");
        }
        var link = RawLink.of(PastedText.unwrap(text));
        if (!SCHEME.startsWith(link.scheme() + ":")) {
            throw new OtpauthException("the link does not begin with " + SCHEME + "//");
        }
        byte[] message = decode(data(link.query()));
        try {
            return new MigrationReader().read(ByteBuffer.wrap(message));
        } finally {
            Arrays.fill(message, (byte) 0);
        }
    }

    private static String data(String query) throws OtpauthException {
        for (String piece : query.split("&", -1)) {
            if (piece.regionMatches(true, 0, "data=", 0, "data=".length())) {
                return piece.substring("data=".length());
            }
        }
        throw new OtpauthException("it has no data; scan it again");
    }

    /// Standard Base64 or its URL form; padding may be missing, and a form decoder may have turned each plus
    /// into a space.
    private static byte[] decode(String raw) throws OtpauthException {
        String once = PercentText.decode(raw);
        String text = (PercentText.isStillEncoded(once) ? PercentText.decode(once) : once)
                .replace(' ', '+')
                .replace('-', '+')
                .replace('_', '/')
                .replaceAll("[\\r\\n\\t]|=+$", "");
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException _) {
            throw new OtpauthException("its data is not Base64; scan it again");
        }
    }

    private MigrationPayload read(ByteBuffer message) throws OtpauthException {
        var reader = new ProtobufReader(message);
        while (reader.hasNext()) {
            take(reader.next());
        }
        if (accounts.isEmpty() && rejected.isEmpty()) {
            throw new OtpauthException("it contains no account");
        }
        if (batchSize > MigrationPayload.MAX_PARTS || batchIndex < 0 || batchIndex >= batchSize) {
            throw new OtpauthException(
                    "its part numbers make no sense; it can have 1 to " + MigrationPayload.MAX_PARTS + " parts");
        }
        return new MigrationPayload(accounts, rejected, (int) batchSize, (int) batchIndex, batchId);
    }

    private void take(ProtobufReader.Field field) throws OtpauthException {
        switch (field.number()) {
            case ENTRY -> takeEntry(MigrationEntry.read(field.asContent()));
            // A writer that leaves the size at its default means one part.
            case BATCH_SIZE -> batchSize = Math.max(1, field.asNumber());
            case BATCH_INDEX -> batchIndex = field.asNumber();
            case BATCH_ID -> batchId = (int) field.asNumber();
            default -> {} // the version, and what later versions add
        }
    }

    /// One bad entry costs no other: it is named, with its reason.
    private void takeEntry(MigrationEntry entry) {
        try (entry) {
            accounts.add(entry.toUri());
        } catch (OtpauthException e) {
            rejected.add(entry.label() + ": " + e.getMessage());
        }
    }
}
