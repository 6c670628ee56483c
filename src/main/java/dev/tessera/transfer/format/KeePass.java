package dev.tessera.transfer.format;

import dev.tessera.crypto.Passphrase;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Importer;
import dev.tessera.transfer.Match;
import dev.tessera.transfer.kdbx.Kdbx;
import dev.tessera.transfer.kdbx.KeePassDatabase;
import dev.tessera.transfer.kdbx.KeePassEntry;
import dev.tessera.transfer.kdbx.KeePassXml;
import dev.tessera.transfer.kdbx.Keys;

/// KeePass and those that share its databases, KeePassXC, KeePassDX, Strongbox, KeeWeb and more: the database itself,
/// its XML, and KeePassXC's CSV.
final class KeePass implements Importer {

    @Override
    public String id() {
        return "keepass";
    }

    @Override
    public String name() {
        return "KeePass";
    }

    @Override
    public Match match(ImportFile file) {
        boolean isText = file.json().isEmpty()
                && file.text()
                        .filter(text -> KeePassXml.isMeant(text) || KeePassCsv.isMeant(text))
                        .isPresent();
        return Match.when(Kdbx.isMeant(file) || isText);
    }

    @Override
    public boolean isSealed(ImportFile file) {
        return Kdbx.isMeant(file);
    }

    @Override
    public Import read(ImportFile file) throws ImportException {
        var text = file.text().orElseThrow();
        var findings = new Findings(id());
        if (KeePassXml.isMeant(text)) {
            add(KeePassXml.read(text), findings);
        } else {
            KeePassCsv.read(text, findings);
        }
        return findings.toImport();
    }

    @Override
    public Import open(ImportFile file, Passphrase passphrase) throws ImportException {
        var findings = new Findings(id());
        try (var keys = Keys.of(passphrase, file)) {
            add(Kdbx.open(file, keys), findings);
        }
        return findings.toImport();
    }

    private static void add(KeePassDatabase database, Findings findings) throws ImportException {
        for (KeePassEntry entry : database.entries()) {
            KeePassOtp.add(entry, findings);
        }
        for (int i = 0; i < database.others(); i++) {
            findings.leaveOut();
        }
        int binned = database.binned().size();
        if (binned > 0) {
            findings.note(
                    binned == 1
                            ? "1 account is in the database's recycle bin and was left out."
                            : binned + " accounts are in the database's recycle bin and were left out.");
        }
    }
}
