/// The sheet that tells every key of the window.
@NullMarked
package dev.tessera.desktop.keys;

import org.jspecify.annotations.NullMarked;
