package dev.tessera.desktop.instance;

import dev.tessera.socket.Listening;
import dev.tessera.socket.SocketFolder;
import dev.tessera.socket.SocketPlace;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/// Says that this process has the window of a vault, and takes the calls of those that start later.
///
/// It is a help, and never in the way: where no socket can be made, or whoever has it does not answer, there is one
/// window more, which is safe, for each save looks at what others have saved.
public final class WindowClaim implements AutoCloseable {
    /// No call: only whether somebody listens.
    private static final byte[] NOTHING = {};

    private final Optional<Path> folder;
    private final Predicate<Call> taken;
    private Optional<SocketPlace> place;
    private Optional<Listening> listening = Optional.empty();

    private WindowClaim(Optional<Path> folder, Optional<SocketPlace> place, Predicate<Call> taken) {
        this.folder = folder;
        this.place = place;
        this.taken = taken;
    }

    /// Calls the window of this vault; if there is none, claims it.
    ///
    /// @param taken says whether it takes a call of a later start; called on threads of its own
    /// @return empty if the window is open in another process, which has taken the call
    public static Optional<WindowClaim> ofThisMachine(Path vaultFile, Call call, Predicate<Call> taken) {
        var folder = SocketFolder.of(System.getenv(), System.getProperty("tessera.state"));
        return claim(folder, vaultFile, call, taken);
    }

    /// The same in another folder.
    static Optional<WindowClaim> claim(Optional<Path> folder, Path vaultFile, Call call, Predicate<Call> taken) {
        var usable = folder.filter(SocketFolder::isUsable);
        var place = usable.map(there -> SocketPlace.of(there, vaultFile));
        var claim = new WindowClaim(usable, place, taken);
        return place.isPresent() && claim.isTaken(call, place.get()) ? Optional.empty() : Optional.of(claim);
    }

    /// Whether the window may be called by others.
    boolean isListening() {
        return listening.isPresent();
    }

    /// The window shows another vault from now on. Where that has a window already, this one takes no calls.
    public synchronized void moveTo(Path vaultFile) {
        var next = folder.map(there -> SocketPlace.of(there, vaultFile));
        if (next.equals(place)) {
            return;
        }
        close();
        place = next;
        next.ifPresent(there -> there.underLock(() -> {
            if (Answer.to(NOTHING, there.socket()) == Answer.NOBODY) {
                listening = Optional.of(listenAt(there));
            }
            return true;
        }));
    }

    private synchronized boolean isTaken(Call call, SocketPlace there) {
        // Links that are too long to be handed over get a window of their own.
        byte[] bytes = call.bytes().orElse(NOTHING);
        return switch (Answer.to(bytes, there.socket())) {
            case TAKEN -> true;
            case SILENT -> false;
            // It may be closing, or another start may be quicker than we are: look again when it is done.
            case NOBODY, REFUSED ->
                there.underLock(() -> {
                            var answer = Answer.to(bytes, there.socket());
                            if (answer == Answer.NOBODY) {
                                listening = Optional.of(listenAt(there));
                            }
                            return answer == Answer.TAKEN;
                        })
                        .orElse(false);
        };
    }

    private Listening listenAt(SocketPlace there) throws IOException {
        return Listening.at(there.socket(), this::answer);
    }

    private void answer(SocketChannel caller) throws IOException {
        var call = Call.read(Channels.newInputStream(caller));
        if (call.filter(taken).isPresent()) {
            caller.write(ByteBuffer.wrap(new byte[] {Answer.YES}));
        }
    }

    /// Takes no calls any more.
    @Override
    public synchronized void close() {
        var present = listening;
        listening = Optional.empty();
        present.ifPresent(open -> place.ifPresent(there -> there.underLock(() -> {
            open.close();
            return true;
        })));
    }
}
