package dev.tessera.clock;

import dev.tessera.scan.Tools;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Chrony as a time server on loopback, which tells the time of this computer or, under faketime, another one. It sets
/// no clock and needs no rights.
public final class Chrony implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofSeconds(20);

    private final Process process;
    private final TimeServer address;

    private Chrony(Process process, TimeServer address) {
        this.process = process;
        this.address = address;
    }

    public static void need() {
        Tools.need(program().isPresent(), "chronyd", "Debian's package chrony");
        Tools.need("faketime", "Debian's package faketime");
    }

    /// It lies where ordinary persons have no programs on their path.
    private static Optional<Path> program() {
        return Stream.concat(
                        Stream.of(System.getenv("PATH").split(File.pathSeparator)),
                        Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(folder -> Path.of(folder, "chronyd"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// Returns when it answers.
    ///
    /// @param folder an empty one
    public static Chrony start(Path folder) throws IOException {
        return start(folder, List.of());
    }

    /// One that lies.
    ///
    /// @param off as faketime takes it, such as `+1h`
    public static Chrony lying(Path folder, String off) throws IOException {
        return start(folder, List.of("faketime", "--exclude-monotonic", "-f", off));
    }

    private static Chrony start(Path folder, List<String> under) throws IOException {
        Files.createDirectories(folder);
        int port;
        try (var free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        var settings = Files.writeString(folder.resolve("chrony.conf"), """
                local stratum 8
                port %d
                bindaddress 127.0.0.1
                allow 127.0.0.1
                cmdport 0
                bindcmdaddress /
                pidfile %s
                user %s
                """.formatted(
                        port, folder.resolve("pid"), System.getProperty("user.name")));
        var command = new ArrayList<>(under);
        command.addAll(List.of(program().orElseThrow().toString(), "-x", "-n", "-U", "-f", settings.toString()));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("chrony.log").toFile())
                .start();
        var chrony = new Chrony(process, new TimeServer("127.0.0.1", port));
        try {
            chrony.awaitAnswer();
        } catch (IOException e) {
            chrony.close();
            throw new IOException(Files.readString(folder.resolve("chrony.log")), e);
        }
        return chrony;
    }

    /// A port that nobody listens at yet refuses at once, so that tries alone would not be time enough.
    private void awaitAnswer() throws IOException {
        var sntp = new Sntp(LocalClock.of(InstantSource.system()));
        long start = System.nanoTime();
        try {
            do {
                if (sntp.ask(address) instanceof Answer.Told) {
                    return;
                }
            } while (!process.waitFor(20, TimeUnit.MILLISECONDS)
                    && System.nanoTime() - start < LONGEST_START.toNanos());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        throw new IOException("chronyd does not answer");
    }

    public TimeServer address() {
        return address;
    }

    @Override
    public void close() {
        end(process);
    }

    /// Ends a program that may run under faketime, which is the parent of what it runs. Killed, it leaves its shared
    /// memory behind, and refuses to start once it gets the same process id again.
    public static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
        for (var name : new String[] {"faketime_shm_", "sem.faketime_sem_"}) {
            try {
                Files.deleteIfExists(Path.of("/dev/shm", name + process.pid()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
