package dev.tessera.transfer.steam;

import dev.tessera.crypto.Passphrase;
import dev.tessera.transfer.CostlyImportException;
import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Fields;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Importer;
import dev.tessera.transfer.Match;
import dev.tessera.transfer.UnsupportedImportException;
import dev.tessera.transfer.UriLines;
import dev.tessera.transfer.WrongImportPassphraseException;
import java.util.Locale;
import java.util.Optional;

/// Steam: one account or a map of them, plain; a maFile, which only its manifest tells how to open; and the manifest
/// itself, which stands for all the maFiles beside it.
public final class Steam implements Importer {

    @Override
    public String id() {
        return "steam";
    }

    @Override
    public String name() {
        return "Steam";
    }

    @Override
    public Match match(ImportFile file) {
        return Match.when(SteamAccounts.isMeant(file.fields())
                || SteamManifest.isMeant(file.fields())
                || (SealedMaFile.isMeant(file) && (isMaFile(file) || isInManifest(file))));
    }

    /// Base64 alone might be anything: here the name of the file tells that the manifest is what is missing.
    private static boolean isMaFile(ImportFile file) {
        return file.fileName().toLowerCase(Locale.ROOT).endsWith(".mafile");
    }

    private static boolean isInManifest(ImportFile file) {
        try {
            var manifest = SteamManifest.beside(file);
            return manifest.isPresent() && manifest.get().entryOf(file).isPresent();
        } catch (ImportException _) {
            return false; // A damaged manifest tells nothing; a file of the right name is told so when it is read.
        }
    }

    @Override
    public boolean isSealed(ImportFile file) {
        if (SteamManifest.isMeant(file.fields())) {
            return new SteamManifest(file.fields()).isSealed();
        }
        return SealedMaFile.isMeant(file) && isInManifest(file);
    }

    @Override
    public Import read(ImportFile file) throws ImportException {
        var findings = new Findings(id());
        if (SealedMaFile.isMeant(file)) {
            throw new UnsupportedImportException(
                    "This maFile is encrypted, and what opens it is in the file manifest.json that was next to it. Put"
                            + " both into one folder and import it again.");
        } else if (SteamManifest.isMeant(file.fields())) {
            readAll(file, Optional.empty(), findings);
        } else {
            SteamAccounts.add(file.fields(), findings);
        }
        return findings.toImport();
    }

    @Override
    public Import open(ImportFile file, Passphrase passphrase) throws ImportException {
        var findings = new Findings(id());
        if (SteamManifest.isMeant(file.fields())) {
            readAll(file, Optional.of(passphrase), findings);
        } else {
            var entry = SteamManifest.beside(file).flatMap(manifest -> manifest.entryOf(file));
            var sealing = SealedMaFile.of(entry.orElseThrow());
            SteamAccounts.add(opened(file, sealing, passphrase), findings);
        }
        return findings.toImport();
    }

    /// A maFile that cannot be read costs no other. Where none opens, the passphrase is wrong.
    private static void readAll(ImportFile file, Optional<Passphrase> passphrase, Findings findings)
            throws ImportException {
        int opened = 0;
        int failed = 0;
        for (Fields entry : new SteamManifest(file.fields()).entries()) {
            var name = entry.text("filename");
            try {
                opened += readOne(file, entry, passphrase, findings) ? 1 : 0;
            } catch (WrongImportPassphraseException _) {
                failed++;
                findings.reject(name, "it does not open with this passphrase, or it is damaged");
            } catch (DamagedImportException | UnsupportedImportException e) {
                findings.reject(name, UriLines.asClause(e.getMessage()));
            }
        }
        if (opened == 0 && failed > 0) {
            throw new WrongImportPassphraseException();
        }
    }

    /// The file that an entry of the manifest names.
    ///
    /// @return whether it was sealed
    private static boolean readOne(ImportFile file, Fields entry, Optional<Passphrase> passphrase, Findings findings)
            throws ImportException {
        var name = entry.text("filename");
        Optional<ImportFile> other;
        try {
            other = file.beside(name);
        } catch (CostlyImportException e) {
            throw new UnsupportedImportException(e.getMessage()); // Too large for one of its kind: it costs no other.
        }
        if (other.isEmpty()) {
            findings.reject(name, "the file is not in the same folder as the manifest");
            return false;
        }
        try (var maFile = other.get()) {
            if (passphrase.isPresent() && SealedMaFile.isMeant(maFile)) {
                SteamAccounts.add(opened(maFile, SealedMaFile.of(entry), passphrase.get()), findings);
                return true;
            }
            if (SteamAccounts.isMeant(maFile.fields())) {
                SteamAccounts.add(maFile.fields(), findings);
            } else {
                findings.reject(name, "it is not a maFile");
            }
            return false;
        }
    }

    /// A wrong passphrase passes as right once in 256 times: then there is no account in what comes out.
    private static Fields opened(ImportFile file, SealedMaFile sealing, Passphrase passphrase) throws ImportException {
        try (var inner = ImportFile.of(sealing.open(file, passphrase))) {
            if (SteamAccounts.isMeant(inner.fields())) {
                return inner.fields();
            }
        } catch (DamagedImportException _) {
            // Begins as JSON by chance.
        }
        throw new WrongImportPassphraseException();
    }
}
