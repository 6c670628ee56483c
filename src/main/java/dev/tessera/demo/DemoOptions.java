package dev.tessera.demo;

import dev.tessera.demo.account.PostgresAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How the demo server runs.
///
/// @param network where it listens: on 127.0.0.1 alone unless it speaks TLS
/// @param data the data folder, created if missing; `null` for a temporary one that is removed at close
/// @param database where the database is; empty for one in the data folder. It may be shared by servers that have the
///     same key in their data folders
/// @param issuer the name in the QR code, 1 to 64 characters without a colon
/// @param window time steps before and after the current one whose codes are accepted, 0 to 2
/// @param clock the server's clock
public record DemoOptions(
        Network network,
        @Nullable Path data,
        Optional<PostgresAddress> database,
        String issuer,
        int window,
        InstantSource clock) {
    private static final int LONGEST_ISSUER = 64;

    public DemoOptions {
        if (issuer.isBlank() || issuer.length() > LONGEST_ISSUER || issuer.contains(":")) {
            throw new IllegalArgumentException("issuer must be 1 to " + LONGEST_ISSUER + " characters without a colon");
        }
        if (window < 0 || window > 2) {
            throw new IllegalArgumentException("window is " + window + "; it must be 0 to 2 steps");
        }
    }

    /// Any free port, a temporary folder, the issuer `Pexip Demo`, one step of tolerance, the machine's clock.
    public static DemoOptions standard() {
        return new DemoOptions(Network.loopback(), null, Optional.empty(), "Pexip Demo", 1, InstantSource.system());
    }

    /// The same reached in another way.
    public DemoOptions withNetwork(Network newNetwork) {
        return new DemoOptions(newNetwork, data, database, issuer, window, clock);
    }

    /// The same on another port.
    public DemoOptions withPort(int newPort) {
        return withNetwork(new Network(
                newPort, network.listen(), network.hosts(), network.keystore(), network.smtp(), network.sharesPort()));
    }

    /// The same with its data kept in a folder.
    public DemoOptions withData(Path newData) {
        return new DemoOptions(network, newData, database, issuer, window, clock);
    }

    /// The same with its database elsewhere.
    public DemoOptions withDatabase(PostgresAddress newDatabase) {
        return new DemoOptions(network, data, Optional.of(newDatabase), issuer, window, clock);
    }

    /// The same with another name in the QR code.
    public DemoOptions withIssuer(String newIssuer) {
        return new DemoOptions(network, data, database, newIssuer, window, clock);
    }

    /// The same with another tolerance.
    public DemoOptions withWindow(int newWindow) {
        return new DemoOptions(network, data, database, issuer, newWindow, clock);
    }

    /// The same by another clock.
    public DemoOptions withClock(InstantSource newClock) {
        return new DemoOptions(network, data, database, issuer, window, newClock);
    }
}
