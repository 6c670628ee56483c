/// The vault's content: entries, tags and edits that return a new vault. Nothing here touches a disk.
///
///     Vault changed = vault.with(Entry.create(account, now));
package dev.tessera.vault;
