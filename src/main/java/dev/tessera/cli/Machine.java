package dev.tessera.cli;

import dev.tessera.socket.SocketFolder;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What decides where the vault lies when nobody says so.
///
/// @param environment the environment variables
/// @param home the person's folder
/// @param system the name of the operating system, as Java calls it
/// @param unanswered whether whoever has the vault open was asked already, and does not answer
public record Machine(Map<String, String> environment, Path home, String system, boolean unanswered) {
    public Machine {
        environment = Map.copyOf(environment);
    }

    /// Where windows and agents are asked.
    Optional<Path> sockets() {
        return SocketFolder.of(environment, System.getProperty("tessera.state"));
    }

    /// This one.
    static Machine current() {
        return current(false);
    }

    /// This one, with what [QuickCode] has found out.
    static Machine current(boolean unanswered) {
        return new Machine(
                System.getenv(),
                Path.of(System.getProperty("user.home", ".")),
                System.getProperty("os.name", ""),
                unanswered);
    }
}
