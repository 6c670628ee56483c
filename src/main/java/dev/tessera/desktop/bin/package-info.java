/// The bin: what was removed from the list, and can be put back or removed for good.
@NullMarked
package dev.tessera.desktop.bin;

import org.jspecify.annotations.NullMarked;
