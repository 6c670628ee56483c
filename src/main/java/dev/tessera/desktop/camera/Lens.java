package dev.tessera.desktop.camera;

import dev.tessera.scan.camera.CameraException;

/// How it is with the camera.
public sealed interface Lens {
    /// It is off.
    record Off() implements Lens {}

    /// It was switched on and has sent no picture yet.
    record Starting() implements Lens {}

    /// Its pictures come.
    record Seeing() implements Lens {}

    /// It does not work.
    ///
    /// @param fault what is wrong
    /// @param message the same for a person, with the next step
    record Failed(CameraException.Fault fault, String message) implements Lens {}
}
