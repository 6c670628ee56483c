package dev.tessera.scan;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What a file holds, by its first bytes: its name may lie.
enum PictureKind {
    PNG("PNG", true, "\u0089PNG\r\n\u001A\n"),
    JPEG("JPEG", true, "\u00FF\u00D8\u00FF"),
    GIF("GIF", true, "GIF8"),
    BMP("BMP", true, "BM"),
    TIFF("TIFF", true, "II*\0|MM\0*"),
    WEBP("WebP", true, "RIFF????WEBP"),
    AVIF("AVIF", false, "????ftypavif"),
    HEIF("HEIF", false, "????ftyphei|????ftypmif1"),
    PDF("PDF", true, "%PDF-"),
    SVG("SVG", false, "<svg|<?xml");

    /// How many bytes tell.
    static final int SIGNATURE_LENGTH = 16;

    private final String label;
    private final boolean readable;
    private final String signatures;

    /// @param signatures a character a byte, `?` stands for any, `|` between two
    PictureKind(String label, boolean readable, String signatures) {
        this.label = label;
        this.readable = readable;
        this.signatures = signatures;
    }

    static Optional<PictureKind> of(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        for (PictureKind kind : values()) {
            for (String signature : kind.signatures.split("\\|")) {
                if (matches(text, signature)) {
                    return Optional.of(kind);
                }
            }
        }
        return Optional.empty();
    }

    /// Its name as people write it.
    String label() {
        return label;
    }

    boolean isReadable() {
        return readable;
    }

    private static boolean matches(String text, String signature) {
        if (text.length() < signature.length()) {
            return false;
        }
        for (int i = 0; i < signature.length(); i++) {
            if (signature.charAt(i) != '?' && signature.charAt(i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
