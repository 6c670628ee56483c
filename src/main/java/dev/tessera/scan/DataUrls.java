package dev.tessera.scan;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Pictures that stand in a text themselves, as `data:` addresses (RFC 2397) in Base64: what a browser gives when
/// somebody drags or copies a QR code that its page has drawn. Nothing is fetched.
public final class DataUrls {
    /// A page may hold icons, too; more than these are not looked at.
    private static final int MOST = 20;

    private static final Pattern PICTURE = Pattern.compile(
            "data:image/[a-z0-9.+-]{1,40}(?:;[a-z0-9=-]{1,40}){0,4};base64,([A-Za-z0-9+/=\\s%]+)",
            Pattern.CASE_INSENSITIVE);

    private DataUrls() {}

    /// The content of each picture file in a text, at most 20; empty if there is none.
    public static List<byte[]> in(String text) {
        List<byte[]> pictures = new ArrayList<>();
        Matcher matcher = PICTURE.matcher(text);
        while (matcher.find() && pictures.size() < MOST) {
            String base64 =
                    matcher.group(1).replace("%2B", "+").replace("%2F", "/").replace("%3D", "=");
            try {
                pictures.add(Base64.getMimeDecoder().decode(base64));
            } catch (IllegalArgumentException _) {
                // It ends in the middle of a group: no picture.
            }
        }
        return pictures;
    }
}
