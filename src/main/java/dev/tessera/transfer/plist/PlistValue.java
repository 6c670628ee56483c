package dev.tessera.transfer.plist;

/// One object of a list. Others are told by their places, and read when they are asked for.
sealed interface PlistValue {

    record Whole(long value) implements PlistValue {}

    record Text(String value) implements PlistValue {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Data(byte[] value) implements PlistValue {}

    /// Where in an archive an object stands.
    record Uid(int index) implements PlistValue {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Array(int[] places) implements PlistValue {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Dictionary(int[] keys, int[] values) implements PlistValue {}

    /// Nothing, a date, a set, a number with a fraction: nothing that is asked for here.
    record Other() implements PlistValue {}
}
