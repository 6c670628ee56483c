package dev.tessera.socket;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/// Takes calls at a socket until it is closed. Between calls nothing runs.
public final class Listening implements AutoCloseable {
    /// How many callers may wait until they are taken; the system may allow fewer.
    private static final int BACKLOG = 4096;

    private static final long PAUSE_MILLIS = 100;

    private final Path socket;
    private final ServerSocketChannel server;

    private Listening(Path socket, ServerSocketChannel server) {
        this.socket = socket;
        this.server = server;
    }

    /// Talks with one caller, on a thread of its own. It may take three seconds; then the caller is hung up on.
    @FunctionalInterface
    public interface Talk {
        void with(SocketChannel caller) throws IOException;
    }

    /// Replaces what a killed process may have left there. Processes of other users are hung up on.
    public static Listening at(Path socket, Talk talk) throws IOException {
        Files.deleteIfExists(socket);
        var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(socket), BACKLOG);
            SocketFolder.protect(socket);
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
        var listening = new Listening(socket, server);
        Thread.ofPlatform().daemon().name("tessera-calls").start(() -> listening.run(talk));
        return listening;
    }

    private void run(Talk talk) {
        while (server.isOpen()) {
            try {
                var caller = server.accept();
                Thread.startVirtualThread(() -> answer(caller, talk));
            } catch (IOException _) {
                // It was closed; or the system has no files left, until callers of this or another process have gone:
                // nothing tells when that is, and to ask without a pause would take the processor from them.
                pause();
            }
        }
    }

    private void pause() {
        try {
            if (server.isOpen()) {
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // accept() closes the server then
        }
    }

    private static void answer(SocketChannel caller, Talk talk) {
        try (caller) {
            if (Peer.isUs(caller).orElse(true)) {
                var _ = Patience.with(caller, () -> {
                    talk.with(caller);
                    return true;
                });
            }
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
