/// The window: which screen is shown, keys that work everywhere, drops, locking.
///
///     var window = new TesseraWindow(stage, setup);
///     window.show();
package dev.tessera.desktop;
