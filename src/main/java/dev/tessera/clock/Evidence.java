package dev.tessera.clock;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// By what it is noticed that a computer's clock was set since it was measured.
///
/// @param boot names the start of the system, one of a kind; empty where the system does not tell
/// @param started when that was, by the computer's clock as it stands now: it changes if the clock is set, not while
///     the computer sleeps
/// @param followsNetwork whether the system says that it keeps the clock right by the network
public record Evidence(String boot, Instant started, boolean followsNetwork) {
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    private static final Path UPTIME = Path.of("/proc/uptime");

    /// Of a system that tells nothing.
    static Evidence none() {
        return new Evidence("", Instant.EPOCH, false);
    }

    /// That of this computer. Linux alone tells.
    static Evidence ofThisComputer(InstantSource clock) {
        try {
            var boot = Files.readString(BOOT).strip();
            var uptime = new BigDecimal(Files.readString(UPTIME).split(" ", 2)[0]);
            var started = clock.instant()
                    .minus(Duration.ofMillis(uptime.movePointRight(3).longValue()));
            return new Evidence(boot, started, KernelClock.isSet().orElse(false));
        } catch (IOException | NumberFormatException | DateTimeException _) {
            return none();
        }
    }

    boolean isThere() {
        return !boot.isEmpty();
    }

    /// What has happened between the two; empty if nothing that makes an offset wrong.
    Optional<Lapse> lapseTo(Evidence now, Duration tolerance) {
        if (!isThere() || !now.isThere()) {
            return Optional.empty();
        }
        if (!boot.equals(now.boot)) {
            return Optional.of(Lapse.RESTARTED);
        }
        if (Duration.between(started, now.started).abs().compareTo(tolerance) > 0) {
            return Optional.of(Lapse.CLOCK_SET);
        }
        return !followsNetwork && now.followsNetwork ? Optional.of(Lapse.FOLLOWS_NETWORK) : Optional.empty();
    }
}
