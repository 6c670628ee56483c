/// Why the code of an account may be refused: its codes beside the present one, how they are made, what is known of the
/// clock, and under what another device comes to the code that it shows.
@NullMarked
package dev.tessera.desktop.explain;

import org.jspecify.annotations.NullMarked;
