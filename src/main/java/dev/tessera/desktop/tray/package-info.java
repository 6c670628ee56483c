/// The icon in the tray of the desktop: `TrayMenu` says what its menu holds, `TrayIcon` shows it by AWT, which is not
/// loaded before the first icon is asked for.
package dev.tessera.desktop.tray;
