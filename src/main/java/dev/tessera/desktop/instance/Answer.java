package dev.tessera.desktop.instance;

import dev.tessera.socket.Patience;
import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;

/// What came of a call.
enum Answer {
    /// The window has taken it.
    TAKEN,
    /// Nobody listens: there is no socket, or one that a killed process has left.
    NOBODY,
    /// Somebody listens and has not taken it, such as a window that is closing.
    REFUSED,
    /// Somebody listens and says nothing.
    SILENT;

    /// Says that a call was taken.
    static final int YES = 1;

    /// Calls whoever listens at `socket`.
    ///
    /// @param call its bytes
    static Answer to(byte[] call, Path socket) {
        if (!Files.exists(socket, LinkOption.NOFOLLOW_LINKS)) {
            return NOBODY;
        }
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return Patience.with(channel, () -> talk(channel, call, socket)).orElse(SILENT);
        } catch (ConnectException _) {
            return NOBODY;
        } catch (IOException | UnsupportedOperationException _) {
            return REFUSED;
        }
    }

    private static Answer talk(SocketChannel channel, byte[] call, Path socket) throws IOException {
        channel.connect(UnixDomainSocketAddress.of(socket));
        var bytes = ByteBuffer.wrap(Arrays.copyOf(call, call.length));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.shutdownOutput();
        return Channels.newInputStream(channel).read() == YES ? TAKEN : REFUSED;
    }
}
