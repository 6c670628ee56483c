/// Once a month: would you still get in? A rehearsal of the passphrase and of the copy outside of the computer.
package dev.tessera.desktop.rehearsal;
