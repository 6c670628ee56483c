package dev.tessera.desktop;

import com.sun.glass.ui.Application;

/// What the desktop knows our windows by: the name of the menu entry, so that it shows them under that, with its icon.
/// JavaFX names windows after the `Application` that was launched, and where none was, as here, `java`.
///
/// It reaches into JavaFX as [RestingTimer] does.
final class WindowClass {
    /// As `StartupWMClass` of the menu entry.
    static final String NAME = "dev.tessera.Tessera";

    private WindowClass() {}

    /// On the toolkit's thread, before the first window is made.
    static void set() {
        Application.GetApplication().setName(NAME);
    }
}
