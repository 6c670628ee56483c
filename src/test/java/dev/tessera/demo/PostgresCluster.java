package dev.tessera.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tessera.demo.account.PostgresAddress;
import dev.tessera.scan.Tools;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A real PostgreSQL of the tests' own: made in a temporary folder, on the loopback interface, and gone with the
/// process that uses it, also if that is killed.
///
/// It runs as whoever runs the tests; root, as whom it would not start, hands it to the user `postgres`.
final class PostgresCluster implements AutoCloseable {
    /// Ends when its standard input does: then whoever started it is gone.
    private static final String SCRIPT = """
            umask 077
            folder=$(mktemp -d) || exit 1
            read -r password
            printf '%s\\n' "$password" >"$folder/password"
            initdb -D "$folder/data" -U tests --pwfile="$folder/password" --auth=scram-sha-256 -E UTF8 --locale=C \\
                --no-sync >"$folder/log" 2>&1 || { cat "$folder/log"; rm -rf "$folder"; exit 1; }
            postgres -D "$folder/data" -h 127.0.0.1 -p "$1" -k "$folder" -c max_connections=200 -c fsync="$2" \\
                >>"$folder/log" 2>&1 </dev/null &
            server=$!
            trap '' INT TERM
            for _ in $(seq 300); do
                pg_isready -q -h 127.0.0.1 -p "$1" && break
                kill -0 "$server" 2>/dev/null || break
                sleep 0.1
            done
            pg_isready -q -h 127.0.0.1 -p "$1" && echo ready || cat "$folder/log"
            cat >/dev/null
            kill -QUIT "$server"
            wait
            rm -rf "$folder"
            """;

    private static @Nullable PostgresCluster shared;

    private final Process process;
    private final String password;
    private final int port;
    private final AtomicInteger databases = new AtomicInteger();

    private PostgresCluster(Process process, String password, int port) {
        this.process = process;
        this.password = password;
        this.port = port;
    }

    /// The one of this process. Without PostgreSQL the test is skipped, unless `-Dtessera.tools=required`.
    static synchronized PostgresCluster running() throws IOException {
        if (shared == null) {
            shared = start(false);
        }
        return shared;
    }

    /// Another one.
    ///
    /// @param durable whether it waits for the disk, as it does for people
    static PostgresCluster start(boolean durable) throws IOException {
        var programs = programs();
        Tools.need(programs.isPresent(), "PostgreSQL", "Debian: postgresql");
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        var password = HexFormat.of().formatHex(random);
        int port = freePort();
        var command = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.addAll(List.of("sh", "-c", SCRIPT, "cluster", Integer.toString(port), durable ? "on" : "off"));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).directory(new File("/"));
        builder.environment().merge("PATH", programs.orElseThrow().toString(), (path, own) -> own + ":" + path);
        var process = builder.start();
        process.getOutputStream().write((password + "\n").getBytes(UTF_8));
        process.getOutputStream().flush();
        var said = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        var first = said.readLine();
        if (!"ready".equals(first)) {
            process.getOutputStream().close();
            throw new IOException(
                    "PostgreSQL did not start: " + first + said.lines().toList());
        }
        return new PostgresCluster(process, password, port);
    }

    /// A new, empty database.
    PostgresAddress newDatabase() throws IOException {
        return PostgresAddress.parse(newUrl(), Map.of(), Optional.empty());
    }

    /// The same, as the address with its password.
    String newUrl() throws IOException {
        var name = "login" + databases.incrementAndGet();
        try (var connection = DriverManager.getConnection(url("postgres"));
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IOException(e);
        }
        return url(name);
    }

    /// The address without user and password.
    String bareUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    String password() {
        return password;
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=tests&password=" + password;
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().join();
    }

    /// Where `initdb` is: on the path, or where Debian keeps each version.
    private static Optional<Path> programs() throws IOException {
        var debian = Path.of("/usr/lib/postgresql");
        var versions = Files.isDirectory(debian) ? versions(debian) : List.<Path>of();
        var path =
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator)).map(Path::of);
        return Stream.concat(path, versions.stream())
                .filter(folder -> Files.isExecutable(folder.resolve("initdb")))
                .findFirst();
    }

    private static List<Path> versions(Path debian) throws IOException {
        try (var folders = Files.list(debian)) {
            return folders.map(folder -> folder.resolve("bin"))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    /// A port that nobody listens on.
    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
