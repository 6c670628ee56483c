/// One unlocked vault in use: unlock, edit and save, lock. No toolkit, no terminal, no clock of its own.
///
///     try (var session = VaultSession.unlock(file, passphrase, InstantSource.system())) {
///         session.add(account);
///     }
package dev.tessera.session;
