package dev.tessera.crypto;

/// What numbers out of a file are held to before anything is allocated.
final class Bounds {
    private Bounds() {}

    /// @throws IllegalArgumentException if it is out of range
    static void require(String scheme, String name, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                    scheme + ": " + name + " is " + value + "; it must be " + min + " to " + max);
        }
    }
}
