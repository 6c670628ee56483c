/// The main job as one walk: the demo login side shows a QR code, the window reads it off the screen, and its
/// code logs in. With a desktop a person walks; without one it walks by itself. [InstalledDemo] is what
/// the command line finds of all this.
package dev.tessera.walk;
