/// Bringing over the accounts of other programs: the file is read, each account told, then added in one save.
@NullMarked
package dev.tessera.desktop.transfer;

import org.jspecify.annotations.NullMarked;
