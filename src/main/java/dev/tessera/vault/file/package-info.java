/// The vault file: sealed, opened, saved so that no crash and no second process can lose an account.
/// The format is told field by field in docs/vault-format.md.
///
///     try (var file = VaultFile.open(path, passphrase)) {
///         file.save(vault -> vault.with(Entry.create(account, now)));
///     }
package dev.tessera.vault.file;
