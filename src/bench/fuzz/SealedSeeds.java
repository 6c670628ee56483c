import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tessera.crypto.Aead;
import dev.tessera.crypto.ForeignArgon2id;
import dev.tessera.crypto.Key;
import dev.tessera.crypto.Passphrase;
import dev.tessera.crypto.Pbkdf2;
import dev.tessera.otp.Account;
import dev.tessera.otp.Credential;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.Secret;
import dev.tessera.transfer.plist.Plists;
import dev.tessera.vault.Entry;
import dev.tessera.vault.Vault;
import dev.tessera.vault.file.KdfCost;
import dev.tessera.vault.file.SealedCopy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Files that do open, of the formats that seal each name by itself or put a seal that everyone can open around
/// another: `SealedSeeds FOLDER`.
public final class SealedSeeds {
    private static final byte[] PASSPHRASE = ImportFuzz.PASSPHRASE.getBytes(UTF_8);
    private static final byte[] IV = new byte[16];

    private SealedSeeds() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        write(folder, "2fast-old", twoFast(0, new Pbkdf2(Pbkdf2.Hash.SHA1, 1_000)));
        write(folder, "2fast-new", twoFast(2, new Pbkdf2(Pbkdf2.Hash.SHA256, 25_000)));
        write(folder, "open-authenticator", openAuthenticator());
        Files.write(folder.resolve("import-tessera"), tessera());
        Files.write(folder.resolve("import-otp-auth"), otpAuth(account()));
        // What is inside, for ImporterFuzz to seal again and again.
        Files.write(folder.resolve("otp-auth-inside"), account());
    }

    private static String twoFast(int version, Pbkdf2 derivation) {
        byte[] key;
        try (var derived = derivation.derive(PASSPHRASE, HexFormat.of().parseHex("0edf23c55df2ef08"))) {
            key = derived.toByteArray();
        }
        return """
                {"Collection":[{"Label":"%s","Issuer":"%s","OTPType":"%s","SecretByteArray":"%s","Notes":"%s","Period":30,
                "TotpSize":6,"HashMode":1,"IsFavourite":true}],"GlobalCategories":[],"IV":"%s","Version":%d}""".formatted(
                base64(cbc(key, "ann".getBytes(UTF_8))),
                base64(cbc(key, "Acme".getBytes(UTF_8))),
                base64(cbc(key, "totp".getBytes(UTF_8))),
                base64(cbc(key, "12345".getBytes(UTF_8))),
                base64(cbc(key, "a note".getBytes(UTF_8))),
                base64(IV),
                version);
    }

    private static String openAuthenticator() {
        byte[] salt = new byte[32];
        try (var key = new ForeignArgon2id(262_144, 3, 8).derive(PASSPHRASE, salt)) {
            return """
                    {"salt":"%s","totps":[{"uuid":"1","secret":%s,"label":%s,"issuer":%s,"encryptionSalt":%s,"algorithm":"sha256",
                    "digits":8,"period":60}]}""".formatted(
                    base64(salt), box(key, "GEZDGNBV"), box(key, "ann"), box(key, "Acme"), Arrays.toString(salt));
        }
    }

    private static byte[] tessera() {
        var random = new SecureRandom();
        try (var passphrase = Passphrase.copyOf(ImportFuzz.PASSPHRASE.toCharArray());
                var secret = Secret.copyOf(PASSPHRASE)) {
            var entry = Entry.create(
                    new Account("Acme", "ann", new Credential(secret, OtpParameters.Totp.standard())), Instant.EPOCH);
            return SealedCopy.seal(Vault.empty().with(entry), passphrase, KdfCost.LEAST, random);
        }
    }

    private static String box(Key key, String plain) {
        byte[] nonce = new byte[12];
        byte[] box = Aead.seal(key, nonce, new byte[0], plain.getBytes(UTF_8));
        return Arrays.toString(ByteBuffer.allocate(12 + box.length).put(nonce).put(box).array());
    }

    private static byte[] account() {
        var account = new Plists.Instance(Map.of(
                "issuer", "Acme", "label", "ann", "secret", "12345".getBytes(UTF_8), "type", 2, "algorithm", 0, "digits", 6, "period", 30));
        return Plists.archive(Map.of(
                "Folders", List.of(new Plists.Instance(Map.of("name", "Work", "accounts", List.of(account))))));
    }

    /// A database of OTP Auth, version 1.0, with this content.
    static byte[] otpAuth(byte[] content) {
        byte[] iv = Arrays.copyOf(hash("SHA-1", IV), 16);
        byte[] box = cbc(hash("SHA-256", "salt-test".getBytes(UTF_8)), iv, content);
        return cbc(
                hash("SHA-256", "Authenticator".getBytes(UTF_8)),
                Plists.archive(Map.of("Version", 1.0, "Salt", "salt", "IV", IV, "WrappedData", box)));
    }

    /// An outer layer of OTP Auth with this content.
    static byte[] otpAuthLayer(byte[] content) {
        return cbc(hash("SHA-256", "Authenticator".getBytes(UTF_8)), content);
    }

    private static byte[] hash(String algorithm, byte[] content) {
        try {
            return MessageDigest.getInstance(algorithm).digest(content);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("each Java has " + algorithm, e);
        }
    }

    private static byte[] cbc(byte[] key, byte[] content) {
        return cbc(key, IV, content);
    }

    private static byte[] cbc(byte[] key, byte[] iv, byte[] content) {
        try {
            var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("each Java has AES", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static void write(Path folder, String name, String content) throws IOException {
        Files.writeString(folder.resolve("import-" + name), content);
    }
}
