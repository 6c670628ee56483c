package dev.tessera.desktop.control;

import java.util.Arrays;

/// Characters being typed that must not become a `String`: a buffer that is wiped, a caret and a selection.
///
/// Positions count `char`s; the caret never stands inside a surrogate pair.
final class SecretText {
    /// More than any passphrase needs; what lies beyond is refused, so that the buffer never moves.
    static final int MAX_LENGTH = 1024;

    private final char[] buffer = new char[MAX_LENGTH];
    private int length;
    private int caret;
    private int anchor;

    int length() {
        return length;
    }

    int caret() {
        return caret;
    }

    int selectionStart() {
        return Math.min(caret, anchor);
    }

    int selectionEnd() {
        return Math.max(caret, anchor);
    }

    boolean hasSelection() {
        return caret != anchor;
    }

    /// The characters that a person sees as one sign each: surrogate pairs count once.
    int signs() {
        return Character.codePointCount(buffer, 0, length);
    }

    /// The signs before `position`.
    int signsBefore(int position) {
        return Character.codePointCount(buffer, 0, position);
    }

    /// The position behind `signs` signs, held within the text.
    int positionOf(int signs) {
        return Character.offsetByCodePoints(buffer, 0, length, 0, Math.clamp(signs, 0, signs()));
    }

    /// Puts `typed` in the place of the selection.
    ///
    /// @return whether it fitted; if not, nothing has changed
    boolean insert(char[] typed) {
        if (length - (selectionEnd() - selectionStart()) + typed.length > MAX_LENGTH) {
            return false;
        }
        deleteSelection();
        System.arraycopy(buffer, caret, buffer, caret + typed.length, length - caret);
        System.arraycopy(typed, 0, buffer, caret, typed.length);
        length += typed.length;
        moveTo(caret + typed.length, false);
        return true;
    }

    void deleteBefore() {
        if (!hasSelection()) {
            anchor = before(caret);
        }
        deleteSelection();
    }

    void deleteAfter() {
        if (!hasSelection()) {
            anchor = after(caret);
        }
        deleteSelection();
    }

    void moveTo(int position, boolean extend) {
        caret = Math.clamp(position, 0, length);
        if (!extend) {
            anchor = caret;
        }
    }

    void moveLeft(boolean extend) {
        moveTo(hasSelection() && !extend ? selectionStart() : before(caret), extend);
    }

    void moveRight(boolean extend) {
        moveTo(hasSelection() && !extend ? selectionEnd() : after(caret), extend);
    }

    void selectAll() {
        anchor = 0;
        caret = length;
    }

    /// A copy, which the caller wipes.
    char[] copy() {
        return Arrays.copyOf(buffer, length);
    }

    /// Compares in a time that depends on the lengths alone.
    boolean isSameAs(SecretText other) {
        int difference = length ^ other.length;
        for (int i = 0; i < MAX_LENGTH; i++) {
            difference |= buffer[i] ^ other.buffer[i];
        }
        return difference == 0;
    }

    void wipe() {
        Arrays.fill(buffer, '\0');
        length = 0;
        caret = 0;
        anchor = 0;
    }

    private void deleteSelection() {
        int start = selectionStart();
        int end = selectionEnd();
        System.arraycopy(buffer, end, buffer, start, length - end);
        int shorter = length - (end - start);
        Arrays.fill(buffer, shorter, length, '\0');
        length = shorter;
        moveTo(start, false);
    }

    private int before(int position) {
        return position == 0 ? 0 : Character.offsetByCodePoints(buffer, 0, length, position, -1);
    }

    private int after(int position) {
        return position == length ? length : Character.offsetByCodePoints(buffer, 0, length, position, 1);
    }
}
