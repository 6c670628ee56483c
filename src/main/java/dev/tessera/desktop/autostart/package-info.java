/// Start with the computer.
///
///     Autostart.ofThisMachine(vaultFile).ifPresent(autostart -> toggle.setSelected(autostart.isOn()));
package dev.tessera.desktop.autostart;
