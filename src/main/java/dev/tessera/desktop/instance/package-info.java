/// One window per vault: a second start hands over to the first one, through a socket that its owner alone can reach.
///
///     var claim = WindowClaim.ofThisMachine(vaultFile, new Call(links, true), call -> show(call));
///     if (claim.isEmpty()) return; // the window is open elsewhere, and has taken the links
package dev.tessera.desktop.instance;
