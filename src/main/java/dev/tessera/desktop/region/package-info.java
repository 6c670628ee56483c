/// The region picker: a box around a part of a screen.
package dev.tessera.desktop.region;
