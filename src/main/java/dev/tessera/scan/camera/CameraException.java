package dev.tessera.scan.camera;

import java.io.IOException;

/// A camera gives no pictures. The message says why and what to do next, for a person, and holds no password.
public final class CameraException extends IOException {
    private static final long serialVersionUID = 1;

    private final Fault fault;

    CameraException(Fault fault, String message) {
        super(message);
        this.fault = fault;
    }

    CameraException(Fault fault, String message, Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    /// What is wrong, for those who act on it.
    public enum Fault {
        /// There is no camera at all.
        NONE,
        /// There is none of that name.
        UNKNOWN,
        /// Another program has it.
        BUSY,
        /// The system does not let us.
        FORBIDDEN,
        /// It was there and is gone.
        UNPLUGGED,
        /// It is there and sends nothing.
        SILENT,
        /// The address is none of a camera.
        NO_CAMERA
    }

    public Fault fault() {
        return fault;
    }
}
