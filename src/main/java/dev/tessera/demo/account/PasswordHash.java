package dev.tessera.demo.account;

import dev.tessera.crypto.Argon2id;
import dev.tessera.crypto.Passphrase;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

/// A password's Argon2id hash in the PHC string form `$argon2id$v=19$m=…,t=…,p=…$salt$hash`: it carries its own
/// cost, so that the cost can be raised while old hashes still verify.
final class PasswordHash {
    private static final int SALT_LENGTH = 16;
    private static final int HASH_LENGTH = 32;
    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d)\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    private final Argon2id cost;
    private final byte[] salt;
    private final byte[] hash;

    private PasswordHash(Argon2id cost, byte[] salt, byte[] hash) {
        this.cost = cost;
        this.salt = salt;
        this.hash = hash;
    }

    static PasswordHash of(char[] password, Argon2id cost, SecureRandom random) {
        byte[] salt = new byte[SALT_LENGTH];
        random.nextBytes(salt);
        return new PasswordHash(cost, salt, derive(password, cost, salt));
    }

    static PasswordHash parse(String text) throws StoreException {
        var match = FORM.matcher(text);
        if (!match.matches()) {
            throw new StoreException("a stored password hash is in no known form");
        }
        var cost = new Argon2id(number(match.group(1)), number(match.group(2)), number(match.group(3)));
        var decoder = Base64.getDecoder();
        return new PasswordHash(cost, decoder.decode(match.group(4)), decoder.decode(match.group(5)));
    }

    String format() {
        var encoder = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + cost.memoryKib() + ",t=" + cost.iterations() + ",p=" + cost.parallelism() + "$"
                + encoder.encodeToString(salt) + "$" + encoder.encodeToString(hash);
    }

    boolean matches(char[] password) {
        return MessageDigest.isEqual(hash, derive(password, cost, salt));
    }

    @Override
    public String toString() {
        return "PasswordHash[hidden]";
    }

    private static byte[] derive(char[] password, Argon2id cost, byte[] salt) {
        try (var passphrase = Passphrase.copyOf(password)) {
            byte[] utf8 = passphrase.toUtf8();
            try {
                return cost.derive(utf8, salt, HASH_LENGTH);
            } finally {
                Arrays.fill(utf8, (byte) 0);
            }
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
