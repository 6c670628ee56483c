package dev.tessera.otpauth;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The host of a web address as browsers find it, so that `https://bank.example@evil.example` shows the latter.
final class WebHost {
    private static final Pattern SLASHES = Pattern.compile("^[A-Za-z]+:[/\\\\]*");
    private static final Pattern END = Pattern.compile("[/\\\\?#\\s]");
    private static final int MAX_LENGTH = 253;

    private WebHost() {}

    /// Empty where there is none, or none that may be shown.
    static Optional<String> of(String address) {
        String rest = SLASHES.matcher(address).replaceFirst("");
        String authority = END.split(rest, 2)[0];
        String host = withoutPort(authority.substring(authority.lastIndexOf('@') + 1));
        boolean showable = !host.isEmpty()
                && host.length() <= MAX_LENGTH
                && host.codePoints().allMatch(WebHost::isSign);
        return showable ? Optional.of(host.toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }

    private static boolean isSign(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || ".-_[]:".indexOf(codePoint) >= 0;
    }
}
