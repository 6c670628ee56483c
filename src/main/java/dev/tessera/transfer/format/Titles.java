package dev.tessera.transfer.format;

import java.util.regex.Pattern;

/// What an item of a password manager is called.
final class Titles {
    private static final Pattern HOST =
            Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*://)?(?:[^/?#@]*@)?([^/?#:\\s]+).*", Pattern.DOTALL);

    private Titles() {}

    /// Its title; where that is empty, the host of its address.
    static String of(String title, String url) {
        if (!title.isBlank()) {
            return title;
        }
        var match = HOST.matcher(url.strip());
        return match.matches() ? match.group(1) : "";
    }
}
