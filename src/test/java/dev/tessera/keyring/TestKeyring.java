package dev.tessera.keyring;

import dev.tessera.bus.TestBus;
import dev.tessera.scan.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// GNOME's keyring on a message bus of its own, with a home of its own.
public final class TestKeyring implements AutoCloseable {
    private final TestBus bus;
    private final Process keeper;

    private TestKeyring(TestBus bus, Process keeper) {
        this.bus = bus;
        this.keeper = keeper;
    }

    /// Skips the test where it is not installed.
    public static TestKeyring start(Path folder) throws IOException {
        Tools.need("gnome-keyring-daemon", "on Debian apt install gnome-keyring");
        var bus = TestBus.start(folder);
        var keeper = keeper(folder, bus.address()).start();
        try (var passphrase = keeper.getOutputStream()) {
            passphrase.write("of the keyring".getBytes(StandardCharsets.US_ASCII));
        }
        return new TestKeyring(bus, keeper);
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

    /// Waits until it answers.
    public Keyring keyring() throws IOException {
        keeper.inputReader(StandardCharsets.US_ASCII).readLine(); // it says where it is once it is there
        return new SecretService(bus.address());
    }

    /// Ends the keyring, so that nobody answers any more.
    public void endKeeper() {
        keeper.destroy();
        keeper.onExit().join();
    }

    @Override
    public void close() {
        endKeeper();
        bus.close();
    }
}
