package dev.tessera.transfer.export;

import dev.tessera.otp.OtpParameters;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The table that Apple's Passwords reads: time-based codes alone, which the standard describes.
final class AppleWriter implements PlainExporter {
    private static final Set<Loss> UNHELD = EnumSet.of(Loss.TAGS, Loss.PIN, Loss.BIN);

    @Override
    public String id() {
        return "apple_csv";
    }

    @Override
    public String name() {
        return "Apple Passwords, as CSV";
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
                    case OtpParameters.Totp _ ->
                        Links.loss(Links.usual(entry), entry.account()).or(entry::lossOfTitle);
                    case OtpParameters.Hotp _, OtpParameters.Steam _, OtpParameters.Motp _, OtpParameters.Yandex _ ->
                        Optional.of(Loss.KIND);
                },
                UNHELD);
    }

    @Override
    public List<byte[]> write(ExportContent content) {
        var table = new CsvText("Title", "URL", "Username", "Password", "Notes", "OTPAuth");
        for (var entry : content.entries()) {
            table.row(entry.title(), "", entry.account().accountName(), "", entry.note(), Links.usual(entry));
        }
        return List.of(table.toByteArray());
    }
}
