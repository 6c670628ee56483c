package dev.tessera.desktop.instance;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

/// Takes calls at a socket until it is closed. Between calls nothing runs.
final class Listening implements AutoCloseable {
    private final Path socket;
    private final ServerSocketChannel server;

    private Listening(Path socket, ServerSocketChannel server) {
        this.socket = socket;
        this.server = server;
    }

    /// Replaces what a killed process may have left there.
    ///
    /// @param taken says whether it takes a call; called on threads of its own
    static Listening at(Path socket, Predicate<Call> taken) throws IOException {
        Files.deleteIfExists(socket);
        var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(socket));
            SocketFolder.protect(socket);
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
        var listening = new Listening(socket, server);
        Thread.ofPlatform().daemon().name("tessera-calls").start(() -> listening.run(taken));
        return listening;
    }

    private void run(Predicate<Call> taken) {
        try (server) {
            while (true) {
                var caller = server.accept();
                Thread.startVirtualThread(() -> answer(caller, taken));
            }
        } catch (IOException _) {
            // It was closed. Or the system has no files left, and then later starts open windows of their own.
        }
    }

    private static void answer(SocketChannel caller, Predicate<Call> taken) {
        try (caller) {
            var _ = Patience.with(caller, () -> {
                var call = Call.read(Channels.newInputStream(caller));
                if (call.filter(taken).isPresent()) {
                    caller.write(ByteBuffer.wrap(new byte[] {Answer.YES}));
                }
                return true;
            });
        } catch (IOException _) {
            // What is no whole call is nothing to us, and a caller that has gone needs no answer.
        }
    }

    /// Listens no more, and leaves nothing behind.
    @Override
    public void close() throws IOException {
        server.close();
        Files.deleteIfExists(socket);
    }
}
