package dev.tessera.transfer.export;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.tessera.crypto.Aead;
import dev.tessera.crypto.ForeignArgon2id;
import dev.tessera.crypto.Passphrase;
import dev.tessera.otp.OtpParameters;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Proton Authenticator: links in a JSON file, sealed as a whole. Its cost is a fixed one.
final class ProtonWriter implements SealableExporter {
    private static final Set<Loss> UNHELD = EnumSet.of(Loss.TAGS, Loss.PIN, Loss.BIN);
    private static final byte[] ASSOCIATED_DATA = "proton.authenticator.export.v1".getBytes(US_ASCII);
    private static final ForeignArgon2id COST = new ForeignArgon2id(19_456, 2, 1);
    private static final String STEAM = "Steam";

    @Override
    public String id() {
        return "proton_authenticator";
    }

    @Override
    public String name() {
        return "Proton Authenticator";
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
            case OtpParameters.Totp _ -> Links.loss(Links.withoutIssuerInLabel(entry), entry.account());
            case OtpParameters.Steam _ ->
                Optional.of(Loss.NAMES).filter(_ -> !entry.account().issuer().equals(STEAM));
            case OtpParameters.Hotp _, OtpParameters.Motp _, OtpParameters.Yandex _ -> Optional.of(Loss.KIND);
        };
    }

    @Override
    public byte[] plain(ExportContent content) {
        var file = ExportJson.object().put("version", 1);
        var entries = file.putArray("entries");
        for (var entry : content.entries()) {
            boolean isSteam = entry.parameters() instanceof OtpParameters.Steam;
            var json = entries.addObject().put("id", entry.entry().id().toString());
            json.putObject("content")
                    .put("uri", isSteam ? Links.steamAlone(entry) : Links.withoutIssuerInLabel(entry))
                    .put("entry_type", isSteam ? STEAM : "Totp")
                    .put("name", entry.account().accountName());
            json.put("note", entry.note().isBlank() ? null : entry.note());
        }
        return ExportJson.bytes(file);
    }

    @Override
    public byte[] seal(ExportContent content, Passphrase passphrase) {
        byte[] plain = plain(content);
        byte[] password = passphrase.toUtf8();
        byte[] salt = content.randomBytes(16);
        byte[] nonce = content.randomBytes(12);
        try (var key = COST.derive(password, salt)) {
            return ExportJson.bytes(ExportJson.object()
                    .put("version", 1)
                    .put("salt", Sealed.base64(salt))
                    .put("content", Sealed.base64(nonce, Aead.seal(key, nonce, ASSOCIATED_DATA, plain))));
        } finally {
            Arrays.fill(plain, (byte) 0);
            Arrays.fill(password, (byte) 0);
        }
    }
}
