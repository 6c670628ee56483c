package dev.tessera.clock;

import java.util.List;
import java.util.regex.Pattern;

/// A server that tells the time by NTP.
///
/// @param host its name or address
/// @param port where it answers
public record TimeServer(String host, int port) {
    /// Those that are asked where nobody says which: of five owners, so that none of them can mislead alone. All are
    /// open to everybody; pool.ntp.org wants no program to have it built in.
    public static final List<TimeServer> USUAL = List.of(
            usual("time.cloudflare.com"),
            usual("time.apple.com"),
            usual("time.google.com"),
            usual("ptbtime1.ptb.de"),
            usual("time.nist.gov"));

    private static final int PORT = 123;
    private static final int MOST_PORT = 65_535;
    private static final Pattern FORM =
            Pattern.compile("(?:\\[([0-9A-Fa-f:.%a-z]{2,60})]|([A-Za-z0-9._-]{1,253}))(?::([0-9]{1,5}))?");

    /// An address of IPv6 alone: its colons are no port's.
    private static final Pattern BARE_SIX = Pattern.compile("[0-9A-Fa-f]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private static TimeServer usual(String host) {
        return new TimeServer(host, PORT);
    }

    /// Of `HOST`, `HOST:PORT` or `[ADDRESS]:PORT`.
    ///
    /// @throws IllegalArgumentException if it is none
    public static TimeServer parse(String text) {
        if (BARE_SIX.matcher(text).matches()) {
            return new TimeServer(text, PORT);
        }
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("it is not a server address such as time.example.org or 192.0.2.1:1123");
        }
        int port = parts.group(3) == null ? PORT : Integer.parseInt(parts.group(3));
        if (port < 1 || port > MOST_PORT) {
            throw new IllegalArgumentException("its port must be 1 to " + MOST_PORT);
        }
        return new TimeServer(parts.group(1) == null ? parts.group(2) : parts.group(1), port);
    }

    /// As a person types it.
    @Override
    public String toString() {
        var name = host.contains(":") ? "[" + host + "]" : host;
        return port == PORT ? host : name + ":" + port;
    }
}
