/// Why two devices show different codes.
@NullMarked
package dev.tessera.explain;

import org.jspecify.annotations.NullMarked;
