/// KeePass's databases, KDBX 3.1 and 4, and the XML within them, which KeePass also exports by itself.
///
///     try (var keys = Keys.of(passphrase, file)) {
///         var database = Kdbx.open(file, keys);
///     }
package dev.tessera.transfer.kdbx;
