package dev.tessera.transfer.kdbx;

import dev.tessera.crypto.Argon2.Variant;
import dev.tessera.crypto.Key;
import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.Unsealing;
import dev.tessera.transfer.UnsupportedImportException;
import java.util.HexFormat;

/// How the key that a person has becomes the one of the database.
final class Derivation {
    private static final int SEED_LENGTH = 32;

    private Derivation() {}

    /// The transformed key, 32 bytes.
    static Key derive(KdbxHeader header, Key composite) throws ImportException {
        if (!header.isVersion4()) {
            return aes(header.transformRounds(), header.transformSeed(), composite);
        }
        var parameters = header.kdfParameters();
        return switch (HexFormat.of().formatHex(parameters.bytes("$UUID"))) {
            case "c9d9f39a628a4460bf740d08c18a4fea", "7c02bb8279a74ac0927d114a00648238" ->
                aes(parameters.number("R"), parameters.bytes("S"), composite);
            case "ef636ddf8c29444b91f7a9a403e30a0c" -> argon2(Variant.D, parameters, composite);
            case "9e298b1956db4773b23dfc3ec6f0a1e6" -> argon2(Variant.ID, parameters, composite);
            default ->
                throw new UnsupportedImportException(
                        "This database derives its key in a way that Tessera does not know. In KeePass, choose Argon2"
                                + " or AES-KDF in the database settings and save it.");
        };
    }

    private static Key aes(long rounds, byte[] seed, Key composite) throws ImportException {
        if (seed.length != SEED_LENGTH) {
            throw new DamagedImportException("The database's transform seed has " + seed.length
                    + " bytes; it must have 32. It is damaged. Restore it from a backup.");
        }
        return Unsealing.aesKdf(rounds, composite, seed);
    }

    private static Key argon2(Variant variant, VariantDictionary parameters, Key composite) throws ImportException {
        if (parameters.isFilled("K") || parameters.isFilled("A")) {
            throw new UnsupportedImportException(
                    "This database's key depends on a secret of the program that wrote it. Save it again in KeePass.");
        }
        // A number above 2^63 becomes a small one here: it is bounded as a negative one.
        long memory = parameters.number("M");
        long memoryKib = memory < 0 ? Long.MAX_VALUE : memory / 1024;
        long[] cost = {parameters.number("V"), memoryKib, parameters.number("I"), parameters.number("P")};
        return Unsealing.argon2(variant, cost, composite.toByteArray(), parameters.bytes("S"));
    }
}
