package dev.tessera.presence;

import dev.tessera.bus.Bus;
import dev.tessera.bus.BusException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// The log-in service of systemd, or elogind: it tells when our session is to be locked, when the desktop has locked
/// it, and before the computer sleeps.
///
/// Source: <https://www.freedesktop.org/software/systemd/man/latest/org.freedesktop.login1.html>. It lets a program
/// delay the sleep as well, by a file descriptor, which [Bus] cannot take.
record Logind(Logind.Own own) {
    private static final String NAME = "org.freedesktop.login1";
    private static final String ROOT = "/org/freedesktop/login1";
    private static final String SESSION = "org.freedesktop.login1.Session";
    private static final String PROPERTIES = "org.freedesktop.DBus.Properties";
    private static final Bus.At MANAGER = new Bus.At(NAME, ROOT, "org.freedesktop.login1.Manager");

    /// The session of the caller, or the one that its user sees, where the caller belongs to none.
    private static final Bus.At AUTO = new Bus.At(NAME, ROOT + "/session/auto", PROPERTIES);

    /// How logind finds our session.
    ///
    /// @param pid of this process
    /// @param sessionId as `XDG_SESSION_ID` gives it
    record Own(long pid, Optional<String> sessionId) {}

    void listen(Bus bus, Presence.Listener listener) throws BusException {
        bus.listen(MANAGER, "PrepareForSleep", values -> {
            if (values.length > 0 && Boolean.TRUE.equals(values[0])) {
                listener.aboutToSleep();
            }
        });
        var path = session(bus);
        if (path.isPresent()) {
            bus.listen(new Bus.At(NAME, path.get(), SESSION), "Lock", _ -> listener.sessionLocked());
            bus.listen(new Bus.At(NAME, path.get(), PROPERTIES), "PropertiesChanged", values -> {
                if (isLocked(values)) {
                    listener.sessionLocked();
                }
            });
        }
    }

    private static boolean isLocked(Object... values) {
        return values.length > 1
                && SESSION.equals(values[0])
                && values[1] instanceof Map<?, ?> changed
                && Boolean.TRUE.equals(changed.get("LockedHint"));
    }

    /// The path of our session. A program that the service manager of the user has started belongs to no session; then
    /// the environment tells, unless it is left over from an earlier session.
    private Optional<String> session(Bus bus) {
        return path(bus, "GetSessionByPID", "u", own.pid())
                .or(() -> own.sessionId().flatMap(id -> path(bus, "GetSession", "s", id)))
                .or(() ->
                        answer(bus, AUTO, "Get", "ss", SESSION, "Id").flatMap(id -> path(bus, "GetSession", "s", id)));
    }

    private static Optional<String> path(Bus bus, String member, String signature, Object argument) {
        return answer(bus, MANAGER, member, signature, argument);
    }

    private static Optional<String> answer(Bus bus, Bus.At at, String member, String signature, Object... arguments) {
        try {
            return Arrays.stream(bus.call(at, member, signature, arguments))
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .findFirst();
        } catch (BusException _) {
            return Optional.empty(); // there is no such session; there may be another way to find it
        }
    }
}
