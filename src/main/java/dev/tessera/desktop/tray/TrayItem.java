package dev.tessera.desktop.tray;

/// A line of the icon's menu.
public sealed interface TrayItem {
    /// Something to choose.
    ///
    /// @param chosen called on the toolkit's thread of the menu
    record Choice(String label, Runnable chosen) implements TrayItem {}

    /// A thin line between two groups.
    record Line() implements TrayItem {}
}
