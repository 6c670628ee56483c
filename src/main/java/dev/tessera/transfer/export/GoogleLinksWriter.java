package dev.tessera.transfer.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Set;

/// The texts of Google Authenticator's transfer QR codes, one a line.
final class GoogleLinksWriter implements PlainExporter {

    @Override
    public String id() {
        return "google_migration";
    }

    @Override
    public String name() {
        return "Google Authenticator, as links";
    }

    @Override
    public String extension() {
        return "txt";
    }

    @Override
    public boolean isText() {
        return true;
    }

    @Override
    public Set<Loss> losses(ExportEntry entry) {
        return GoogleParts.losses(entry);
    }

    @Override
    public List<byte[]> write(ExportContent content) {
        return List.of((String.join("\n", GoogleParts.of(content)) + "\n").getBytes(UTF_8));
    }
}
