/// Keys: derived by Argon2id and HKDF, used by AES-256-GCM, wiped after use.
///
///     try (var passphrase = Passphrase.copyOf(characters)) {
///         byte[] key = new Argon2id(65_536, 3, 1).derive(passphrase.toUtf8(), salt, 32);
///     }
package dev.tessera.crypto;
