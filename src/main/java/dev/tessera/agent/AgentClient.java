package dev.tessera.agent;

import dev.tessera.socket.Peer;
import dev.tessera.socket.SocketPlace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/// Asks whoever has a vault open.
public final class AgentClient {
    private static final int ROOM = 8192;

    private AgentClient() {}

    /// Asks the window, else the agent.
    ///
    /// @param folder of sockets
    /// @return empty if nobody has the vault open, or whoever has it does not answer
    public static Optional<Reply> ask(Path folder, Path vaultFile, Question question) {
        var reply = ask(folder, vaultFile, Seat.WINDOW, question);
        return reply.isPresent() ? reply : ask(folder, vaultFile, Seat.AGENT, question);
    }

    /// Asks one of the two.
    public static Optional<Reply> ask(Path folder, Path vaultFile, Seat seat, Question question) {
        var socket = SocketPlace.of(folder, vaultFile, seat.use()).socket();
        if (!Files.exists(socket, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            var patience = new Patient(channel);
            patience.start();
            var reply = talk(channel, socket, question);
            patience.interrupt();
            return reply;
        } catch (IOException | UnsupportedOperationException _) {
            // Nobody listens there any more, or it hung up, as when it was locked meanwhile: the passphrase is the way.
            return Optional.empty();
        }
    }

    /// Whether somebody listens there. Says nothing.
    static boolean isSomebodyAt(Path socket) {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            return true;
        } catch (IOException | UnsupportedOperationException _) {
            return false; // the socket of a killed process, or none
        }
    }

    private static Optional<Reply> talk(SocketChannel channel, Path socket, Question question) throws IOException {
        channel.connect(UnixDomainSocketAddress.of(socket));
        var peer = Peer.isUs(channel);
        if (peer.isEmpty() || !peer.get()) {
            return Optional.empty(); // codes of others are worth nothing, and the query is not theirs
        }
        var sent = ByteBuffer.wrap(question.bytes());
        while (sent.hasRemaining()) {
            channel.write(sent);
        }
        channel.shutdownOutput();
        return Optional.of(Reply.read(all(channel)));
    }

    private static byte[] all(SocketChannel channel) throws IOException {
        var all = new ByteArrayOutputStream();
        var room = ByteBuffer.allocate(ROOM);
        while (channel.read(room) >= 0) {
            all.write(room.array(), 0, room.position());
            room.clear();
            if (all.size() > Reply.MOST_BYTES) {
                throw new IOException("this is too long for a reply");
            }
        }
        return all.toByteArray();
    }

    /// Hangs up on whoever says nothing: channels have no limit of their own.
    private static final class Patient extends Thread {
        private static final long MILLIS = 10_000;

        private final SocketChannel channel;

        Patient(SocketChannel channel) {
            super("tessera-patience");
            this.channel = channel;
            setDaemon(true);
        }

        @Override
        public void run() {
            try {
                sleep(MILLIS);
                channel.close();
            } catch (InterruptedException | IOException _) {
                // It has answered; or the channel is closed, as it was to be.
            }
        }
    }
}
