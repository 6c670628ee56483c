package dev.tessera.agent;

import dev.tessera.socket.Peer;
import dev.tessera.socket.SocketPlace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/// Asks whoever has a vault open.
public final class AgentClient {
    private static final int ROOM = 8192;

    /// An answer takes some milliseconds, and a person waits for it.
    private static final long CODES_MILLIS = 2_000;

    /// Longer than the three seconds after which whoever locks hangs up.
    private static final long LOCK_MILLIS = 5_000;

    private AgentClient() {}

    /// Asks the window, else the agent.
    ///
    /// @param folder of sockets
    /// @return empty if nobody has the vault open
    /// @throws NoAnswerException if one of the two is there and does not answer, and the other one gives no reply
    public static Optional<Reply> ask(Path folder, Path vaultFile, Question question) throws NoAnswerException {
        Optional<Reply> reply;
        try {
            reply = ask(folder, vaultFile, Seat.WINDOW, question);
        } catch (NoAnswerException e) {
            reply = ask(folder, vaultFile, Seat.AGENT, question);
            if (reply.isEmpty()) {
                throw e;
            }
        }
        return reply.isPresent() ? reply : ask(folder, vaultFile, Seat.AGENT, question);
    }

    /// Asks one of the two.
    ///
    /// @return empty if it is not there, or hung up, as when it was locked meanwhile
    /// @throws NoAnswerException if it is there and does not answer; asked to lock, also if it hung up
    public static Optional<Reply> ask(Path folder, Path vaultFile, Seat seat, Question question)
            throws NoAnswerException {
        return ask(
                folder, vaultFile, seat, question, question.verb() == Question.Verb.LOCK ? LOCK_MILLIS : CODES_MILLIS);
    }

    static Optional<Reply> ask(Path folder, Path vaultFile, Seat seat, Question question, long millis)
            throws NoAnswerException {
        var socket = SocketPlace.of(folder, vaultFile, seat.use()).socket();
        if (!Files.exists(socket, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            var patience = new Patient(channel, millis);
            patience.start();
            try {
                return talk(channel, socket, question);
            } catch (ClosedChannelException _) {
                throw new NoAnswerException(); // patience was at its end: nobody else closes it
            } finally {
                patience.interrupt();
            }
        } catch (IOException | UnsupportedOperationException _) {
            // Nobody listens there any more, or it hung up, as when it was locked meanwhile: the passphrase is the way.
            if (question.verb() == Question.Verb.LOCK && isSomebodyAt(socket)) {
                throw new NoAnswerException();
            }
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
        private final SocketChannel channel;
        private final long millis;

        Patient(SocketChannel channel, long millis) {
            super("tessera-patience");
            this.channel = channel;
            this.millis = millis;
            setDaemon(true);
        }

        @Override
        public void run() {
            try {
                sleep(millis);
                channel.close();
            } catch (InterruptedException | IOException _) {
                // It has answered; or the channel is closed, as it was to be.
            }
        }
    }
}
