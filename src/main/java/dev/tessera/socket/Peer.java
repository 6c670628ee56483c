package dev.tessera.socket;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import jdk.net.ExtendedSocketOptions;

/// Who is at the other end of a socket, by what the kernel says: `SO_PEERCRED` of unix(7), `LOCAL_PEERCRED` on macOS.
public final class Peer {
    private Peer() {}

    /// Whether it is a process of the user that this one runs as. Root is another user.
    ///
    /// @return empty where the system does not tell
    public static Optional<Boolean> isUs(SocketChannel channel) throws IOException {
        if (!channel.supportedOptions().contains(ExtendedSocketOptions.SO_PEERCRED)) {
            return Optional.empty();
        }
        var other = channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName();
        return Optional.of(other.equals(System.getProperty("user.name")));
    }
}
