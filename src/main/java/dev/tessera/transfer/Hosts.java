package dev.tessera.transfer;

import java.util.Locale;
import java.util.regex.Pattern;

/// The host in an address, which names an account that has no name.
public final class Hosts {
    private static final Pattern HOST =
            Pattern.compile("(?i)(?:https?://)?(?:www\\.)?([a-z0-9.-]+\\.[a-z0-9-]+)(?:[:/?#].*)?");

    private Hosts() {}

    /// The first one; empty if there is none.
    public static String of(String addresses) {
        var first = addresses.strip().split("[,\\s]", 2)[0];
        var host = HOST.matcher(first);
        return host.matches() ? host.group(1).toLowerCase(Locale.ROOT) : "";
    }
}
