package dev.tessera.desktop.region;

/// A part of a screen, in pixels of its picture.
///
/// @param screen which one, from 0
public record Part(int screen, int left, int top, int width, int height) {
    int right() {
        return left + width;
    }

    int bottom() {
        return top + height;
    }
}
