package dev.tessera.scan;

import java.util.List;

/// One QR code found in a picture.
///
/// @param text what it says
/// @param corners its four corners in pixels of the picture: top left, top right, bottom right, bottom left
/// @param version 1 to 40
/// @param errorCorrection `L`, `M`, `Q` or `H`
/// @param readBy which way of reading found it, for diagnosis
public record QrSymbol(String text, List<Corner> corners, int version, String errorCorrection, String readBy) {
    public QrSymbol {
        corners = List.copyOf(corners);
    }

    /// A place in the picture, in pixels from its top left.
    public record Corner(double x, double y) {}

    /// The same in a picture so many times smaller.
    QrSymbol smaller(int times) {
        var places = corners.stream()
                .map(corner -> new Corner(corner.x() / times, corner.y() / times))
                .toList();
        return new QrSymbol(text, places, version, errorCorrection, readBy);
    }

    /// Hides the text: it may hold a secret.
    @Override
    public String toString() {
        return "QrSymbol[version " + version + errorCorrection + ", " + corners + "]";
    }
}
