package dev.tessera.desktop.clock;

import dev.tessera.clock.CodeClock;
import dev.tessera.clock.LocalClock;
import dev.tessera.clock.Measurement;
import dev.tessera.clock.NetworkTime;
import dev.tessera.clock.NoTimeException;
import dev.tessera.clock.TimeServer;
import java.time.InstantSource;
import java.util.List;

/// The time of a window.
///
/// @param codes the time by which codes are made, and nothing else
/// @param servers who is asked for the right time, when the person wants it
public record Timing(CodeClock codes, List<TimeServer> servers) {

    /// What this computer has, and the usual servers.
    public static Timing ofThisComputer() {
        return new Timing(CodeClock.ofThisComputer(), TimeServer.USUAL);
    }

    /// A clock to which nothing can be applied.
    public static Timing plain(InstantSource clock) {
        return new Timing(CodeClock.plain(clock), TimeServer.USUAL);
    }

    /// Asks the servers, which takes seconds.
    Measurement measure() throws NoTimeException, InterruptedException {
        return new NetworkTime(LocalClock.of(codes.system())).ask(servers);
    }
}
