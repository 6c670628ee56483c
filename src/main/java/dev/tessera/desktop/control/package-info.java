/// What every screen shares: texts, look, controls of our own, the one ticker, and the seams to threads and clipboard.
///
///     var ring = new CountdownRing();
///     ring.show(new Countdown(22, 30, 5));
package dev.tessera.desktop.control;
