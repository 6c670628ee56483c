package dev.tessera.presence;

import dev.tessera.bus.TestBus;
import dev.tessera.bus.TestService;
import dev.tessera.bus.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A computer with both buses, and on them a log-in service that knows one session, and a screen saver.
public final class TestComputer implements AutoCloseable {
    static final String SESSION = "/org/freedesktop/login1/session/_37";

    private static final String ID = "7";
    private static final String SESSION_TYPE = "org.freedesktop.login1.Session";

    /// How the log-in service finds the session: set before it is asked.
    volatile boolean knowsPid = true;

    volatile boolean knowsAuto;

    private final Path folder;
    private TestBus system;
    private TestService logind;
    private final TestBus session;
    private final TestService saver;

    private TestComputer(Path folder) throws IOException {
        this.folder = folder;
        system = TestBus.start(systemFolder(folder));
        logind = logind();
        session = TestBus.start(Files.createDirectories(folder.resolve("session")));
        saver = TestService.start(session.address());
    }

    /// Skips the test where there is no bus.
    public static TestComputer start(Path folder) throws IOException {
        return new TestComputer(folder.toRealPath());
    }

    private static Path systemFolder(Path folder) throws IOException {
        return Files.createDirectories(folder.resolve("system"));
    }

    /// As a program sees it that runs here.
    public Presence presence() {
        return presence(Optional.empty());
    }

    Presence presence(Optional<String> sessionId) {
        return new LinuxPresence(
                system.address(),
                Optional.of(session.address()),
                new Logind.Own(ProcessHandle.current().pid(), sessionId));
    }

    String systemBus() {
        return system.address();
    }

    String id() {
        return ID;
    }

    TestService saver() {
        return saver;
    }

    TestService logindService() {
        return logind;
    }

    private TestService logind() throws IOException {
        var service = TestService.start(system.address(), this::answer);
        service.take("org.freedesktop.login1");
        return service;
    }

    private Optional<Typed> answer(TestService.Call call) {
        return switch (call.member()) {
            case "GetSessionByPID" ->
                found(knowsPid
                        && ((Number) call.arguments().getFirst()).longValue()
                                == ProcessHandle.current().pid());
            case "GetSession" -> found(call.arguments().getFirst().equals(ID));
            case "Get" ->
                knowsAuto
                                && call.path().endsWith("/session/auto")
                                && call.arguments().equals(List.of(SESSION_TYPE, "Id"))
                        ? Optional.of(new Typed("v", new Typed("s", ID)))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Typed> found(boolean known) {
        return known ? Optional.of(new Typed("o", SESSION)) : Optional.empty();
    }

    /// As `loginctl lock-session` does.
    public void lock() throws IOException {
        lock(logind, SESSION);
    }

    static void lock(TestService sender, String path) throws IOException {
        sender.signal(path, SESSION_TYPE, "Lock", "");
    }

    /// As a desktop does that has locked its screen, or opened it.
    void hint(String path, String property, boolean value) throws IOException {
        logind.signal(
                path,
                "org.freedesktop.DBus.Properties",
                "PropertiesChanged",
                "sa{sv}as",
                SESSION_TYPE,
                Map.of(property, new Typed("b", value)),
                List.of());
    }

    /// Before it sleeps, or after.
    public void sleep(boolean before) throws IOException {
        logind.signal("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", "b", before);
    }

    void endSystemBus() throws IOException {
        logind.close();
        system.close();
    }

    /// Ends it first, if it runs.
    public void startSystemBusAnew() throws IOException {
        endSystemBus();
        system = TestBus.start(systemFolder(folder));
        logind = logind();
    }

    /// Whether anybody but the log-in service is on the bus of the system.
    public boolean isListenedTo() throws IOException {
        var names = (List<?>) logind.callBus("ListNames", "")[0];
        return names.stream().filter(name -> name.toString().startsWith(":")).count() > 1;
    }

    @Override
    public void close() throws IOException {
        saver.close();
        session.close();
        endSystemBus();
    }
}
