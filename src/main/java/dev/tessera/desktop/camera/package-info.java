/// The camera panel: which camera is on, what it sees, and what is wrong with it.
package dev.tessera.desktop.camera;
