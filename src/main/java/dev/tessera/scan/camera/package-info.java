/// Cameras of this computer and of the network: their names, their pictures, what is wrong with them, and the
/// search for QR codes in what they show. A camera is on from [Camera#open()] to [CameraStream#close()] and at no
/// other time.
@org.jspecify.annotations.NullMarked
package dev.tessera.scan.camera;
