package dev.tessera.transfer.winauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tessera.otp.Base32;
import dev.tessera.transfer.CostlyImportException;
import dev.tessera.transfer.Draft;
import dev.tessera.transfer.Encoded;
import dev.tessera.transfer.Fields;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.UnusableEntryException;
import dev.tessera.transfer.UriLines;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// WinAuth's list of links, one a line. Its additions: the serial number of a Battle.net account, and all that it knows
/// of a Steam account.
final class WinAuthText {
    /// Data of a transfer are never JSON.
    private static final Pattern ADDITION = Pattern.compile("(?i)[?&](?:(?:icon|serial|deviceid)=|data=(?:%7B|\\{))");

    private WinAuthText() {}

    /// Whether a text is such a list and no other.
    static boolean isMeant(String text) {
        return ADDITION.matcher(text).find() && UriLines.lines(text).stream().anyMatch(WinAuthText::hasAddition);
    }

    private static boolean hasAddition(String line) {
        return ADDITION.matcher(line).find() && UriLines.isLink(line);
    }

    /// Whether a text is a list of links at all.
    static boolean isList(String text) {
        return UriLines.lines(text).stream().anyMatch(UriLines::isLink);
    }

    static void read(String text, Findings findings) throws CostlyImportException {
        int number = 0;
        for (var line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (!UriLines.lines(line).isEmpty()) {
                line("line " + number, line.strip(), findings);
            }
        }
    }

    private static void line(String place, String line, Findings findings) throws CostlyImportException {
        if (UriLines.isTransfer(line)) {
            UriLines.read(line, findings);
        } else if (UriLines.isLink(line)) {
            findings.add(place, draft -> link(draft, line));
        } else {
            findings.reject(place, "it is not a link to an account");
        }
    }

    private static void link(Draft draft, String line) throws UnusableEntryException {
        int query = line.indexOf('?');
        var parameters = query < 0 ? Map.<String, String>of() : parameters(line.substring(query + 1));
        if (parameters.containsKey("data")) {
            steam(draft, line, line.substring(0, query), parameters);
        } else if (parameters.containsKey("serial")) {
            draft.link(parameters.containsKey("digits") ? line : line + "&digits=8");
            draft.note("Serial number: " + decoded(parameters.getOrDefault("serial", "")));
        } else {
            draft.link(line);
        }
    }

    /// The secret in the link may be another one than Steam's own, which stands in the addition.
    private static void steam(Draft draft, String line, String head, Map<String, String> parameters)
            throws UnusableEntryException {
        var data = json(parameters.getOrDefault("data", ""));
        var secret = data.find("shared_secret").flatMap(Encoded::base64).filter(bytes -> bytes.length > 0);
        if (secret.isEmpty()) {
            draft.repaired("What WinAuth added to the link is damaged; the secret next to it was used.");
            draft.link(line.replaceAll("(?i)(?<=[?&])data=[^&]*&?", ""));
            return;
        }
        var issuer = parameters.containsKey("issuer") ? "&issuer=" + parameters.getOrDefault("issuer", "") : "";
        draft.link("otpauth://steam/" + label(head) + "?secret=" + Base32.encode(secret.get()) + issuer);
        Arrays.fill(secret.get(), (byte) 0);
        WinAuthSteam.note(draft, data);
    }

    /// What stands behind `otpauth://totp/`.
    private static String label(String head) {
        return head.replaceFirst("(?i)^otpauth://[^/]*/?", "");
    }

    private static Fields json(String encoded) {
        return WinAuthSteam.json(decoded(encoded).getBytes(UTF_8));
    }

    private static String decoded(String encoded) {
        try {
            return URLDecoder.decode(encoded, UTF_8);
        } catch (IllegalArgumentException _) {
            return ""; // Told as a repair where it counts.
        }
    }

    private static Map<String, String> parameters(String query) {
        var parameters = new LinkedHashMap<String, String>();
        for (var parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                parameters.putIfAbsent(
                        parameter.substring(0, equals).toLowerCase(Locale.ROOT), parameter.substring(equals + 1));
            }
        }
        return parameters;
    }
}
