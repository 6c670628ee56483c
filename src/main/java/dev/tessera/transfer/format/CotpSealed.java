package dev.tessera.transfer.format;

import dev.tessera.crypto.Key;
import dev.tessera.crypto.Passphrase;
import dev.tessera.crypto.SecretStream;
import dev.tessera.transfer.Encoded;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Unsealing;
import dev.tessera.transfer.WrongImportPassphraseException;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.AEADBadTagException;

/// cotp's database as it lies on the disk: JSON with a box of XChaCha20-Poly1305, or, before that, four pieces of one
/// line with a message of libsodium's `secretstream`. Both keys come from Argon2id.
final class CotpSealed {
    private static final long[] COST = {32_768, 4, 4};

    /// libsodium's costs for interactive use.
    private static final long[] OLD_COST = {65_536, 2, 1};

    private static final int SALT_LENGTH = 16;

    private CotpSealed() {}

    static boolean isMeant(ImportFile file) {
        return file.fields().hasAll("nonce", "salt", "cipher")
                || !oldPieces(file).isEmpty();
    }

    /// The plain JSON.
    static byte[] open(ImportFile file, Passphrase passphrase) throws ImportException {
        var old = oldPieces(file);
        if (!old.isEmpty()) {
            try (var key = Unsealing.argon2id(OLD_COST, passphrase.toUtf8(), old.get(0))) {
                return openOld(key, old);
            }
        }
        var fields = file.fields();
        try (var key = Unsealing.argon2id(COST, passphrase.toUtf8(), Encoded.base64(fields, "salt"))) {
            return Unsealing.xChaCha20(key, Encoded.base64(fields, "nonce"), Encoded.base64(fields, "cipher"));
        }
    }

    private static byte[] openOld(Key key, List<byte[]> pieces) throws WrongImportPassphraseException {
        try {
            return SecretStream.open(key, pieces.get(1), pieces.get(2));
        } catch (AEADBadTagException _) {
            throw new WrongImportPassphraseException();
        }
    }

    /// Salt, header and message; none if the file is no such line.
    private static List<byte[]> oldPieces(ImportFile file) {
        var text = file.text().map(String::strip).orElse("");
        var parts = text.lines().limit(2).count() == 1 ? text.split("\\|", -1) : new String[0];
        var pieces = new ArrayList<byte[]>();
        for (int i = 1; i < parts.length && parts.length == 4; i++) {
            Encoded.base64(parts[i]).ifPresent(pieces::add);
        }
        boolean isWhole = pieces.size() == 3
                && pieces.get(0).length == SALT_LENGTH
                && pieces.get(1).length == SecretStream.HEADER_LENGTH;
        return isWhole ? pieces : List.of();
    }
}
