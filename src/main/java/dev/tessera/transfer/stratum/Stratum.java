package dev.tessera.transfer.stratum;

import dev.tessera.crypto.Passphrase;
import dev.tessera.transfer.AndroidPreferences;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Importer;
import dev.tessera.transfer.Match;
import dev.tessera.transfer.UnsupportedImportException;
import dev.tessera.transfer.sqlite.SqlCipher;
import dev.tessera.transfer.sqlite.SqliteFile;

/// Stratum, formerly Authenticator Pro: its backup, plain or sealed in the old or the new way, its page for a browser,
/// and the database of the app, plain or sealed by SQLCipher.
public final class Stratum implements Importer {
    private static final String TABLE = "authenticator";
    private static final SqlCipher SEALED_DATABASE = SqlCipher.V4;

    /// Names in the app's settings, which hold no accounts.
    private static final String[] SETTINGS = {
        "pref_databasePasswordBackup",
        "pref_autoBackupUri",
        "pref_autoBackupEnabled",
        "pref_showBackupReminders",
        "pref_tapToReveal"
    };

    @Override
    public String id() {
        return "stratum";
    }

    @Override
    public String name() {
        return "Stratum";
    }

    @Override
    public Match match(ImportFile file) {
        if (isDatabase(file)
                || StratumBox.isMeant(file)
                || StratumPage.isMeant(file)
                || AndroidPreferences.isMeant(file, SETTINGS)
                || file.fields().has("Authenticators")) {
            return Match.SURE;
        }
        return SEALED_DATABASE.isPossible(file) ? Match.POSSIBLE : Match.NO;
    }

    private static boolean isDatabase(ImportFile file) {
        return SqliteFile.isOf(file, TABLE, "type", "secret");
    }

    @Override
    public boolean isSealed(ImportFile file) {
        return StratumBox.isMeant(file) || SEALED_DATABASE.isPossible(file);
    }

    @Override
    public Import read(ImportFile file) throws ImportException {
        var findings = new Findings(id());
        if (file.isDatabase()) {
            StratumEntries.read(SqliteFile.open(file), findings);
        } else if (file.json().isPresent()) {
            StratumEntries.read(file.fields(), findings);
        } else if (StratumPage.isMeant(file)) {
            StratumPage.read(file, findings);
        } else {
            throw new UnsupportedImportException(
                    "These are Stratum's settings, which contain no accounts. In Stratum, make a backup, or copy the"
                            + " app's database authenticator.db3.");
        }
        return findings.toImport();
    }

    @Override
    public Import open(ImportFile file, Passphrase passphrase) throws ImportException {
        var findings = new Findings(id());
        if (StratumBox.isMeant(file)) {
            try (var inner = StratumBox.open(file, passphrase)) {
                StratumEntries.read(inner.fields(), findings);
            }
        } else {
            try (var inner = SEALED_DATABASE.open(file, passphrase)) {
                StratumEntries.read(SqliteFile.open(inner), findings);
            }
        }
        return findings.toImport();
    }
}
