/// Keeps other programs of the same user from looking into this process.
///
///     ProcessGuard.close();
package dev.tessera.guard;
