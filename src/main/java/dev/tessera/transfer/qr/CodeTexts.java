package dev.tessera.transfer.qr;

import dev.tessera.otpauth.ScannedText;
import dev.tessera.transfer.CostlyImportException;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.UriLines;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// The texts of a file's QR codes and links, each taken once: a page often shows an account both ways.
final class CodeTexts {
    private final Findings findings;
    private final UriLines lines;
    private final Set<String> taken = new HashSet<>();

    CodeTexts(Findings findings) {
        this.findings = findings;
        this.lines = new UriLines(findings);
    }

    /// @param place where the text stands: `page 2, QR code 1`
    void take(String place, String text) throws CostlyImportException {
        var inner = text.strip();
        if (!taken.add(inner)) {
            return;
        }
        if (UriLines.isLink(inner)) {
            lines.take(place, inner);
            return;
        }
        switch (ScannedText.parse(inner)) {
            case ScannedText.One(var uri) -> findings.add(place, draft -> draft.account(uri));
            case ScannedText.NeedsPin _ ->
                findings.reject(place, "pin is missing: its codes need a PIN, which the QR code does not contain");
            case ScannedText.BareSecret _ ->
                findings.reject(place, "it contains a secret without any name; add it by hand and give it a name");
            case ScannedText.Unusable(var problem) -> findings.reject(place, UriLines.asClause(problem));
            case ScannedText.Part _ ->
                findings.reject(place, "there are other characters around the link of a transfer");
            case ScannedText.Other(var explanation) -> note(place, explanation);
        }
    }

    /// Something that is no account, or cannot be read.
    ///
    /// @param sentence for a person
    void note(String place, String sentence) {
        findings.note(place.substring(0, 1).toUpperCase(Locale.ROOT) + place.substring(1) + ": " + sentence);
    }

    /// Whether no text came.
    boolean isEmpty() {
        return taken.isEmpty();
    }
}
