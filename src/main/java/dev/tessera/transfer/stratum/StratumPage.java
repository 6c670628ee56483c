package dev.tessera.transfer.stratum;

import dev.tessera.transfer.Findings;
import dev.tessera.transfer.HtmlText;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import java.util.Locale;
import java.util.regex.Pattern;

/// Stratum's backup as a page for a browser: each account is a link in a `<code>` element, and a picture of it beside
/// it.
final class StratumPage {
    private static final Pattern TITLE =
            Pattern.compile("(?i)<title>[^<]{0,40}(?:stratum|authenticator pro)[^<]{0,40}</title>");
    private static final Pattern LINK = Pattern.compile("(?i)<code(?:\\s[^<>]*+)?+>([^<]*+)</code>");
    private static final int HEAD_LENGTH = 4096;

    private StratumPage() {}

    static boolean isMeant(ImportFile file) {
        return file.text().filter(StratumPage::isMeant).isPresent();
    }

    private static boolean isMeant(String text) {
        var head = text.stripLeading();
        head = head.substring(0, Math.min(head.length(), HEAD_LENGTH));
        var begin = head.toLowerCase(Locale.ROOT);
        return (begin.startsWith("<!doctype html") || begin.startsWith("<html"))
                && TITLE.matcher(head).find();
    }

    static void read(ImportFile file, Findings findings) throws ImportException {
        var links = LINK.matcher(file.text().orElse(""));
        while (links.find()) {
            var link = HtmlText.plain(links.group(1).strip());
            findings.add(draft -> draft.link(link));
        }
    }
}
