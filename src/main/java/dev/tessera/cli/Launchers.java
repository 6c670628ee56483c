package dev.tessera.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the command line starts without knowing it.
///
/// @param window the desktop window
/// @param pick the search for one code
/// @param demo the demo login side
/// @param trial both together, to try them out
public record Launchers(Window window, Pick pick, Demo demo, Trial trial) {

    /// Opens the window and stays until it is closed; or hands over to the window of that vault, if there is one.
    @FunctionalInterface
    public interface Window {
        /// @return the exit code
        /// @throws IOException if there is no display or a library is missing, in sentences for a person
        int open(WindowRequest request) throws IOException;
    }

    /// Shows the search for one code, and stays until it is left, or the code was cleared from the clipboard.
    @FunctionalInterface
    public interface Pick {
        /// @param vault which somebody has open, or nobody
        /// @return the exit code
        /// @throws IOException if there is no display or a library is missing, in sentences for a person
        int open(Path vault) throws IOException;
    }

    /// Starts the demo login side, tells its addresses, and stays until it is ended.
    @FunctionalInterface
    public interface Demo {
        /// @return the exit code
        /// @throws IOException if it cannot start, in sentences for a person
        int start(DemoRequest request, Terminal terminal) throws IOException;
    }

    /// Opens window and demo login side beside each other, or walks through both where there is no display.
    @FunctionalInterface
    public interface Trial {
        /// @param pictures where a walk leaves pictures of its steps; empty for none
        /// @return the exit code
        /// @throws IOException if a library is missing or a step fails, in sentences for a person
        int start(Optional<Path> pictures, Terminal terminal) throws IOException;
    }

    /// What the person asked of the window.
    ///
    /// @param vault the file to begin with, which need not exist
    /// @param links `otpauth:` and `otpauth-migration:` links to preview; secrets, mostly none
    /// @param hidden whether no window is to be seen at first
    public record WindowRequest(Path vault, List<String> links, boolean hidden) {
        public WindowRequest {
            links = List.copyOf(links);
        }

        /// Hides the links.
        @Override
        public String toString() {
            return "WindowRequest[" + vault + ", " + links.size() + " links hidden, hidden=" + hidden + "]";
        }
    }

    /// What the person asked of the demo login side.
    ///
    /// @param port 0 to 65,535; 0 takes any free one
    /// @param data the folder that keeps its data; empty for a temporary one
    /// @param database where the database is; empty for one in the folder
    /// @param issuer the name in its QR codes; empty for the usual one
    /// @param reach beyond this computer
    /// @param manner what it does once it has started
    public record DemoRequest(
            int port,
            Optional<Path> data,
            Optional<DemoDatabase> database,
            Optional<String> issuer,
            DemoReach reach,
            DemoManner manner) {}

    /// A database that several demo login sides may share.
    ///
    /// @param url which may hold a password
    /// @param passwordFile the file whose first line is the password; empty where it comes from elsewhere
    public record DemoDatabase(String url, Optional<Path> passwordFile) {
        /// Hides the address.
        @Override
        public String toString() {
            return "DemoDatabase[hidden]";
        }
    }

    /// How the demo login side is reached by others, and how its mail reaches them.
    ///
    /// @param listen the address that it listens on; empty for 127.0.0.1
    /// @param hosts the names that it answers to, the first in its links
    /// @param keystore for TLS
    /// @param keystorePassword the file whose first line is the keystore's password
    /// @param smtp the mail server as `host:port`
    /// @param sharesPort whether others of the same user may listen on the port as well
    public record DemoReach(
            Optional<String> listen,
            List<String> hosts,
            Optional<Path> keystore,
            Optional<Path> keystorePassword,
            Optional<String> smtp,
            boolean sharesPort) {
        public DemoReach {
            hosts = List.copyOf(hosts);
        }

        /// None: this computer alone, with the mail in the outbox.
        public static DemoReach none() {
            return new DemoReach(
                    Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(), false);
        }
    }

    /// What the demo login side does once it has started.
    public enum DemoManner {
        /// Tells its addresses and passwords in sentences, and stays.
        TELL,
        /// Tells them as one JSON object, and stays.
        TELL_JSON,
        /// Walks through itself and ends.
        WALK
    }
}
