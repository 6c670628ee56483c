package dev.tessera.desktop;

import dev.tessera.desktop.control.Threads;
import dev.tessera.desktop.tray.TrayIcon;
import dev.tessera.desktop.tray.TrayItem;
import dev.tessera.desktop.tray.TrayMenu;
import dev.tessera.otp.OtpParameters.Hotp;
import dev.tessera.vault.Entry;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// The icon of a window in the tray, while it is switched on; off at first. Use it on the window's thread.
final class WindowTray {
    private final TesseraWindow window;
    private final Threads threads;
    private final TrayMenu menu;
    private Optional<TrayIcon> icon = Optional.empty();
    private boolean wanted;

    /// @param quit ends the program
    WindowTray(TesseraWindow window, Threads threads, Runnable quit) {
        this.window = window;
        this.threads = threads;
        this.menu = new TrayMenu(
                onUi(window::comeToFront), id -> threads.ui().execute(() -> copy(id)), onUi(window::lock), onUi(quit));
        window.onChange(this::refresh);
    }

    /// Whether there is an icon, by which a hidden window can be found again.
    boolean isOn() {
        return icon.map(TrayIcon::isThere).orElse(false);
    }

    /// Puts the icon into the tray. AWT is loaded beside the window's thread.
    ///
    /// @param then is told, on the window's thread, whether there is an icon now
    void switchOn(Consumer<Boolean> then) {
        wanted = true;
        threads.work().execute(() -> {
            var added = TrayIcon.add(onUi(window::comeToFront));
            threads.ui().execute(() -> {
                icon.ifPresent(TrayIcon::close); // switched on twice, or gone with an earlier tray
                icon = added;
                if (!wanted) {
                    switchOff(); // meanwhile
                }
                refresh();
                then.accept(isOn());
            });
        });
    }

    void switchOff() {
        wanted = false;
        icon.ifPresent(TrayIcon::close);
        icon = Optional.empty();
    }

    /// The lines of its menu as they are now.
    List<TrayItem> items() {
        return menu.items(window.open().map(vault -> vault.entries().pinned()));
    }

    private void refresh() {
        icon.ifPresent(shown -> shown.show(items()));
    }

    /// By its id: what the menu was made of may have been locked or changed meanwhile.
    private void copy(UUID id) {
        window.open()
                .ifPresent(vault -> vault.entries().pinned().stream()
                        .filter(entry -> entry.id().equals(id))
                        .findFirst()
                        .ifPresent(entry -> {
                            if (movesCounter(entry)) {
                                window.comeToFront(); // a counter that cannot be saved is told in the window
                            }
                            vault.entries().copy(entry);
                        }));
    }

    private static boolean movesCounter(Entry entry) {
        return entry.account().credential().parameters() instanceof Hotp;
    }

    private Runnable onUi(Runnable task) {
        return () -> threads.ui().execute(task);
    }
}
