package dev.tessera.transfer.export;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tessera.crypto.AesCbc;
import dev.tessera.crypto.ForeignArgon2id;
import dev.tessera.crypto.Hkdf;
import dev.tessera.crypto.Key;
import dev.tessera.crypto.Passphrase;
import dev.tessera.otp.OtpParameters;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Bitwarden: logins with a folder each, as its vault and its authenticator read them; sealed in its form that is
/// protected by a passphrase.
///
/// @param cost of a guess of the passphrase; whole mebibytes of memory
record BitwardenWriter(ForeignArgon2id cost) implements SealableExporter {
    private static final Set<Loss> UNHELD = EnumSet.of(Loss.MORE_TAGS);
    private static final int LOGIN = 1;
    private static final int ARGON2ID = 1;

    /// What Bitwarden proposes: 64 MiB, three passes, four lanes.
    BitwardenWriter() {
        this(new ForeignArgon2id(64 * 1024, 3, 4));
    }

    @Override
    public String id() {
        return "bitwarden";
    }

    @Override
    public String name() {
        return "Bitwarden";
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
        return entry.losses(loss(entry), UNHELD);
    }

    private static Optional<Loss> loss(ExportEntry entry) {
        return switch (entry.parameters()) {
            case OtpParameters.Totp _ ->
                Links.loss(Links.usual(entry), entry.account()).or(entry::lossOfTitle);
            case OtpParameters.Steam _ -> entry.lossOfTitle();
            case OtpParameters.Hotp _, OtpParameters.Motp _, OtpParameters.Yandex _ -> Optional.of(Loss.KIND);
        };
    }

    @Override
    public byte[] plain(ExportContent content) {
        var file = ExportJson.object().put("encrypted", false);
        var folders = file.putArray("folders");
        content.entries().stream()
                .flatMap(entry -> entry.firstTag().stream())
                .distinct()
                .forEach(tag ->
                        folders.addObject().put("id", tag.id().toString()).put("name", tag.name()));
        var items = file.putArray("items");
        content.entries().forEach(entry -> items.add(item(entry)));
        return ExportJson.bytes(file);
    }

    /// The salt is used as the text that it is.
    @Override
    public byte[] seal(ExportContent content, Passphrase passphrase) {
        var salt = Sealed.base64(content.randomBytes(16));
        byte[] plain = plain(content);
        byte[] password = passphrase.toUtf8();
        try (var stretched = cost.derive(password, sha256(salt.getBytes(US_ASCII)));
                var encryption = Hkdf.expand(stretched, "enc".getBytes(US_ASCII));
                var mac = Hkdf.expand(stretched, "mac".getBytes(US_ASCII))) {
            byte[] known = content.newId().toString().getBytes(US_ASCII);
            return ExportJson.bytes(ExportJson.object()
                    .put("encrypted", true)
                    .put("passwordProtected", true)
                    .put("salt", salt)
                    .put("kdfType", ARGON2ID)
                    .put("kdfIterations", cost.iterations())
                    .put("kdfMemory", cost.memoryKib() / 1024)
                    .put("kdfParallelism", cost.parallelism())
                    .put("encKeyValidation_DO_NOT_EDIT", sealed(known, encryption, mac, content))
                    .put("data", sealed(plain, encryption, mac, content)));
        } finally {
            Arrays.fill(plain, (byte) 0);
            Arrays.fill(password, (byte) 0);
        }
    }

    private static String sealed(byte[] plain, Key encryption, Key mac, ExportContent content) {
        byte[] iv = content.randomBytes(16);
        byte[] box = AesCbc.seal(encryption, iv, plain);
        return "2." + Sealed.base64(iv) + "|" + Sealed.base64(box) + "|" + Sealed.base64(Hkdf.hmac(mac, iv, box));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("each Java has SHA-256", e);
        }
    }

    private static ObjectNode item(ExportEntry entry) {
        var stamps = entry.entry().stamps();
        var item = ExportJson.object()
                .put("id", entry.entry().id().toString())
                .putNull("organizationId")
                .put(
                        "folderId",
                        entry.firstTag().map(tag -> tag.id().toString()).orElse(null))
                .put("type", LOGIN)
                .put("reprompt", 0)
                .put("name", entry.title())
                .put("notes", entry.note())
                .put("favorite", entry.isPinned())
                .put("creationDate", stamps.created().toString())
                .put("revisionDate", stamps.modified().toString())
                .put("deletedDate", stamps.binned().map(Object::toString).orElse(null))
                .putNull("collectionIds");
        item.putObject("login")
                .put("username", entry.account().accountName())
                .putNull("password")
                .put(
                        "totp",
                        entry.parameters() instanceof OtpParameters.Steam
                                ? Links.steamAlone(entry)
                                : Links.usual(entry));
        return item;
    }
}
