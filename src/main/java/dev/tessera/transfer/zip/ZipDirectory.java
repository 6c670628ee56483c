package dev.tessera.transfer.zip;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tessera.transfer.CostlyImportException;
import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// The directory at the end of a zip (APPNOTE 6.3.10, sections 4.3.12 to 4.3.16), which alone says what is in it.
final class ZipDirectory {

    /// The most members of one zip.
    static final int MAX_MEMBERS = 10_000;

    private static final int MEMBER = 0x02014b50;
    private static final int MEMBER_LENGTH = 46;
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int MAX_COMMENT = 0xffff;
    private static final int LOCATOR = 0x07064b50;
    private static final int LOCATOR_LENGTH = 20;
    private static final int END_64 = 0x06064b50;
    private static final int END_64_LENGTH = 56;
    private static final int EXTRA_64 = 1;
    private static final long IN_EXTRA = 0xffffffffL;

    private final ImportFile file;

    private ZipDirectory(ImportFile file) {
        this.file = file;
    }

    /// All members but folders.
    static List<ZipMember> read(ImportFile file) throws ImportException {
        return new ZipDirectory(file).members();
    }

    private List<ZipMember> members() throws ImportException {
        var directory = directory();
        var members = new ArrayList<ZipMember>();
        int seen = 0;
        while (directory.remaining() >= MEMBER_LENGTH && directory.getInt(directory.position()) == MEMBER) {
            if (++seen > MAX_MEMBERS) {
                throw new CostlyImportException("This zip contains more than " + MAX_MEMBERS
                        + " files; no export of accounts has that many. Choose the export itself.");
            }
            var member = member(directory);
            if (!member.isFolder()) {
                members.add(member);
            }
        }
        if (directory.hasRemaining()) {
            throw damaged();
        }
        return members;
    }

    private ByteBuffer directory() throws DamagedImportException {
        int end = end();
        var record = bytes(end, END_LENGTH);
        long size = unsigned(record.getInt(12));
        long offset = unsigned(record.getInt(16));
        if (size == IN_EXTRA || offset == IN_EXTRA) {
            var record64 = end64(end);
            size = record64.getLong(40);
            offset = record64.getLong(48);
        }
        if (size < 0 || offset < 0 || size > end || offset > end - size) {
            throw damaged();
        }
        return bytes(Math.toIntExact(offset), Math.toIntExact(size));
    }

    /// Where the last record begins; only a comment follows it.
    private int end() throws DamagedImportException {
        int start = Math.max(0, file.length() - END_LENGTH - MAX_COMMENT);
        var tail = bytes(start, file.length() - start);
        for (int at = tail.limit() - END_LENGTH; at >= 0; at--) {
            if (tail.getInt(at) == END) {
                return start + at;
            }
        }
        throw damaged();
    }

    private ByteBuffer end64(int end) throws DamagedImportException {
        var locator = bytes(end - LOCATOR_LENGTH, LOCATOR_LENGTH);
        long place = locator.getLong(8);
        if (locator.getInt(0) != LOCATOR || place < 0 || place > end) {
            throw damaged();
        }
        var record = bytes(Math.toIntExact(place), END_64_LENGTH);
        if (record.getInt(0) != END_64) {
            throw damaged();
        }
        return record;
    }

    private ZipMember member(ByteBuffer directory) throws DamagedImportException {
        int start = directory.position();
        int nameLength = Short.toUnsignedInt(directory.getShort(start + 28));
        int extraLength = Short.toUnsignedInt(directory.getShort(start + 30));
        int commentLength = Short.toUnsignedInt(directory.getShort(start + 32));
        if (directory.remaining() < MEMBER_LENGTH + nameLength + extraLength + commentLength) {
            throw damaged();
        }
        byte[] name = new byte[nameLength];
        directory.get(start + MEMBER_LENGTH, name);
        var extra =
                directory.slice(start + MEMBER_LENGTH + nameLength, extraLength).order(ByteOrder.LITTLE_ENDIAN);
        var large = large(extra);
        long size = orLarge(directory.getInt(start + 24), large);
        long packedSize = orLarge(directory.getInt(start + 20), large);
        long offset = orLarge(directory.getInt(start + 42), large);
        if (size < 0 || packedSize < 0 || offset < 0 || packedSize > file.length() || offset > file.length()) {
            throw damaged();
        }
        directory.position(start + MEMBER_LENGTH + nameLength + extraLength + commentLength);
        return new ZipMember(
                new String(name, UTF_8).replace('\\', '/'),
                Short.toUnsignedInt(directory.getShort(start + 8)),
                Short.toUnsignedInt(directory.getShort(start + 10)),
                unsigned(directory.getInt(start + 16)),
                packedSize,
                size,
                offset);
    }

    /// The numbers that need more than four bytes, which some programs write for small ones too; empty if there are
    /// none.
    private static ByteBuffer large(ByteBuffer extra) {
        while (extra.remaining() >= 4) {
            int id = Short.toUnsignedInt(extra.getShort());
            int length = Math.min(Short.toUnsignedInt(extra.getShort()), extra.remaining());
            if (id == EXTRA_64) {
                return extra.slice(extra.position(), length).order(ByteOrder.LITTLE_ENDIAN);
            }
            extra.position(extra.position() + length);
        }
        return ByteBuffer.allocate(0);
    }

    private static long orLarge(int small, ByteBuffer large) throws DamagedImportException {
        if (unsigned(small) != IN_EXTRA) {
            return unsigned(small);
        }
        if (large.remaining() < Long.BYTES) {
            throw damaged();
        }
        return large.getLong();
    }

    private ByteBuffer bytes(int start, int length) throws DamagedImportException {
        if (start < 0 || length < 0 || start > file.length() - length) {
            throw damaged();
        }
        return ByteBuffer.wrap(file.bytes(start, start + length)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static long unsigned(int number) {
        return Integer.toUnsignedLong(number);
    }

    static DamagedImportException damaged() {
        return new DamagedImportException("This zip is damaged or incomplete. Export it again.");
    }
}
