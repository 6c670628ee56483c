/// A small search over the accounts of a vault that is open elsewhere: a code is copied, and it is gone. It knows
/// names,
/// and one code once it is asked for.
@NullMarked
package dev.tessera.desktop.pick;

import org.jspecify.annotations.NullMarked;
