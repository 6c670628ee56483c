package dev.tessera.transfer.sqlite;

import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.ImportFile;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// The pages of a database: what the write-ahead log has of them is newer than what the file has.
final class Pages {
    private static final int HEADER_LENGTH = 100;
    private static final int SIZE_AT = 16;
    private static final int READ_VERSION_AT = 19;
    private static final int RESERVED_AT = 20;
    private static final int ENCODING_AT = 56;
    private static final int MIN_SIZE = 512;
    private static final int LARGEST_SIZE = 65_536;
    private static final int MIN_USABLE = 480;
    private static final int WITH_LOG = 2;

    private final ByteBuffer file;
    private final int size;
    private final WriteAheadLog log;

    Pages(ImportFile source) throws DamagedImportException {
        file = source.view();
        if (!source.isDatabase() || file.remaining() < HEADER_LENGTH) {
            throw SqliteFile.damaged();
        }
        int written = file.getShort(SIZE_AT) & 0xffff;
        size = written == 1 ? LARGEST_SIZE : written;
        if (size < MIN_SIZE || Integer.bitCount(size) != 1 || usable() < MIN_USABLE) {
            throw SqliteFile.damaged();
        }
        log = keepsLog() ? WriteAheadLog.read(source.log(), size) : WriteAheadLog.NONE;
    }

    /// Whether the newest rows are in a log, until they are moved into the file.
    boolean keepsLog() {
        return file.get(READ_VERSION_AT) == WITH_LOG;
    }

    /// Whether that log is here.
    boolean hasLog() {
        return log.isThere();
    }

    /// Whether that log may be missing here.
    boolean lacksLog() {
        return keepsLog() && !log.isThere();
    }

    /// How many bytes of a page hold data.
    int usable() {
        return size - (file.get(RESERVED_AT) & 0xff);
    }

    /// No payload can have more bytes than all pages together.
    long capacity() {
        return file.remaining() + log.length();
    }

    Charset charset() throws DamagedImportException {
        return switch (page(1).getInt(ENCODING_AT)) {
            case 0, 1 -> StandardCharsets.UTF_8; // 0 in a database to which nothing was ever written
            case 2 -> StandardCharsets.UTF_16LE;
            case 3 -> StandardCharsets.UTF_16BE;
            default -> throw SqliteFile.damaged();
        };
    }

    /// What a page holds.
    ///
    /// @param number from 1
    ByteBuffer page(long number) throws DamagedImportException {
        var newer = log.find(number);
        if (newer.isPresent()) {
            return newer.get().slice(0, usable());
        }
        if (number < 1 || number > file.limit() / size) {
            throw SqliteFile.damaged();
        }
        return file.slice(((int) number - 1) * size, usable());
    }

    /// Where the page's own header begins: the first page has that of the file before it.
    static int headerOf(long number) {
        return number == 1 ? HEADER_LENGTH : 0;
    }
}
