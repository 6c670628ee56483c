package dev.tessera.transfer.winauth;

import dev.tessera.transfer.Draft;
import dev.tessera.transfer.Fields;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;

/// What WinAuth keeps of a Steam account beside its secret: JSON as Steam once sent it.
final class WinAuthSteam {
    private WinAuthSteam() {}

    /// Wipes the bytes. No members if it is damaged.
    static Fields json(byte[] bytes) {
        try (var inner = ImportFile.of(bytes)) {
            return inner.fields();
        } catch (ImportException _) {
            return Fields.of(null); // Told by the caller where anything depends on it.
        }
    }

    /// Without the revocation code, nobody can take the authenticator off the account.
    static void note(Draft draft, Fields data) {
        data.find("revocation_code").ifPresent(code -> draft.note("Revocation code: " + code));
    }
}
