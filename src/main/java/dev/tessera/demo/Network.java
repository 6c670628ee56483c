package dev.tessera.demo;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Where the demo server is reached, and through whom its mail goes.
///
/// @param port 0 to 65,535; 0 takes any free one
/// @param listen the address that it listens on; without TLS a loopback one
/// @param hosts the names that it answers to, with a port where that is another than its own; the first stands in its
/// links. On a loopback address it answers to that and to `localhost` as well
/// @param keystore for TLS; empty for none
/// @param smtp the mail server; empty to keep the mail in the outbox
/// @param sharesPort whether other servers of the same user may listen on the port as well
public record Network(
        int port,
        String listen,
        List<String> hosts,
        Optional<Keystore> keystore,
        Optional<MailServer> smtp,
        boolean sharesPort) {
    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern HOST =
            Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

    public Network {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("port is " + port + "; it must be 0 to " + HIGHEST_PORT);
        }
        if (sharesPort && port == 0) {
            throw new IllegalArgumentException("the port to share must be given");
        }
        if (keystore.isEmpty() && !isLoopback(listen)) {
            throw new IllegalArgumentException(
                    "without TLS it listens only on a loopback address, such as 127.0.0.1; give a keystore");
        }
        if (hosts.isEmpty() && !isLoopback(listen)) {
            throw new IllegalArgumentException("the names it answers to must be given when others can reach it");
        }
        hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
        if (!hosts.stream()
                .allMatch(host ->
                        HOST.matcher(host.replaceFirst(":[0-9]{1,5}$", "")).matches())) {
            throw new IllegalArgumentException("a host must be a name such as login.example.org, or NAME:PORT");
        }
    }

    /// Any free port of 127.0.0.1, without TLS, with the mail in the outbox.
    static Network loopback() {
        return new Network(0, "127.0.0.1", List.of(), Optional.empty(), Optional.empty(), false);
    }

    /// A PKCS #12 file with the server's key and certificates.
    ///
    /// @param passwordFile whose first line is its password
    public record Keystore(Path file, Path passwordFile) {}

    /// A mail server.
    public record MailServer(String host, int port) {
        public MailServer {
            if (port < 1 || port > HIGHEST_PORT) {
                throw new IllegalArgumentException("the mail server's port must be 1 to " + HIGHEST_PORT);
            }
            if (!HOST.matcher(host.toLowerCase(Locale.ROOT)).matches()) {
                throw new IllegalArgumentException("the mail server must be HOST:PORT, such as mail.example.org:25");
            }
        }

        /// Reads `host:port`.
        ///
        /// @throws IllegalArgumentException if it is in another form
        public static MailServer parse(String text) {
            int colon = text.lastIndexOf(':');
            var port = text.substring(colon + 1);
            if (colon < 1 || !port.matches("[0-9]{1,5}")) {
                throw new IllegalArgumentException("the mail server must be HOST:PORT, such as mail.example.org:25");
            }
            return new MailServer(text.substring(0, colon), Integer.parseInt(port));
        }

        /// Whether mail to it stays on this computer.
        boolean isHere() {
            return Network.isHere(host);
        }
    }

    /// Whether it speaks TLS.
    boolean isSecure() {
        return keystore.isPresent();
    }

    /// What may stand in a request's Host header, with the port that it listens on.
    Set<String> authorities(int actualPort) {
        var names = new ArrayList<>(hosts);
        if (isLoopback(listen)) {
            names.add(listenName());
            names.add("localhost");
        }
        var authorities = new HashSet<String>();
        for (var name : names) {
            var authority = authority(name, actualPort);
            authorities.add(authority);
            var usual = isSecure() ? ":443" : ":80";
            if (authority.endsWith(usual)) {
                authorities.add(authority.substring(0, authority.length() - usual.length())); // browsers leave it out
            }
        }
        return Set.copyOf(authorities);
    }

    /// The address of its first page.
    URI address(int actualPort) {
        var name = hosts.isEmpty() ? listenName() : hosts.getFirst();
        return URI.create(scheme() + "://" + authority(name, actualPort) + "/");
    }

    private static String authority(String name, int actualPort) {
        return hasPort(name) ? name : name + ":" + actualPort;
    }

    /// The colons of an IPv6 address stand between brackets.
    private static boolean hasPort(String name) {
        return name.lastIndexOf(':') > name.lastIndexOf(']');
    }

    /// The loopback address as it stands in a URI: of IPv6 there is one, which browsers write in its shortest form.
    private String listenName() {
        return InetAddress.ofLiteral(listen) instanceof Inet6Address ? "[::1]" : listen;
    }

    /// `https` or `http`.
    String scheme() {
        return isSecure() ? "https" : "http";
    }

    /// Whether a host is this computer: by its name, or by an address, which may have the brackets of a URI.
    static boolean isHere(String host) {
        return host.equalsIgnoreCase("localhost") || isLoopback(withoutBrackets(host));
    }

    /// `::1` of `[::1]`, and whatever has no brackets as it is.
    static String withoutBrackets(String address) {
        return address.startsWith("[") && address.endsWith("]") ? address.substring(1, address.length() - 1) : address;
    }

    /// Whether it is the text of a loopback address; no name is looked up.
    private static boolean isLoopback(String address) {
        try {
            return InetAddress.ofLiteral(address).isLoopbackAddress();
        } catch (IllegalArgumentException _) { // a name
            return false;
        }
    }
}
