package dev.tessera.transfer.export;

import dev.tessera.otp.OtpParameters;
import dev.tessera.vault.Tag;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The table that KeePassXC reads: one group for each account.
final class KeePassXcWriter implements PlainExporter {
    private static final Set<Loss> UNHELD = EnumSet.of(Loss.MORE_TAGS, Loss.PIN, Loss.BIN);
    private static final String ROOT = "Root";

    @Override
    public String id() {
        return "keepassxc_csv";
    }

    @Override
    public String name() {
        return "KeePassXC, as CSV";
    }

    @Override
    public String extension() {
        return "csv";
    }

    @Override
    public boolean isText() {
        return true;
    }

    @Override
    public Set<Loss> losses(ExportEntry entry) {
        return entry.losses(
                switch (entry.parameters()) {
                    case OtpParameters.Totp _, OtpParameters.Steam _ ->
                        Links.loss(link(entry), entry.account()).or(entry::lossOfTitle);
                    case OtpParameters.Hotp _, OtpParameters.Motp _, OtpParameters.Yandex _ -> Optional.of(Loss.KIND);
                },
                UNHELD);
    }

    @Override
    public List<byte[]> write(ExportContent content) {
        var table = new CsvText(
                "Group", "Title", "Username", "Password", "URL", "Notes", "TOTP", "Icon", "Last Modified", "Created");
        for (var entry : content.entries()) {
            var stamps = entry.entry().stamps();
            table.row(
                    entry.firstTag()
                            .map(Tag::name)
                            .map(name -> ROOT + "/" + name)
                            .orElse(ROOT),
                    entry.title(),
                    entry.account().accountName(),
                    "",
                    "",
                    entry.note(),
                    link(entry),
                    "0",
                    stamps.modified().toString(),
                    stamps.created().toString());
        }
        return List.of(table.toByteArray());
    }

    private static String link(ExportEntry entry) {
        return entry.parameters() instanceof OtpParameters.Steam ? Links.steamByEncoder(entry) : Links.usual(entry);
    }
}
