package dev.tessera.transfer.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tessera.crypto.ForeignArgon2id;
import dev.tessera.crypto.Passphrase;
import dev.tessera.crypto.SecretStream;
import dev.tessera.otp.OtpParameters;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Ente Auth: links with additions for tags, note, pin and bin, one a line; sealed as one message in a JSON file.
///
/// @param cost of a guess of the passphrase, with one lane
record EnteWriter(ForeignArgon2id cost) implements SealableExporter {
    private static final Set<Loss> UNHELD = EnumSet.noneOf(Loss.class);

    /// As much work as libsodium's “moderate”, in memory that every phone has.
    EnteWriter() {
        this(new ForeignArgon2id(64 * 1024, 12, 1));
    }

    @Override
    public String id() {
        return "ente";
    }

    @Override
    public String name() {
        return "Ente Auth";
    }

    @Override
    public String extension() {
        return "json";
    }

    @Override
    public String plainExtension() {
        return "txt";
    }

    @Override
    public boolean isText() {
        return true;
    }

    @Override
    public Set<Loss> losses(ExportEntry entry) {
        return entry.losses(
                switch (entry.parameters()) {
                    case OtpParameters.Totp _, OtpParameters.Hotp _, OtpParameters.Steam _ ->
                        Links.loss(Links.usual(entry), entry.account());
                    case OtpParameters.Motp _, OtpParameters.Yandex _ -> Optional.of(Loss.KIND);
                },
                UNHELD);
    }

    @Override
    public byte[] plain(ExportContent content) {
        return content.entries().stream()
                .map(entry -> Links.usual(entry) + "&codeDisplay=" + display(entry) + "\n")
                .collect(Collectors.joining())
                .getBytes(UTF_8);
    }

    @Override
    public byte[] seal(ExportContent content, Passphrase passphrase) {
        byte[] plain = plain(content);
        byte[] password = passphrase.toUtf8();
        byte[] salt = content.randomBytes(16);
        byte[] header = content.randomBytes(SecretStream.HEADER_LENGTH);
        try (var key = cost.derive(password, salt)) {
            var file = ExportJson.object().put("version", 1);
            file.putObject("kdfParams")
                    .put("memLimit", cost.memory())
                    .put("opsLimit", cost.iterations())
                    .put("salt", Sealed.base64(salt));
            file.put("encryptedData", Sealed.base64(SecretStream.seal(key, header, plain)));
            return ExportJson.bytes(file.put("encryptionNonce", Sealed.base64(header)));
        } finally {
            Arrays.fill(plain, (byte) 0);
            Arrays.fill(password, (byte) 0);
        }
    }

    private static String display(ExportEntry entry) {
        var display = ExportJson.object()
                .put("pinned", entry.isPinned())
                .put("trashed", entry.entry().isBinned())
                .put("lastUsedAt", 0)
                .put("tapCount", 0)
                .put("note", entry.note())
                .put("position", 0)
                .put("iconSrc", "")
                .put("iconID", "");
        var tags = display.putArray("tags");
        entry.tagNames().forEach(tags::add);
        return URLEncoder.encode(display.toString(), UTF_8).replace("+", "%20");
    }
}
