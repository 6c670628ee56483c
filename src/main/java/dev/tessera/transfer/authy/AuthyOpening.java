package dev.tessera.transfer.authy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tessera.crypto.Key;
import dev.tessera.crypto.Passphrase;
import dev.tessera.crypto.Pbkdf2;
import dev.tessera.otp.Secret;
import dev.tessera.transfer.CostlyImportException;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.SecretTexts;
import dev.tessera.transfer.Unsealing;
import dev.tessera.transfer.UnusableEntryException;
import dev.tessera.transfer.WrongImportPassphraseException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Opens the accounts of one file with one passphrase. Each has a salt of its own, and a wrong passphrase shows in what
/// comes out, if it shows at all; so it is wrong when nothing opens.
final class AuthyOpening implements AutoCloseable {

    /// Of all accounts together, about a minute and many times what a full list of an app costs.
    private static final long MAX_ITERATIONS = 100_000_000;

    private final Passphrase passphrase;
    private final Map<String, Key> keys = new HashMap<>();
    private long spent;
    private int opened;
    private int failed;

    AuthyOpening(Passphrase passphrase) {
        this.passphrase = passphrase;
    }

    /// Counts what an account will cost.
    ///
    /// @throws CostlyImportException if all of them together cost too much
    void spend(AuthyToken token) throws CostlyImportException {
        spent += token.isSealed() ? token.iterations().orElse(0) : 0;
        if (spent > MAX_ITERATIONS) {
            throw new CostlyImportException(
                    "Opening all accounts in this file takes more work than any Authy list does. The file is damaged,"
                            + " or it may be malicious.");
        }
    }

    AuthyToken.SecretSource secret(AuthyToken token) {
        return () -> {
            byte[] box = token.box();
            byte[] iv = token.iv();
            try {
                var secret = opened(key(token), iv, box);
                opened++;
                return secret;
            } catch (WrongImportPassphraseException _) {
                failed++;
                throw new UnusableEntryException("it does not open with this passphrase, or it is damaged");
            } catch (ImportException e) {
                throw new UnusableEntryException(e.getMessage());
            }
        };
    }

    /// @throws WrongImportPassphraseException if there were some to open and none did
    void requireOneOpened() throws WrongImportPassphraseException {
        if (opened == 0 && failed > 0) {
            throw new WrongImportPassphraseException();
        }
    }

    private static Secret opened(Key key, byte[] iv, byte[] box) throws ImportException {
        byte[] base32 = Unsealing.cbc(key, iv, box);
        try {
            return SecretTexts.base32(new String(base32, StandardCharsets.ISO_8859_1));
        } catch (UnusableEntryException _) {
            throw new WrongImportPassphraseException(); // The padding was right by chance.
        } finally {
            Arrays.fill(base32, (byte) 0);
        }
    }

    private Key key(AuthyToken token) throws UnusableEntryException, ImportException {
        long iterations = token.iterations()
                .orElseThrow(() -> new UnusableEntryException(
                        "key_derivation_iterations is out of range; it must be 1 to 10000000"));
        var salt = token.salt();
        var name = iterations + ":" + salt;
        var known = keys.get(name);
        if (known != null) {
            return known;
        }
        var key = Unsealing.pbkdf2(Pbkdf2.Hash.SHA1, iterations, passphrase.toUtf8(), salt.getBytes(UTF_8));
        keys.put(name, key);
        return key;
    }

    @Override
    public void close() {
        keys.values().forEach(Key::close);
    }
}
