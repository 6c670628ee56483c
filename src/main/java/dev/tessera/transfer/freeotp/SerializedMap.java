package dev.tessera.transfer.freeotp;

import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.UnsupportedImportException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// A `HashMap` of texts as Java serialises it, and nothing else of that: read sign by sign by the grammar of the Java
/// Object Serialization Specification, section 6.4, so that no class of the file's choice is ever made.
final class SerializedMap {
    private static final byte[] MARK = {(byte) 0xac, (byte) 0xed, 0, 5};
    private static final int NULL = 0x70;
    private static final int REFERENCE = 0x71;
    private static final int CLASS = 0x72;
    private static final int OBJECT = 0x73;
    private static final int STRING = 0x74;
    private static final int BLOCK = 0x77;
    private static final int END = 0x78;
    private static final int LONG_STRING = 0x7c;

    /// The number of the first thing that may be referred to; those of the class and of the map come before the texts.
    private static final int FIRST_TEXT = 0x7e0002;

    private static final int CAPACITY_AND_SIZE = 8;

    private final ByteBuffer in;
    private final List<String> texts = new ArrayList<>();

    private SerializedMap(byte[] bytes) {
        in = ByteBuffer.wrap(bytes);
    }

    static byte[] mark() {
        return MARK.clone();
    }

    /// The entries in the order of the file.
    ///
    /// @param bytes with the mark at their beginning
    /// @throws UnsupportedImportException if they hold an object of another kind
    /// @throws DamagedImportException if they follow no grammar
    static SequencedMap<String, String> read(byte[] bytes) throws DamagedImportException, UnsupportedImportException {
        try {
            var reader = new SerializedMap(bytes);
            reader.in.position(MARK.length);
            reader.header();
            var map = reader.entries();
            reader.require(END);
            if (reader.in.hasRemaining()) {
                throw damaged();
            }
            return map;
        } catch (BufferUnderflowException _) {
            throw damaged(); // It ends too early.
        }
    }

    /// The class and its fields, which only say how full the map may become.
    private void header() throws DamagedImportException, UnsupportedImportException {
        if (next() != OBJECT || next() != CLASS || !text(length16()).equals("java.util.HashMap")) {
            throw new UnsupportedImportException(
                    "This is an object of a Java program, but not a FreeOTP 2 backup. Choose the file"
                            + " externalBackup.xml that FreeOTP wrote.");
        }
        skip(Long.BYTES + 1); // the version of the class, and flags
        int fields = length16();
        int length = 0;
        for (int i = 0; i < fields; i++) {
            length += size(next());
            text(length16());
        }
        require(END);
        require(NULL); // no class above it
        skip(length);
    }

    private static int size(int type) throws DamagedImportException {
        return switch (type) {
            case 'B', 'Z' -> 1;
            case 'C', 'S' -> 2;
            case 'F', 'I' -> 4;
            case 'D', 'J' -> 8;
            default -> throw damaged(); // A map's own fields are numbers.
        };
    }

    private SequencedMap<String, String> entries() throws DamagedImportException {
        require(BLOCK);
        int block = next();
        if (block < CAPACITY_AND_SIZE) {
            throw damaged();
        }
        skip(Integer.BYTES);
        int size = in.getInt();
        skip(block - CAPACITY_AND_SIZE);
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < size; i++) {
            if (map.put(item(), item()) != null) {
                throw damaged();
            }
        }
        return map;
    }

    private String item() throws DamagedImportException {
        int kind = next();
        if (kind == NULL) {
            return "";
        }
        if (kind == REFERENCE) {
            int number = in.getInt() - FIRST_TEXT;
            if (number < 0 || number >= texts.size()) {
                throw damaged();
            }
            return texts.get(number);
        }
        if (kind != STRING && kind != LONG_STRING) {
            throw damaged();
        }
        var text = text(kind == STRING ? length16() : in.getLong());
        texts.add(text);
        return text;
    }

    /// Modified UTF-8 (Java Virtual Machine Specification, section 4.4.7): each `char` by itself, in 1 to 3 bytes.
    private String text(long length) throws DamagedImportException {
        if (length < 0 || length > in.remaining()) {
            throw damaged();
        }
        var text = new StringBuilder((int) length);
        for (int end = in.position() + (int) length; in.position() < end; ) {
            int first = next();
            if (first < 0x80) {
                text.append((char) first);
            } else if (first >> 5 == 0b110) {
                text.append((char) ((first & 0x1f) << 6 | following(end)));
            } else if (first >> 4 == 0b1110) {
                text.append((char) ((first & 0xf) << 12 | following(end) << 6 | following(end)));
            } else {
                throw damaged();
            }
        }
        return text.toString();
    }

    private int following(int end) throws DamagedImportException {
        int sign = in.position() < end ? next() : 0;
        if (sign >> 6 != 0b10) {
            throw damaged();
        }
        return sign & 0x3f;
    }

    private int length16() {
        return Short.toUnsignedInt(in.getShort());
    }

    private int next() {
        return Byte.toUnsignedInt(in.get());
    }

    private void require(int mark) throws DamagedImportException {
        if (next() != mark) {
            throw damaged();
        }
    }

    private void skip(int count) throws DamagedImportException {
        if (count > in.remaining()) {
            throw damaged();
        }
        in.position(in.position() + count);
    }

    private static DamagedImportException damaged() {
        return new DamagedImportException(
                "This FreeOTP backup is damaged or incomplete. Copy it again, or make a new backup in FreeOTP.");
    }
}
