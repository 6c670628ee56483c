package dev.tessera.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tessera.crypto.Argon2id;
import dev.tessera.demo.account.Accounts;
import dev.tessera.demo.account.PostgresAddress;
import dev.tessera.vault.file.OtherJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A server in a process of its own, whose clock and speed are set from here.
final class OtherServer implements AutoCloseable {
    private static final String OWN = "own";

    private final Process process;
    private final Path folder;
    private final BufferedReader said;
    private final List<String> facts;

    private OtherServer(Process process, Path folder) throws IOException {
        this.process = process;
        this.folder = folder;
        this.said = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        var first = said.readLine();
        if (first == null) {
            throw new IOException("the other server did not start");
        }
        this.facts = List.of(first.split(" "));
    }

    /// The other process: serves until its standard input ends, or it is killed.
    ///
    /// @param arguments data folder, port, address of the database or `own`, clock in milliseconds, and the memory
    /// (KiB) and passes of a password check
    static void main(String[] arguments) throws IOException {
        var clock = new FakeClock();
        clock.set(Instant.ofEpochMilli(Long.parseLong(arguments[3])));
        var network = new Network(
                Integer.parseInt(arguments[1]), "127.0.0.1", List.of(), Optional.empty(), Optional.empty(), true);
        var options = DemoOptions.standard()
                .withNetwork(network)
                .withData(Path.of(arguments[0]))
                .withClock(clock);
        if (!arguments[2].equals(OWN)) {
            options = options.withDatabase(PostgresAddress.parse(arguments[2], Map.of(), Optional.empty()));
        }
        var cost = new Argon2id(Integer.parseInt(arguments[4]), Integer.parseInt(arguments[5]), 1);
        var store = new TamperedStore();
        var out = new PrintStream(System.out, true, UTF_8);
        try (var server = DemoServer.start(options, new Accounts.Setup(cost, 1, clock, new SecureRandom(), store));
                var in = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            out.println(facts(server));
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var words = line.split(" ");
                long number = Long.parseLong(words[1]);
                if (words[0].equals("clock")) {
                    clock.set(Instant.ofEpochMilli(number));
                } else {
                    store.slowDown(number);
                }
                out.println("done");
            }
        }
    }

    /// What is needed to go on: the administrator's and the earlier user's first passwords, where they are new.
    private static String facts(DemoServer server) {
        return server.firstAccounts()
                .map(first -> first.administrator().password() + " "
                        + first.earlierUser().password() + " " + Walk.path(first.invitation()))
                .orElse("none");
    }

    /// One that shares port and database with the server of a data folder, and has a folder of its own with the same
    /// key.
    static OtherServer beside(Path folder, int port, String database) throws IOException {
        var own = Files.createDirectory(folder.resolve("beside"));
        Files.copy(
                folder.resolve("server.key"),
                own.resolve("server.key"),
                java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        return start(own, port, Optional.of(database), FakeClock.START, Walk.CHEAP);
    }

    static OtherServer start(Path folder, int port, Optional<String> database, Instant now, Argon2id cost)
            throws IOException {
        return start(List.of(), folder, port, database, now, cost);
    }

    /// @param options of its virtual machine
    static OtherServer start(
            List<String> options, Path folder, int port, Optional<String> database, Instant now, Argon2id cost)
            throws IOException {
        var process = OtherJvm.startWith(
                options,
                OtherServer.class,
                folder.toString(),
                Integer.toString(port),
                database.orElse(OWN),
                Long.toString(now.toEpochMilli()),
                Integer.toString(cost.memoryKib()),
                Integer.toString(cost.iterations()));
        return new OtherServer(process, folder);
    }

    /// What it said of the first accounts: a password each of the administrator and the earlier user, and the path of
    /// the invitation; or `none`.
    List<String> facts() {
        return facts;
    }

    void setClock(Instant now) {
        tell("clock " + now.toEpochMilli());
    }

    void slowDown(long nanos) {
        tell("slow " + nanos);
    }

    /// The lines of its log of attempts.
    List<String> log() throws IOException {
        var file = folder.resolve("attempts.log");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    /// Ends it without warning.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private void tell(String command) {
        try {
            process.getOutputStream().write((command + "\n").getBytes(UTF_8));
            process.getOutputStream().flush();
            if (said.readLine() == null) {
                throw new IOException("the other server has ended");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException _) {
            // It has ended already.
        }
        process.onExit().join();
    }
}
