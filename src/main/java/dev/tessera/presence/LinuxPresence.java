package dev.tessera.presence;

import dev.tessera.bus.Bus;
import dev.tessera.bus.BusException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What a Linux desktop tells: logind on the bus of the system, screen savers on that of the session.
final class LinuxPresence implements Presence {
    /// Where the specification of D-Bus has it.
    private static final String SYSTEM_BUS = "unix:path=/var/run/dbus/system_bus_socket";

    private final List<Line> lines;
    private boolean closed;

    /// @param systemBus the address, as `DBUS_SYSTEM_BUS_ADDRESS` gives it
    /// @param sessionBus the address, as `DBUS_SESSION_BUS_ADDRESS` gives it; without it, no screen saver is heard
    /// @param own which session is ours
    LinuxPresence(String systemBus, Optional<String> sessionBus, Logind.Own own) {
        var logind = new Line(systemBus, new Logind(own)::listen);
        lines = sessionBus
                .map(address -> List.of(logind, new Line(address, ScreenSavers::listen)))
                .orElseGet(() -> List.of(logind));
    }

    static Presence ofThisSession() {
        var own = new Logind.Own(ProcessHandle.current().pid(), Optional.ofNullable(System.getenv("XDG_SESSION_ID")));
        return new LinuxPresence(
                Objects.requireNonNullElse(System.getenv("DBUS_SYSTEM_BUS_ADDRESS"), SYSTEM_BUS),
                Optional.ofNullable(System.getenv("DBUS_SESSION_BUS_ADDRESS")),
                own);
    }

    @Override
    public synchronized void listen(Listener listener) {
        if (!closed) {
            lines.forEach(line -> line.open(listener));
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        lines.forEach(Line::close);
    }

    private interface Source {
        void listen(Bus bus, Listener listener) throws BusException;
    }

    /// One bus, and who speaks on it.
    private static final class Line {
        private final String address;
        private final Source source;
        private Optional<Bus> open = Optional.empty();

        Line(String address, Source source) {
            this.address = address;
            this.source = source;
        }

        void open(Listener listener) {
            if (open.filter(Bus::isOpen).isPresent()) {
                return;
            }
            close();
            try {
                var bus = Bus.at(address, "The computer");
                open = Optional.of(bus);
                source.listen(bus, listener);
            } catch (BusException _) {
                // Harmless: there are computers without this bus, and the window locks for other reasons, too.
                close();
            }
        }

        void close() {
            open.ifPresent(Bus::close);
            open = Optional.empty();
        }
    }
}
