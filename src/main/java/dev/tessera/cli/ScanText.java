package dev.tessera.cli;

import dev.tessera.cli.AccountScan.Find;
import dev.tessera.cli.AccountScan.Scanned;
import dev.tessera.cli.Additions.Fate;
import dev.tessera.cli.Additions.Outcome;
import dev.tessera.otpauth.ScannedText;
import java.util.ArrayList;
import java.util.List;

/// What was scanned, in lines for a person; no secret is among them.
final class ScanText {
    private ScanText() {}

    static List<String> lines(Scanned picture) {
        var lines = new ArrayList<String>();
        lines.add(Shown.text(picture.name()));
        if (picture.finds().isEmpty()) {
            lines.add("  no QR code"
                    + picture.reason()
                            .map(reason -> ": " + NotFound.words(reason))
                            .orElse(""));
        }
        picture.finds().forEach(find -> addLines(find, lines));
        return lines;
    }

    private static void addLines(Find find, List<String> lines) {
        switch (find.text()) {
            case ScannedText.One _ -> {}
            case ScannedText.Part(var part) -> {
                lines.add("  export, part " + (part.batchIndex() + 1) + " of " + part.batchSize());
                part.rejected().forEach(reason -> lines.add("  not usable: " + Shown.text(reason)));
            }
            case ScannedText.NeedsPin(var uri) ->
                lines.add("  " + uri.kind().shownName() + " account, whose PIN is not in the QR code: "
                        + "--add asks for it");
            case ScannedText.BareSecret _ ->
                lines.add("  only a secret, without a name: pipe it into tessera add - --issuer NAME");
            case ScannedText.Unusable(var problem) -> lines.add("  not usable: " + clause(problem));
            case ScannedText.Other(var explanation) -> lines.add("  other: " + clause(explanation));
        }
        find.accounts().forEach(account -> addLines(account, lines));
    }

    private static void addLines(Outcome account, List<String> lines) {
        lines.add("  account: " + Shown.name(account.uri().account())
                + (account.fate() == Fate.FOUND ? "" : ", " + account.fate().words()));
        account.uri().repairs().forEach(repair -> lines.add("    repaired: " + clause(repair)));
        account.uri().warnings().forEach(warning -> lines.add("    warning: " + clause(warning)));
    }

    private static String clause(String sentence) {
        return Failure.asClause(Shown.text(sentence));
    }
}
