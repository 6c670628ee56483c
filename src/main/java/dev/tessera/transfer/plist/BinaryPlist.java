package dev.tessera.transfer.plist;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;

import dev.tessera.transfer.CostlyImportException;
import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.plist.PlistValue.Array;
import dev.tessera.transfer.plist.PlistValue.Data;
import dev.tessera.transfer.plist.PlistValue.Dictionary;
import dev.tessera.transfer.plist.PlistValue.Other;
import dev.tessera.transfer.plist.PlistValue.Text;
import dev.tessera.transfer.plist.PlistValue.Uid;
import java.util.Arrays;

/// A binary property list, version 00. Objects are read one by one, each as often as it is asked for, and all together
/// up to a bound: a small list can hold itself.
final class BinaryPlist {
    private static final byte[] MARK = "bplist00".getBytes(US_ASCII);
    private static final int TRAILER_LENGTH = 32;
    private static final int MAX_READ = 64 * 1024 * 1024;
    private static final int MAX_NUMBER_LENGTH = 8;

    /// Beyond it, not every whole number is one of this kind.
    private static final double MAX_WHOLE = 0x1p53;

    private final byte[] bytes;
    private final int offsetLength;
    private final int placeLength;
    private final int count;
    private final int top;
    private final int table;
    private int read;

    BinaryPlist(byte[] bytes) throws ImportException {
        if (!isMeant(bytes) || bytes.length < MARK.length + TRAILER_LENGTH) {
            throw damaged();
        }
        this.bytes = bytes;
        int trailer = bytes.length - TRAILER_LENGTH;
        offsetLength = bytes[trailer + 6];
        placeLength = bytes[trailer + 7];
        count = within(number(trailer + 8, 8), bytes.length);
        top = within(number(trailer + 16, 8), count);
        table = within(number(trailer + 24, 8), bytes.length);
        if (offsetLength < 1 || offsetLength > 8 || placeLength < 1 || placeLength > 4) {
            throw damaged();
        }
        within(table + (long) count * offsetLength, bytes.length);
    }

    static boolean isMeant(byte[] bytes) {
        return bytes.length >= MARK.length && Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length);
    }

    PlistValue top() throws ImportException {
        return at(top);
    }

    /// The object at a place.
    PlistValue at(int place) throws ImportException {
        if (place < 0 || place >= count) {
            throw damaged();
        }
        int start = within(number(table + place * offsetLength, offsetLength), bytes.length - 1L);
        int kind = (bytes[start] & 0xf0) >> 4;
        int low = bytes[start] & 0x0f;
        return switch (kind) {
            case 0x0 -> low == 8 || low == 9 ? new PlistValue.Whole(low - 8) : new Other();
            case 0x1 -> integer(start + 1, 1 << low);
            case 0x2 -> real(start + 1, 1 << low);
            case 0x8 -> new Uid(within(number(start + 1, low + 1), Integer.MAX_VALUE));
            case 0x4, 0x5, 0x6, 0xa, 0xd -> sized(kind, start + 1, low);
            default -> new Other();
        };
    }

    private PlistValue integer(int start, int length) throws ImportException {
        if (length > MAX_NUMBER_LENGTH) {
            return new Other(); // a number of 16 bytes, which is none of those that are asked for
        }
        return new PlistValue.Whole(number(start, length));
    }

    /// A number that may have a fraction. Apps write whole ones so, too.
    private PlistValue real(int start, int length) throws ImportException {
        double value = switch (length) {
            case Float.BYTES -> Float.intBitsToFloat((int) number(start, length));
            case Double.BYTES -> Double.longBitsToDouble(number(start, length));
            default -> Double.NaN;
        };
        boolean isWhole = Math.rint(value) == value && Math.abs(value) <= MAX_WHOLE;
        return isWhole ? new PlistValue.Whole((long) value) : new Other();
    }

    /// What has a length: in the mark itself, or as a number behind it.
    private PlistValue sized(int kind, int start, int low) throws ImportException {
        int at = start;
        long size = low;
        if (low == 0x0f) {
            int length = 1 << (bytes[within(start, bytes.length - 1L)] & 0x0f);
            size = number(start + 1, Math.min(length, MAX_NUMBER_LENGTH));
            at = start + 1 + length;
        }
        int length = within(size, bytes.length);
        return switch (kind) {
            case 0x4 -> new Data(slice(at, length));
            case 0x5 -> new Text(new String(slice(at, length), US_ASCII));
            case 0x6 -> new Text(new String(slice(at, 2L * length), UTF_16BE));
            case 0xa -> new Array(places(at, length));
            default ->
                new Dictionary(
                        places(at, length), places(within(at + (long) length * placeLength, bytes.length), length));
        };
    }

    private byte[] slice(int start, long length) throws ImportException {
        int end = within(start + length, bytes.length);
        spend(length);
        return Arrays.copyOfRange(bytes, start, end);
    }

    private int[] places(int start, int length) throws ImportException {
        within(start + (long) length * placeLength, bytes.length);
        spend(length);
        int[] places = new int[length];
        for (int i = 0; i < length; i++) {
            places[i] = within(number(start + i * placeLength, placeLength), count);
        }
        return places;
    }

    /// Big-endian; one of eight bytes has a sign.
    private long number(int start, int length) throws DamagedImportException {
        within((long) start + length, bytes.length);
        long number = 0;
        for (int i = 0; i < length; i++) {
            number = (number << Byte.SIZE) | (bytes[start + i] & 0xff);
        }
        return number;
    }

    private static int within(long number, long max) throws DamagedImportException {
        if (number < 0 || number > max) {
            throw damaged();
        }
        return (int) number;
    }

    private void spend(long length) throws CostlyImportException {
        read += (int) length + 1;
        if (read > MAX_READ) {
            throw new CostlyImportException(
                    "The content of this file refers to itself over and over: it may be malicious.");
        }
    }

    static DamagedImportException damaged() {
        return new DamagedImportException("The list of objects in this file is damaged. Export it again.");
    }
}
