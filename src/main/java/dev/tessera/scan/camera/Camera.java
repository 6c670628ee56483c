package dev.tessera.scan.camera;

/// A camera that can be switched on. Nothing is open yet: knowing its name costs nothing and lights no light.
public interface Camera {
    /// As people tell it from others; without the password of an address.
    String name();

    /// Switches it on.
    ///
    /// @throws CameraException if it is gone, in use, forbidden or does not answer
    CameraStream open() throws CameraException;
}
