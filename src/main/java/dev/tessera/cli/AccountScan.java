package dev.tessera.cli;

import dev.tessera.cli.Additions.Fate;
import dev.tessera.cli.Additions.Outcome;
import dev.tessera.otpauth.MigrationTray;
import dev.tessera.otpauth.OtpauthUri;
import dev.tessera.otpauth.ScannedText;
import dev.tessera.scan.NotFoundReason;
import dev.tessera.scan.QrDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the QR codes of some pictures are.
///
/// @param pictures in the order in which they were given
/// @param output where it is told
record AccountScan(List<Scanned> pictures, Output output) {
    AccountScan {
        pictures = List.copyOf(pictures);
    }

    /// One picture.
    ///
    /// @param name as in [Picture]
    /// @param millis as in [Picture.Reading]
    /// @param finds its QR codes
    /// @param reason why there are none
    record Scanned(String name, long millis, List<Find> finds, Optional<NotFoundReason> reason) {
        Scanned withFinds(List<Find> others) {
            return new Scanned(name, millis, List.copyOf(others), reason);
        }
    }

    /// One QR code.
    ///
    /// @param text what it is
    /// @param accounts the accounts in it, and what became of them
    record Find(ScannedText text, List<Outcome> accounts) {
        static Find of(ScannedText text) {
            return new Find(
                    text,
                    accountsOf(text).stream()
                            .map(uri -> new Outcome(uri, Fate.FOUND))
                            .toList());
        }

        private static List<OtpauthUri> accountsOf(ScannedText text) {
            return switch (text) {
                case ScannedText.One(var uri) -> List.of(uri);
                case ScannedText.Part(var part) -> part.accounts();
                case ScannedText.NeedsPin _, ScannedText.BareSecret _, ScannedText.Unusable _, ScannedText.Other _ ->
                    List.of();
            };
        }
    }

    /// Reads all pictures.
    ///
    /// @throws Failure at the first that cannot be read: nothing is told or added by halves
    static AccountScan of(List<Picture> pictures, Output output) throws Failure {
        var decoder = new QrDecoder();
        var scanned = new ArrayList<Scanned>();
        for (var picture : pictures) {
            var reading = picture.read(decoder);
            var finds = reading.symbols().stream()
                    .map(symbol -> Find.of(ScannedText.parse(symbol.text())))
                    .toList();
            scanned.add(new Scanned(picture.name(), reading.millis(), finds, reading.reason()));
        }
        return new AccountScan(scanned, output);
    }

    List<Find> finds() {
        return pictures.stream().flatMap(picture -> picture.finds().stream()).toList();
    }

    boolean hasAccounts() {
        return finds().stream().anyMatch(find -> !find.accounts().isEmpty());
    }

    /// Tells everything.
    ExitCode tell(boolean json) {
        for (var picture : pictures) {
            if (json) {
                output.object(ScanJson.fields(picture));
            } else {
                ScanText.lines(picture).forEach(output::line);
            }
        }
        Exports.tellMissing(exports(), output);
        return hasAccounts() ? ExitCode.DONE : tellNoAccount();
    }

    private MigrationTray exports() {
        var tray = MigrationTray.empty();
        for (var find : finds()) {
            if (find.text() instanceof ScannedText.Part(var part)) {
                tray = tray.with(part);
            }
        }
        return tray;
    }

    private ExitCode tellNoAccount() {
        if (finds().isEmpty()) {
            var reason = pictures.stream()
                    .flatMap(picture -> picture.reason().stream())
                    .findFirst()
                    .orElse(NotFoundReason.NO_FINDER_PATTERN);
            output.error("no QR code was found", NotFound.hint(reason));
            return ExitCode.NOTHING_FOUND;
        }
        boolean refused = finds().stream().anyMatch(find -> !(find.text() instanceof ScannedText.Other));
        output.error(
                refused ? "no usable account was found" : "no account was found",
                "scan the QR code on the page where you set up two-factor log-in");
        return refused ? ExitCode.INPUT_REFUSED : ExitCode.NOTHING_FOUND;
    }
}
