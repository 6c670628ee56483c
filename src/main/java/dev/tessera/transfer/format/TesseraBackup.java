package dev.tessera.transfer.format;

import dev.tessera.crypto.Passphrase;
import dev.tessera.transfer.CostlyImportException;
import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Match;
import dev.tessera.transfer.SealedImporter;
import dev.tessera.transfer.UnsupportedImportException;
import dev.tessera.transfer.WrongImportPassphraseException;
import dev.tessera.vault.Entry;
import dev.tessera.vault.Tag;
import dev.tessera.vault.Vault;
import dev.tessera.vault.file.CorruptVaultException;
import dev.tessera.vault.file.InsufficientMemoryException;
import dev.tessera.vault.file.NotSavedException;
import dev.tessera.vault.file.NotThisVaultException;
import dev.tessera.vault.file.ReadOnlyVaultException;
import dev.tessera.vault.file.SealedCopy;
import dev.tessera.vault.file.UnsupportedVaultVersionException;
import dev.tessera.vault.file.VaultException;
import dev.tessera.vault.file.WrongPassphraseException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

/// A vault of our own, such as a sealed backup or that of another computer: its accounts come over as those of any
/// other program do.
final class TesseraBackup implements SealedImporter {
    private static final int MARK_LENGTH = 8;

    @Override
    public String id() {
        return "tessera";
    }

    @Override
    public String name() {
        return "Tessera";
    }

    @Override
    public Match match(ImportFile file) {
        return Match.when(file.length() > MARK_LENGTH && SealedCopy.isMeant(file.bytes(0, MARK_LENGTH)));
    }

    @Override
    public Import open(ImportFile file, Passphrase passphrase) throws ImportException {
        byte[] bytes = file.bytes(0, file.length());
        try (var ours = normalised(passphrase)) {
            return content(SealedCopy.open(bytes, ours));
        } catch (VaultException e) {
            throw explained(e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /// Other programs' passphrases are taken as they are typed, those of our vaults in one form.
    private static Passphrase normalised(Passphrase typed) {
        byte[] utf8 = typed.toUtf8();
        CharBuffer characters = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(utf8));
        char[] exact = new char[characters.remaining()];
        characters.get(exact);
        try {
            return Passphrase.copyOf(exact);
        } finally {
            Arrays.fill(utf8, (byte) 0);
            Arrays.fill(characters.array(), '\0');
            Arrays.fill(exact, '\0');
        }
    }

    private static ImportException explained(VaultException e) {
        return switch (e) {
            case WrongPassphraseException _ ->
                new WrongImportPassphraseException(
                        "If it is a backup of a vault, the vault's recovery key opens it, too.");
            case UnsupportedVaultVersionException _ -> new UnsupportedImportException(e.getMessage());
            case InsufficientMemoryException _ -> new CostlyImportException(e.getMessage());
            case CorruptVaultException _ ->
                new DamagedImportException(
                        "This vault file is damaged or was not copied completely. Copy it again, or use another"
                                + " backup.");
            case NotSavedException _, NotThisVaultException _, ReadOnlyVaultException _ ->
                throw new AssertionError("opening saves nothing and compares nothing", e);
        };
    }

    private Import content(Vault vault) throws ImportException {
        var findings = new Findings(id());
        for (var entry : vault.entries()) {
            findings.add(draft -> {
                draft.account(entry.account())
                        .note(entry.details().note())
                        .pinned(entry.details().pinned())
                        .binned(entry.isBinned());
                tagsOf(entry, vault).forEach(draft::tag);
            });
        }
        for (var aside : vault.setAside()) {
            findings.reject("", "a later version of Tessera wrote it; open the backup with that version");
            aside.close();
        }
        return findings.toImport();
    }

    private static Stream<String> tagsOf(Entry entry, Vault vault) {
        return vault.tags().stream()
                .filter(tag -> entry.details().tags().contains(tag.id()))
                .map(Tag::name);
    }
}
