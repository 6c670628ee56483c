package dev.tessera.transfer.zip;

/// One file in a zip, as its directory tells it.
///
/// @param path with `/` between its parts
/// @param flags the general purpose flags
/// @param method how it is packed
/// @param crc of its content
/// @param packedSize in bytes, as it lies in the zip
/// @param size in bytes, unpacked
/// @param offset where its header begins
public record ZipMember(String path, int flags, int method, long crc, long packedSize, long size, long offset) {
    private static final int SEALED = 1;
    private static final int STRONGLY_SEALED = 1 << 6;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int AES = 99;

    /// Whether a passphrase is needed.
    public boolean isSealed() {
        return (flags & SEALED) != 0;
    }

    /// Whether it is packed and sealed in one of the usual ways.
    boolean isReadable() {
        return (flags & STRONGLY_SEALED) == 0 && (method == STORED || method == DEFLATED || method == AES);
    }

    boolean isFolder() {
        return path.endsWith("/");
    }
}
