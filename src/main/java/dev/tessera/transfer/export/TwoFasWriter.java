package dev.tessera.transfer.export;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tessera.crypto.Aead;
import dev.tessera.crypto.Key;
import dev.tessera.crypto.Passphrase;
import dev.tessera.crypto.Pbkdf2;
import dev.tessera.otp.Base32;
import dev.tessera.otp.OtpParameters;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// 2FAS, schema 4: one group for each account. The names of the groups stay readable in a sealed file, as in its own.
final class TwoFasWriter implements SealableExporter {
    private static final Set<Loss> UNHELD = EnumSet.of(Loss.MORE_TAGS, Loss.NOTE, Loss.PIN, Loss.BIN);
    private static final byte[] NO_DATA = {};
    private static final int ITERATIONS = 10_000; // 2FAS has this one number, and no place in its file for another
    private static final int SALT_LENGTH = 256;
    private static final int SCHEMA = 4;

    /// What 2FAS seals beside the services, to tell by it whether a passphrase is right.
    private static final String REFERENCE = """
            tRViSsLKzd86Hprh4ceC2OP7xazn4rrt4xhfEUbOjxLX8Rc3mkISXE0lWbmnWfgg\
            ogbBJhtYgpK6fMl1D6mtsy92R3HkdGfwuXbzLebqVFJsR7IZ2w58t938iymwG482\
            4igYy1wi6n2WDpO1Q1P69zwJGs2F5a1qP4MyIiDSD7NCV2OvidXQCBnDlGfmz0f1\
            BQySRkkt4ryiJeCjD2o4QsveJ9uDBUn8ELyOrESv5R5DMDkD4iAF8TXU7KyoJujd""";

    @Override
    public String id() {
        return "2fas";
    }

    @Override
    public String name() {
        return "2FAS";
    }

    @Override
    public String extension() {
        return "2fas";
    }

    @Override
    public boolean isText() {
        return true;
    }

    @Override
    public Set<Loss> losses(ExportEntry entry) {
        return entry.losses(
                switch (entry.parameters()) {
                    case OtpParameters.Totp _, OtpParameters.Hotp _, OtpParameters.Steam _ -> entry.lossOfTitle();
                    case OtpParameters.Motp _, OtpParameters.Yandex _ -> Optional.of(Loss.KIND);
                },
                UNHELD);
    }

    @Override
    public byte[] plain(ExportContent content) {
        var file = file(content);
        file.set("services", services(content));
        return ExportJson.bytes(file);
    }

    @Override
    public byte[] seal(ExportContent content, Passphrase passphrase) {
        byte[] services = ExportJson.bytes(services(content));
        byte[] password = passphrase.toUtf8();
        byte[] salt = content.randomBytes(SALT_LENGTH);
        try (var key = new Pbkdf2(Pbkdf2.Hash.SHA256, ITERATIONS).derive(password, salt)) {
            var file = file(content);
            file.putArray("services");
            file.put("servicesEncrypted", sealed(services, key, salt, content));
            file.put("reference", sealed(REFERENCE.getBytes(US_ASCII), key, salt, content));
            return ExportJson.bytes(file);
        } finally {
            Arrays.fill(services, (byte) 0);
            Arrays.fill(password, (byte) 0);
        }
    }

    private static String sealed(byte[] plain, Key key, byte[] salt, ExportContent content) {
        byte[] nonce = content.randomBytes(12);
        return String.join(
                ":", Sealed.base64(Aead.seal(key, nonce, NO_DATA, plain)), Sealed.base64(salt), Sealed.base64(nonce));
    }

    /// All but the services. 2FAS asks which of its releases wrote a file, and takes any that has this schema.
    private static ObjectNode file(ExportContent content) {
        long now = content.now().toEpochMilli();
        var file = ExportJson.object()
                .put("updatedAt", now)
                .put("schemaVersion", SCHEMA)
                .put("appVersionCode", 5_000_000)
                .put("appVersionName", "5.0.0")
                .put("appOrigin", "android");
        var groups = file.putArray("groups");
        content.entries().stream()
                .flatMap(entry -> entry.firstTag().stream())
                .distinct()
                .forEach(tag -> groups.addObject()
                        .put("id", tag.id().toString())
                        .put("name", tag.name())
                        .put("isExpanded", true)
                        .put("updatedAt", now));
        return file;
    }

    private static ArrayNode services(ExportContent content) {
        var services = ExportJson.array();
        for (var entry : content.entries()) {
            var service = services.addObject()
                    .put("name", entry.title())
                    .put("secret", entry.secret(Base32::encode))
                    .put("updatedAt", entry.entry().stamps().modified().toEpochMilli());
            service.set("otp", otp(entry));
            service.putObject("order").put("position", services.size() - 1);
            entry.firstTag().ifPresent(tag -> service.put("groupId", tag.id().toString()));
        }
        return services;
    }

    private static ObjectNode otp(ExportEntry entry) {
        var otp = ExportJson.object()
                .put("label", entry.account().accountName())
                .put("account", entry.account().accountName())
                .put("issuer", entry.account().issuer())
                .put("source", "Manual");
        return switch (entry.parameters()) {
            case OtpParameters.Totp totp ->
                numbers(otp, "TOTP", totp.algorithm().name(), totp.digits()).put("period", totp.period());
            case OtpParameters.Hotp hotp ->
                numbers(otp, "HOTP", hotp.algorithm().name(), hotp.digits()).put("counter", hotp.counter());
            case OtpParameters.Steam steam -> numbers(otp, "STEAM", "SHA1", 5).put("period", steam.period());
            case OtpParameters.Motp _, OtpParameters.Yandex _ ->
                throw new AssertionError("such an account is left out");
        };
    }

    private static ObjectNode numbers(ObjectNode otp, String type, String algorithm, int digits) {
        return otp.put("tokenType", type).put("algorithm", algorithm).put("digits", digits);
    }
}
