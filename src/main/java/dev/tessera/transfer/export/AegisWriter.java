package dev.tessera.transfer.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tessera.crypto.Aead;
import dev.tessera.crypto.Key;
import dev.tessera.crypto.Passphrase;
import dev.tessera.crypto.Scrypt;
import dev.tessera.otp.Base32;
import dev.tessera.otp.OtpParameters;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/// Aegis: all kinds of codes, groups, notes and favourites; sealed under a random key, which the passphrase opens.
///
/// @param cost of a guess of the passphrase
record AegisWriter(Scrypt cost) implements SealableExporter {
    private static final Set<Loss> UNHELD = EnumSet.of(Loss.BIN);
    private static final byte[] NO_DATA = {};
    private static final int CONTENT_VERSION = 3;
    private static final int PASSPHRASE_SLOT = 1;

    /// That of Aegis itself.
    AegisWriter() {
        this(new Scrypt(1 << 15, 8, 1));
    }

    @Override
    public String id() {
        return "aegis";
    }

    @Override
    public String name() {
        return "Aegis";
    }

    @Override
    public String extension() {
        return "json";
    }

    @Override
    public boolean isText() {
        return true;
    }

    @Override
    public Set<Loss> losses(ExportEntry entry) {
        return entry.losses(Optional.empty(), UNHELD);
    }

    @Override
    public byte[] plain(ExportContent content) {
        var file = ExportJson.object().put("version", 1);
        file.putObject("header").putNull("slots").putNull("params");
        file.set("db", db(content));
        return ExportJson.bytes(file);
    }

    @Override
    public byte[] seal(ExportContent content, Passphrase passphrase) {
        byte[] db = ExportJson.bytes(db(content));
        try (var key = Key.random(content.random(), 32)) {
            byte[] nonce = content.randomBytes(12);
            byte[] box = Aead.seal(key, nonce, NO_DATA, db);
            var file = ExportJson.object().put("version", 1);
            var header = file.putObject("header");
            header.putArray("slots").add(slot(key, passphrase, content));
            putParams(header.putObject("params"), nonce, box);
            return ExportJson.bytes(file.put("db", Sealed.base64(withoutTag(box))));
        } finally {
            Arrays.fill(db, (byte) 0);
        }
    }

    private ObjectNode slot(Key key, Passphrase passphrase, ExportContent content) {
        byte[] salt = content.randomBytes(32);
        byte[] nonce = content.randomBytes(12);
        byte[] password = passphrase.toUtf8();
        byte[] plain = key.toByteArray();
        try (var wrapping = cost.derive(password, salt)) {
            byte[] box = Aead.seal(wrapping, nonce, NO_DATA, plain);
            var slot = ExportJson.object()
                    .put("type", PASSPHRASE_SLOT)
                    .put("uuid", content.newId().toString())
                    .put("key", hex(withoutTag(box)))
                    .put("n", cost.n())
                    .put("r", cost.r())
                    .put("p", cost.p())
                    .put("salt", hex(salt))
                    .put("repaired", true)
                    .put("is_backup", false);
            putParams(slot.putObject("key_params"), nonce, box);
            return slot;
        } finally {
            Arrays.fill(password, (byte) 0);
            Arrays.fill(plain, (byte) 0);
        }
    }

    private static void putParams(ObjectNode params, byte[] nonce, byte[] box) {
        params.put("nonce", hex(nonce))
                .put("tag", hex(Arrays.copyOfRange(box, box.length - Aead.OVERHEAD, box.length)));
    }

    private static byte[] withoutTag(byte[] box) {
        return Arrays.copyOf(box, box.length - Aead.OVERHEAD);
    }

    private static ObjectNode db(ExportContent content) {
        var db = ExportJson.object().put("version", CONTENT_VERSION);
        var entries = db.putArray("entries");
        content.entries().forEach(entry -> entries.add(entry(entry)));
        var groups = db.putArray("groups");
        content.tags()
                .forEach(tag ->
                        groups.addObject().put("uuid", tag.id().toString()).put("name", tag.name()));
        return db;
    }

    private static ObjectNode entry(ExportEntry entry) {
        var json = ExportJson.object()
                .put("type", type(entry.parameters()))
                .put("uuid", entry.entry().id().toString())
                .put("name", entry.account().accountName())
                .put("issuer", entry.account().issuer())
                .put("note", entry.note())
                .put("favorite", entry.isPinned())
                .putNull("icon");
        json.set("info", info(entry));
        var groups = json.putArray("groups");
        entry.tags().forEach(tag -> groups.add(tag.id().toString()));
        return json;
    }

    private static String type(OtpParameters parameters) {
        return switch (parameters) {
            case OtpParameters.Totp _ -> "totp";
            case OtpParameters.Hotp _ -> "hotp";
            case OtpParameters.Steam _ -> "steam";
            case OtpParameters.Motp _ -> "motp";
            case OtpParameters.Yandex _ -> "yandex";
        };
    }

    private static ObjectNode info(ExportEntry entry) {
        var info = ExportJson.object().put("secret", entry.secret(Base32::encode));
        return switch (entry.parameters()) {
            case OtpParameters.Totp totp -> numbers(info, totp.algorithm().name(), totp.digits(), totp.period());
            case OtpParameters.Hotp hotp ->
                info.put("algo", hotp.algorithm().name())
                        .put("digits", hotp.digits())
                        .put("counter", hotp.counter());
            case OtpParameters.Steam steam -> numbers(info, "SHA1", 5, steam.period());
            case OtpParameters.Motp motp ->
                numbers(info, "MD5", 6, motp.period()).put("pin", ExportEntry.text(motp.pin(), AegisWriter::utf8));
            case OtpParameters.Yandex yandex ->
                numbers(info, "SHA256", 8, yandex.period())
                        .put("pin", ExportEntry.text(yandex.pin(), AegisWriter::utf8));
        };
    }

    private static ObjectNode numbers(ObjectNode info, String algorithm, int digits, int period) {
        return info.put("algo", algorithm).put("digits", digits).put("period", period);
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
