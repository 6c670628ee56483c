package dev.tessera.agent;

import dev.tessera.clock.CodeClock;
import dev.tessera.session.VaultSession;
import dev.tessera.socket.Listening;
import dev.tessera.socket.Peer;
import dev.tessera.socket.SocketFolder;
import dev.tessera.socket.SocketPlace;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Gives codes to other processes of the same person while a vault is open.
///
/// It is asked by whoever may read the person's files anyway, and gives less than those: no secret, and no code of a
/// counter-based account, which would be used up without anybody having seen it.
public final class Agent implements AutoCloseable {
    private static final int TOLD_SECONDS = 3;

    private final SocketPlace place;
    private final Codes codes;
    private final Runnable lock;
    private final ReentrantLock telling = new ReentrantLock(); // held until who asked to lock was told that it is done
    private Optional<Listening> listening = Optional.empty();

    private Agent(SocketPlace place, Codes codes, Runnable lock) {
        this.place = place;
        this.codes = codes;
        this.lock = lock;
    }

    /// Listens from now on.
    ///
    /// @param folder of sockets; where there is none, nobody can ask
    /// @param open the session that is open; empty as soon as it is locked. Asked on threads of the agent
    /// @param clock the time by which codes are made
    /// @param lock locks it, and returns when that is done; called on threads of the agent
    /// @return empty where this seat is taken, or the system cannot tell who asks
    public static Optional<Agent> open(
            Optional<Path> folder,
            Seat seat,
            Path vaultFile,
            Supplier<Optional<VaultSession>> open,
            CodeClock clock,
            Runnable lock) {
        return folder.filter(SocketFolder::isUsable)
                .map(there -> new Agent(SocketPlace.of(there, vaultFile, seat.use()), new Codes(open, clock), lock))
                .filter(Agent::begin);
    }

    private synchronized boolean begin() {
        listening = place.underLock(() -> AgentClient.isSomebodyAt(place.socket())
                        ? Optional.<Listening>empty()
                        : Optional.of(Listening.at(place.socket(), this::answer)))
                .flatMap(made -> made);
        return listening.isPresent();
    }

    private void answer(SocketChannel caller) throws IOException {
        if (!Peer.isUs(caller).orElse(false)) {
            return;
        }
        var question = Question.read(Channels.newInputStream(caller));
        if (question.verb() == Question.Verb.LOCK) {
            lock(caller);
            return;
        }
        var reply = codes.about(question);
        if (reply.isPresent()) {
            write(reply.get(), caller);
        }
    }

    private void lock(SocketChannel caller) throws IOException {
        telling.lock();
        try {
            lock.run();
            write(Reply.of(Reply.Outcome.LOCKED), caller);
        } finally {
            telling.unlock();
        }
    }

    private static void write(Reply reply, SocketChannel caller) throws IOException {
        var bytes = ByteBuffer.wrap(reply.bytes());
        while (bytes.hasRemaining()) {
            caller.write(bytes);
        }
    }

    /// Listens no more, and leaves nothing behind. Whoever has asked to lock is told first: afterwards the process may
    /// end.
    @Override
    public synchronized void close() {
        awaitTold();
        var present = listening;
        listening = Optional.empty();
        present.ifPresent(open -> place.underLock(() -> {
            open.close();
            return true;
        }));
    }
    /// Gives up where that takes longer than a caller may take.
    private void awaitTold() {
        try {
            if (telling.tryLock(TOLD_SECONDS, TimeUnit.SECONDS)) {
                telling.unlock();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
