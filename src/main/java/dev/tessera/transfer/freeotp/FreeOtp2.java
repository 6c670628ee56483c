package dev.tessera.transfer.freeotp;

import dev.tessera.crypto.Passphrase;
import dev.tessera.transfer.Draft;
import dev.tessera.transfer.Fields;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Match;
import dev.tessera.transfer.SealedImporter;
import dev.tessera.transfer.UnusableEntryException;
import java.util.Arrays;
import java.util.SequencedMap;

/// FreeOTP 2: `externalBackup.xml`, which is no XML but a map that Java serialised. Names and numbers are
/// plain, secrets are sealed under a master key, and that under the passphrase of the backup.
public final class FreeOtp2 implements SealedImporter {
    private static final String MASTER_KEY = "masterKey";
    private static final String TOKEN = "-token";

    @Override
    public String id() {
        return "freeotp_v2";
    }

    @Override
    public String name() {
        return "FreeOTP 2";
    }

    @Override
    public Match match(ImportFile file) {
        return Match.when(file.startsWith(SerializedMap.mark()));
    }

    @Override
    public Import open(ImportFile file, Passphrase passphrase) throws ImportException {
        byte[] bytes = file.bytes(0, file.length());
        var map = SerializedMap.read(bytes);
        Arrays.fill(bytes, (byte) 0);
        try (var keys = FreeOtp2Keys.open(map.getOrDefault(MASTER_KEY, ""), passphrase)) {
            return tokens(map, keys);
        }
    }

    /// A token has two entries, its sealed secret under its id and the rest of it under the id with an ending.
    /// Either may be missing.
    private Import tokens(SequencedMap<String, String> map, FreeOtp2Keys keys) throws ImportException {
        var findings = new Findings(id());
        for (var entry : map.entrySet()) {
            var id = entry.getKey();
            if (map.containsKey(id + TOKEN)) {
                findings.add(draft -> token(draft, map.getOrDefault(id + TOKEN, ""), entry.getValue(), keys));
            } else if (!id.equals(MASTER_KEY) && !id.endsWith(TOKEN)) {
                findings.reject("a secret without a name", "the backup is incomplete: its names are missing");
            }
        }
        for (var entry : map.entrySet()) {
            var name = entry.getKey();
            if (name.endsWith(TOKEN) && !map.containsKey(name.substring(0, name.length() - TOKEN.length()))) {
                findings.add(draft -> token(draft, entry.getValue(), "", keys));
            }
        }
        return findings.toImport();
    }

    private static void token(Draft draft, String json, String sealed, FreeOtp2Keys keys)
            throws UnusableEntryException {
        try {
            FreeOtpToken.names(draft, Fields.inText(json));
        } catch (ImportException _) {
            throw new UnusableEntryException("its names and numbers are damaged");
        }
        draft.secret(keys.secret(sealed));
    }
}
