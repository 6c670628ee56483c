package dev.tessera.transfer.export;

import java.nio.ByteBuffer;
import java.util.Base64;

/// Sealed bytes as text.
final class Sealed {
    private Sealed() {}

    static String base64(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        var all = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            all.put(part);
        }
        return Base64.getEncoder().encodeToString(all.array());
    }
}
