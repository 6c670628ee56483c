/// The vault itself, in the window: its earlier states, its copies, and its recovery key.
package dev.tessera.desktop.vault;
