/// Small files that are written as a whole.
@NullMarked
package dev.tessera.files;

import org.jspecify.annotations.NullMarked;
