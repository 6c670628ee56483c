package dev.tessera.bus;

import dev.tessera.scan.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A message bus of a test's own.
public final class TestBus implements AutoCloseable {
    private final Process daemon;
    private final String address;

    private TestBus(Process daemon, String address) {
        this.daemon = daemon;
        this.address = address;
    }

    /// Skips the test where it is not installed. In the same folder, the address is the same.
    public static TestBus start(Path folder) throws IOException {
        Tools.need("dbus-daemon", "on Debian apt install dbus-daemon");
        var configuration = Files.writeString(folder.resolve("bus.conf"), configuration(folder));
        var daemon = new ProcessBuilder("dbus-daemon", "--nofork", "--print-address", "--config-file=" + configuration)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        @Nullable String told = daemon.inputReader(StandardCharsets.US_ASCII).readLine();
        if (told == null) {
            throw new IOException("the bus does not start");
        }
        return new TestBus(daemon, addressIn(folder));
    }

    /// Where a bus in this folder is found.
    public static String addressIn(Path folder) {
        return "unix:path=" + folder.resolve("bus");
    }

    private static String configuration(Path folder) {
        return """
                <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
                  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
                <busconfig>
                  <type>session</type>
                  <listen>%s</listen>
                  <policy context="default">
                    <allow send_destination="*" eavesdrop="true"/>
                    <allow eavesdrop="true"/>
                    <allow own="*"/>
                  </policy>
                </busconfig>
                """.formatted(addressIn(folder));
    }

    /// As `DBUS_SESSION_BUS_ADDRESS` gives it.
    public String address() {
        return address;
    }

    @Override
    public void close() {
        daemon.destroy();
        daemon.onExit().join();
    }
}
