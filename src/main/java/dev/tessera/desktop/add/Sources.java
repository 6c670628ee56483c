package dev.tessera.desktop.add;

import dev.tessera.desktop.control.FilePicker;
import dev.tessera.desktop.control.Pasteboard;
import dev.tessera.scan.camera.Cameras;

/// Where accounts come from.
public record Sources(Screens screens, FilePicker files, Pasteboard pasteboard, Cameras cameras) {}
