package dev.tessera.desktop.tray;

import static dev.tessera.desktop.control.Messages.text;

import java.awt.AWTError;
import java.awt.AWTException;
import java.awt.EventQueue;
import java.awt.HeadlessException;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.awt.SystemTray;
import java.awt.Toolkit;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Our icon in the tray. The first use loads AWT, so use it only when a person wants an icon, and not on the window's
/// thread; it needs no time of its own between two clicks.
public final class TrayIcon implements AutoCloseable {
    private static final List<Integer> SIZES = List.of(16, 32, 48, 64, 128, 256);

    private final SystemTray tray;
    private final java.awt.TrayIcon icon;
    private final PopupMenu menu;

    private TrayIcon(SystemTray tray, java.awt.TrayIcon icon, PopupMenu menu) {
        this.tray = tray;
        this.icon = icon;
        this.menu = menu;
    }

    /// Whether the desktop has a tray. GNOME has none of itself.
    public static boolean isSupported() {
        try {
            return SystemTray.isSupported();
        } catch (HeadlessException | AWTError | LinkageError _) {
            return false; // no display, or a Java without AWT's libraries
        }
    }

    /// Puts the icon into the tray.
    ///
    /// @param opened what a click on it does; called on AWT's thread
    /// @return empty where there is no tray
    public static Optional<TrayIcon> add(Runnable opened) {
        if (!isSupported()) {
            return Optional.empty();
        }
        var tray = SystemTray.getSystemTray();
        var menu = new PopupMenu();
        var icon = new java.awt.TrayIcon(picture(tray.getTrayIconSize().height), text("window.title"), menu);
        icon.setImageAutoSize(true);
        icon.addActionListener(_ -> opened.run());
        icon.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent event) {
                if (event.getButton() == MouseEvent.BUTTON1) {
                    opened.run();
                }
            }
        });
        try {
            tray.add(icon);
            return Optional.of(new TrayIcon(tray, icon, menu));
        } catch (AWTException _) {
            return Optional.empty(); // the tray went away meanwhile
        }
    }

    /// Whether it is there: it goes when the desktop's panel ends.
    public boolean isThere() {
        // AWT keeps the icon in its list when the tray goes.
        return isSupported() && Arrays.asList(tray.getTrayIcons()).contains(icon);
    }

    /// Replaces the lines of its menu.
    public void show(List<TrayItem> items) {
        EventQueue.invokeLater(() -> {
            menu.removeAll();
            items.forEach(this::append);
        });
    }

    private void append(TrayItem item) {
        switch (item) {
            case TrayItem.Line _ -> menu.addSeparator();
            case TrayItem.Choice(var label, var chosen) -> {
                var line = new MenuItem(label);
                line.addActionListener(_ -> chosen.run());
                menu.add(line);
            }
        }
    }

    /// Takes it out of the tray, with all its lines.
    @Override
    public void close() {
        EventQueue.invokeLater(() -> {
            tray.remove(icon);
            menu.removeAll();
        });
    }

    private static java.awt.Image picture(int height) {
        int size = SIZES.stream()
                .filter(candidate -> candidate >= height)
                .findFirst()
                .orElse(SIZES.getLast());
        var file = TrayIcon.class.getResource("/dev/tessera/desktop/icons/tessera-" + size + ".png");
        return Toolkit.getDefaultToolkit().createImage(Objects.requireNonNull(file, "the icon is part of the product"));
    }
}
