package dev.tessera.desktop.heap;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tessera.otp.Base32;
import dev.tessera.scan.QrEncoder;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Bytes that are searched for.
///
/// @param what they are, for a person
/// @param form in which form
/// @param bytes two at least
/// @param alone whether they count only where they fill an array: for what is too short to be told from chance
@SuppressWarnings("ArrayRecordComponent") // never compared
record Needle(String what, String form, byte[] bytes, boolean alone) {
    /// A row that is full of data, whatever the size of the code.
    private static final int MIDDLE = 15;

    /// A text as a `String` of either kind and as a `char[]` keep it.
    static List<Needle> ofText(String what, String text) {
        return ofText(what, "text", text);
    }

    /// The same for few signs, none of which makes a `String` keep two bytes a sign.
    static List<Needle> ofShortText(String what, String text) {
        return List.of(
                new Needle(what, "text, one byte a sign", text.getBytes(UTF_8), true),
                new Needle(what, "text, UTF-16 of a char[]", text.getBytes(UTF_16BE), true));
    }

    private static List<Needle> ofText(String what, String form, String text) {
        return List.of(
                new Needle(what, form + ", one byte a sign", text.getBytes(UTF_8), false),
                new Needle(what, form + ", UTF-16 of a String", text.getBytes(UTF_16LE), false),
                new Needle(what, form + ", UTF-16 of a char[]", text.getBytes(UTF_16BE), false));
    }

    /// A secret as bytes, and as every text that Tessera or a person makes of it.
    static List<Needle> ofSecret(String what, byte[] secret) {
        var all = new ArrayList<Needle>();
        all.add(new Needle(what, "bytes", secret, false));
        texts(secret).forEach((form, text) -> all.addAll(ofText(what, form, text)));
        return all;
    }

    /// A row of a QR code: as squares, and as pixels of a picture.
    ///
    /// @param side of a square, in pixels
    static List<Needle> ofQrCode(String what, String text, int side) {
        boolean[] row = QrEncoder.modules(text)[MIDDLE];
        return List.of(
                ofRow(what, "squares", row, 1, 0, 1, 1),
                ofRow(what, "a byte a pixel", row, side, 0xff, 0, 1),
                ofRow(what, "three bytes a pixel", row, side, 0xffffff, 0, 3),
                ofRow(what, "colours", row, side, 0xffffffff, 0xff000000, 4));
    }

    private static Needle ofRow(String what, String form, boolean[] row, int side, int light, int dark, int bytes) {
        var pixels = ByteBuffer.allocate(row.length * side * bytes);
        for (boolean isDark : row) {
            for (int i = 0; i < side * bytes; i++) {
                pixels.put((byte) ((isDark ? dark : light) >> (8 * (bytes - 1 - i % bytes))));
            }
        }
        return new Needle(what, form, pixels.array(), false);
    }

    /// The texts of a secret, by the names of their forms.
    static Map<String, String> texts(byte[] secret) {
        var base32 = Base32.encode(secret);
        var texts = new LinkedHashMap<String, String>();
        texts.put("Base32", base32);
        texts.put("Base32 in small letters", base32.toLowerCase(Locale.ROOT));
        texts.put("Base32 in groups", String.join(" ", base32.split("(?<=\\G.{4})")));
        texts.put("hexadecimal", HexFormat.of().formatHex(secret));
        texts.put("Base64", Base64.getEncoder().withoutPadding().encodeToString(secret));
        return texts;
    }

    @Override
    public String toString() {
        return what + " (" + form + ")";
    }
}
