package dev.tessera.transfer.export;

import dev.tessera.crypto.Argon2id;
import dev.tessera.crypto.Passphrase;
import dev.tessera.vault.Unknown;
import dev.tessera.vault.Vault;
import dev.tessera.vault.file.KdfCost;
import dev.tessera.vault.file.SealedCopy;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A vault of its own with the same accounts, under another key and another passphrase. It loses nothing.
///
/// @param cost of a guess of the passphrase
record TesseraWriter(Argon2id cost) implements SealedExporter {

    TesseraWriter() {
        this(KdfCost.LEAST_FOR_NEW);
    }

    @Override
    public String id() {
        return "tessera";
    }

    @Override
    public String name() {
        return "Tessera, as an encrypted backup";
    }

    @Override
    public String extension() {
        return "tessera";
    }

    @Override
    public boolean isText() {
        return false;
    }

    /// As for every vault of ours.
    @Override
    public Passphrase passphrase(char[] typed) {
        return Passphrase.copyOf(typed);
    }

    @Override
    public boolean holdsSetAside() {
        return true;
    }

    @Override
    public Set<Loss> losses(ExportEntry entry) {
        return EnumSet.noneOf(Loss.class);
    }

    @Override
    public byte[] seal(ExportContent content, Passphrase passphrase) {
        return SealedCopy.seal(copied(content), passphrase, cost, content.random());
    }

    /// With the whole list, settings come along, and what a later release wrote; with a part of it, the tags of that
    /// part alone.
    private static Vault copied(ExportContent content) {
        var entries = content.entries().stream().map(ExportEntry::entry).toList();
        var vault = content.vault();
        return new HashSet<>(entries).containsAll(vault.listed())
                ? new Vault(entries, vault.tags(), List.of(), vault.settings(), vault.unknown())
                : new Vault(entries, content.tags(), List.of(), Map.of(), Unknown.none());
    }
}
