package dev.tessera.keyring;

import dev.tessera.scan.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// GNOME's keyring on a message bus of its own, with a home of its own.
public final class TestKeyring implements AutoCloseable {
    private final Process bus;
    private final Process keeper;
    private final String address;

    private TestKeyring(Process bus, Process keeper, String address) {
        this.bus = bus;
        this.keeper = keeper;
        this.address = address;
    }

    /// Skips the test where it is not installed.
    public static TestKeyring start(Path folder) throws IOException {
        Tools.need("dbus-daemon", "on Debian apt install dbus-daemon");
        Tools.need("gnome-keyring-daemon", "on Debian apt install gnome-keyring");
        var configuration = Files.writeString(folder.resolve("bus.conf"), configuration(folder));
        var bus = new ProcessBuilder("dbus-daemon", "--nofork", "--print-address", "--config-file=" + configuration)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var address = bus.inputReader(StandardCharsets.US_ASCII).readLine();
        var keeper = keeper(folder, address).start();
        try (var passphrase = keeper.getOutputStream()) {
            passphrase.write("of the keyring".getBytes(StandardCharsets.US_ASCII));
        }
        return new TestKeyring(bus, keeper, address);
    }

    private static String configuration(Path folder) {
        return """
                <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
                  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
                <busconfig>
                  <type>session</type>
                  <listen>unix:tmpdir=%s</listen>
                  <policy context="default">
                    <allow send_destination="*" eavesdrop="true"/>
                    <allow eavesdrop="true"/>
                    <allow own="*"/>
                  </policy>
                </busconfig>
                """.formatted(folder);
    }

    private static ProcessBuilder keeper(Path folder, String address) {
        var builder = new ProcessBuilder("gnome-keyring-daemon", "--unlock", "--foreground", "--components=secrets")
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        var environment = builder.environment();
        environment.keySet().removeAll(List.of("XDG_DATA_HOME", "DISPLAY", "WAYLAND_DISPLAY"));
        environment.put("HOME", folder.toString());
        environment.put("XDG_RUNTIME_DIR", folder.toString());
        environment.put("DBUS_SESSION_BUS_ADDRESS", address);
        return builder;
    }

    /// As `DBUS_SESSION_BUS_ADDRESS` gives it.
    public String address() {
        return address;
    }

    /// Waits until it answers.
    public Keyring keyring() throws IOException {
        keeper.inputReader(StandardCharsets.US_ASCII).readLine(); // it says where it is once it is there
        return new SecretService(address);
    }

    /// Ends the keyring, so that nobody answers any more.
    public void endKeeper() {
        end(keeper);
    }

    @Override
    public void close() {
        endKeeper();
        end(bus);
    }

    private static void end(Process process) {
        process.destroy();
        process.onExit().join();
    }
}
