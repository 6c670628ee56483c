package dev.tessera.transfer;

import dev.tessera.otpauth.MigrationPayload;
import dev.tessera.otpauth.OtpauthUri;
import dev.tessera.otpauth.ScannedText;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Links, one a line, of accounts and of transfers. Blank lines and those that begin with `#` do not count; any other
/// line that is no link is rejected by its number.
public final class UriLines {
    private static final Pattern LINK = Pattern.compile("(?i)(?:(?:apple-)?otpauth|otpauth-migration|steam|motp)://.+");
    private static final Pattern MIGRATION = Pattern.compile("(?i)otpauth-migration:.*");

    /// What Ente adds to a link: JSON, percent-encoded as a form is.
    private static final Pattern CODE_DISPLAY = Pattern.compile("[?&]codeDisplay=([^&]*)");

    private final Findings findings;

    /// @param findings takes what the lines hold
    public UriLines(Findings findings) {
        this.findings = findings;
    }

    /// Whether a line is a link of an account or a transfer.
    public static boolean isLink(String line) {
        return LINK.matcher(line.strip()).matches();
    }

    /// Whether a line is a link of a transfer.
    public static boolean isTransfer(String line) {
        return MIGRATION.matcher(line.strip()).matches();
    }

    /// Whether a line is a link with Ente's additions.
    public static boolean isOfEnte(String line) {
        return isLink(line) && CODE_DISPLAY.matcher(line).find();
    }

    /// The lines that count.
    public static List<String> lines(String text) {
        return text.lines().filter(Predicate.not(UriLines::isNothing)).toList();
    }

    /// Reads all lines.
    ///
    /// @throws CostlyImportException if they hold too much
    public static void read(String text, Findings findings) throws CostlyImportException {
        var reader = new UriLines(findings);
        int number = 0;
        for (var line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (!isNothing(line)) {
                reader.take("line " + number, line.strip());
            }
        }
    }

    /// One more line.
    ///
    /// @param place where it stands, for a link without any name: `line 3`
    /// @throws CostlyImportException if there are too many
    public void take(String place, String line) throws CostlyImportException {
        if (isTransfer(line)) {
            transfer(place, line);
        } else if (isLink(line)) {
            findings.add(place, draft -> link(draft, line));
        } else {
            findings.reject(place, "it is not a link to an account");
        }
    }

    private static boolean isNothing(String line) {
        return line.isBlank() || line.stripLeading().startsWith("#");
    }

    private void link(Draft draft, String line) throws UnusableEntryException {
        var display = CODE_DISPLAY.matcher(line);
        if (!display.find()) {
            draft.link(line);
            return;
        }
        // The rest of the link keeps its first sign: what follows an addition in first place moves up.
        boolean isFirst = line.charAt(display.start()) == '?';
        var rest = line.substring(display.end());
        draft.link(line.substring(0, display.start()) + (isFirst ? "?" + rest.replaceFirst("^&", "") : rest));
        addDisplay(draft, display.group(1));
    }

    private static void addDisplay(Draft draft, String encoded) {
        var json = decoded(encoded);
        if (json.isEmpty()) {
            draft.repaired("What Ente added to the link is damaged; its tags and note were left out.");
            return;
        }
        var display = json.get();
        display.texts("tags").forEach(draft::tag);
        draft.note(display.text("note")).pinned(display.isTrue("pinned")).binned(display.isTrue("trashed"));
    }

    private static Optional<Fields> decoded(String encoded) {
        try {
            var text = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
            return ForeignJson.isMeantIn(text) ? Optional.of(Fields.of(ForeignJson.parse(text))) : Optional.empty();
        } catch (IllegalArgumentException | ImportException _) {
            return Optional.empty(); // Told by the caller as a repair.
        }
    }

    private void transfer(String place, String line) throws CostlyImportException {
        switch (ScannedText.parse(line)) {
            case ScannedText.Part(var part) -> part(part);
            case ScannedText.Unusable(var problem) -> findings.reject(place, asClause(problem));
            case ScannedText.One _, ScannedText.NeedsPin _, ScannedText.BareSecret _, ScannedText.Other _ ->
                throw new AssertionError("a link of a transfer is one or unusable");
        }
    }

    private void part(MigrationPayload part) throws CostlyImportException {
        findings.transfer(part);
        for (OtpauthUri account : part.accounts()) {
            findings.add(draft -> draft.account(account));
        }
        for (var rejected : part.rejected()) {
            // `label: reason`; no reason has a colon.
            int colon = rejected.lastIndexOf(": ");
            findings.reject(rejected.substring(0, colon), rejected.substring(colon + 2));
        }
    }

    /// A sentence as the reason for a rejection.
    public static String asClause(String sentence) {
        var clause = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
        return clause.substring(0, 1).toLowerCase(Locale.ROOT) + clause.substring(1);
    }
}
