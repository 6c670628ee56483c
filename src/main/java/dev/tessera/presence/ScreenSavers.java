package dev.tessera.presence;

import dev.tessera.bus.Bus;
import dev.tessera.bus.BusException;
import java.util.List;

/// What locks the screen on desktops that do not tell logind. Their signals are those of the first of them, GNOME's.
final class ScreenSavers {
    /// Of KDE, GNOME, Cinnamon, MATE and Xfce; the name on the bus is that of the interface, too.
    private static final List<String> NAMES = List.of(
            "org.freedesktop.ScreenSaver",
            "org.gnome.ScreenSaver",
            "org.cinnamon.ScreenSaver",
            "org.mate.ScreenSaver",
            "org.xfce.ScreenSaver");

    private ScreenSavers() {}

    static void listen(Bus bus, Presence.Listener listener) throws BusException {
        for (String name : NAMES) {
            bus.listen(new Bus.At(name, Bus.ANY_PATH, name), "ActiveChanged", values -> {
                if (values.length > 0 && Boolean.TRUE.equals(values[0])) {
                    listener.sessionLocked();
                }
            });
        }
    }
}
