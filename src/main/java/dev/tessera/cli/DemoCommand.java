package dev.tessera.cli;

import dev.tessera.cli.Launchers.DemoDatabase;
import dev.tessera.cli.Launchers.DemoManner;
import dev.tessera.cli.Launchers.DemoReach;
import dev.tessera.cli.Launchers.DemoRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tessera demo`
@Command(name = "demo", description = "Start the demo login server on this computer, to try Tessera out.")
final class DemoCommand implements Callable<Integer> {
    private static final int MAX_PORT = 65_535;
    private static final int LONGEST_ISSUER = 64;

    private final Surroundings surroundings;

    @Option(names = "--port", paramLabel = "PORT", description = "The port it listens on; otherwise any free port.")
    private int port;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "The folder for its data; otherwise a temporary one, removed at the end.")
    private @Nullable Path data;

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "Keep people and sessions in this PostgreSQL database, such as"
                    + " jdbc:postgresql://127.0.0.1:5432/login; otherwise in the folder. Needs --data.")
    private @Nullable String database;

    @Option(
            names = "--database-password-file",
            paramLabel = "FILE",
            description = "The database's password, on the first line of a file; otherwise from PGPASSWORD or the"
                    + " password file of PostgreSQL. The user is in the URL or in PGUSER.")
    private @Nullable Path databasePassword;

    @Option(names = "--issuer", paramLabel = "NAME", description = "The name in its QR codes; otherwise Pexip Demo.")
    private @Nullable String issuer;

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS",
            description = "The address it listens on; otherwise 127.0.0.1. Any other needs TLS.")
    private @Nullable String listen;

    @Option(
            names = "--host",
            paramLabel = "NAME",
            description = "A host name it answers to; the first is used in its links. Can be given several times.")
    private List<String> hosts = List.of();

    @Option(names = "--tls-keystore", paramLabel = "FILE", description = "Use TLS with this PKCS #12 keystore.")
    private @Nullable Path keystore;

    @Option(
            names = "--tls-password-file",
            paramLabel = "FILE",
            description = "The keystore's password, on the first line of a file.")
    private @Nullable Path keystorePassword;

    @Option(
            names = "--smtp",
            paramLabel = "HOST:PORT",
            description = "Send mail through this server; otherwise it stays in the outbox.")
    private @Nullable String smtp;

    @Option(
            names = "--share-port",
            description = "Let other servers of the same user listen on this port as well; the system distributes the"
                    + " connections over them.")
    private boolean sharePort;

    @Option(
            names = "--headless-walk",
            description = "Go through the whole process by itself, with a reset and a second enrolment, and exit.")
    private boolean headlessWalk;

    @Mixin
    private final JsonOption json = new JsonOption();

    DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Failure, IOException {
        if (port < 0 || port > MAX_PORT) {
            throw new Failure(ExitCode.USAGE, "--port is " + port, "it must be 0 to " + MAX_PORT);
        }
        if (issuer != null && (issuer.isBlank() || issuer.length() > LONGEST_ISSUER || issuer.contains(":"))) {
            throw new Failure(
                    ExitCode.USAGE,
                    "--issuer is not a name for a QR code",
                    "it must be 1 to " + LONGEST_ISSUER + " characters without a colon");
        }
        requirePairs();
        var reach = new DemoReach(
                Optional.ofNullable(listen),
                hosts,
                Optional.ofNullable(keystore),
                Optional.ofNullable(keystorePassword),
                Optional.ofNullable(smtp),
                sharePort);
        if (headlessWalk
                && (port != 0
                        || data != null
                        || database != null
                        || json.isGiven()
                        || !reach.equals(DemoReach.none()))) {
            throw new Failure(ExitCode.USAGE, "--headless-walk must be used alone", "only --issuer can go with it");
        }
        var request = new DemoRequest(
                port,
                Optional.ofNullable(data),
                Optional.ofNullable(database).map(url -> new DemoDatabase(url, Optional.ofNullable(databasePassword))),
                Optional.ofNullable(issuer),
                reach,
                manner());
        return surroundings.launchers().demo().start(request, surroundings.terminal());
    }

    private void requirePairs() throws Failure {
        if ((keystore == null) != (keystorePassword == null)) {
            throw new Failure(
                    ExitCode.USAGE,
                    "--tls-keystore and --tls-password-file belong together",
                    "give both, or neither for a server on this computer only");
        }
        requireDatabase();
        if (sharePort && port == 0) {
            throw new Failure(ExitCode.USAGE, "--share-port needs a port", "give the same --port to each server");
        }
        if (smtp != null && !smtp.matches("[^:\\s]+:[0-9]{1,5}")) {
            throw new Failure(ExitCode.USAGE, "--smtp is not HOST:PORT", "write it like --smtp mail.example.org:25");
        }
    }

    /// The address may hold a password, so no message repeats it.
    private void requireDatabase() throws Failure {
        if (database == null && databasePassword != null) {
            throw new Failure(
                    ExitCode.USAGE, "--database-password-file needs --database", "say which database it is for");
        }
        if (database != null && !database.startsWith("jdbc:postgresql:")) {
            throw new Failure(
                    ExitCode.USAGE,
                    "--database is not a PostgreSQL address",
                    "write it like --database jdbc:postgresql://127.0.0.1:5432/login");
        }
        if (database != null && data == null) {
            throw new Failure(
                    ExitCode.USAGE,
                    "--database needs --data",
                    "the server's key is kept in a folder; servers that share a database need the same key");
        }
    }

    private DemoManner manner() {
        if (headlessWalk) {
            return DemoManner.WALK;
        }
        return json.isGiven() ? DemoManner.TELL_JSON : DemoManner.TELL;
    }
}
