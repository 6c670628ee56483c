package dev.tessera.desktop.add;

import dev.tessera.desktop.control.FilePicker;
import dev.tessera.desktop.control.Pasteboard;

/// Where accounts come from.
public record Sources(Screens screens, FilePicker files, Pasteboard pasteboard) {}
