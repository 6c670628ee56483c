/// The keyring of the desktop: where a second key to the vault may lie, so that this computer opens it by itself.
@NullMarked
package dev.tessera.keyring;

import org.jspecify.annotations.NullMarked;
