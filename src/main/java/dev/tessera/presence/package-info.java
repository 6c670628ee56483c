/// Whether somebody may still be in front of this computer: it tells when its session is locked and when it sleeps.
///
///     var presence = Presence.ofThisDesktop();
///     presence.listen(listener); // on a thread that may wait
@NullMarked
package dev.tessera.presence;

import org.jspecify.annotations.NullMarked;
