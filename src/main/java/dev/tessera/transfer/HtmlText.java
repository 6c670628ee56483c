package dev.tessera.transfer;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text as it stands in a web page.
public final class HtmlText {
    private static final Pattern REFERENCE = Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,6});");
    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");

    private HtmlText() {}

    /// What a browser shows of it: numbers and the few usual names of signs are resolved, others stay.
    public static String plain(String html) {
        return html.indexOf('&') < 0
                ? html
                : REFERENCE.matcher(html).replaceAll(found -> {
                    var reference = found.group(1);
                    var sign = reference.startsWith("#")
                            ? numbered(reference.substring(1))
                            : NAMED.get(reference.toLowerCase(Locale.ROOT));
                    return Matcher.quoteReplacement(sign == null ? found.group() : sign);
                });
    }

    private static String numbered(String number) {
        boolean isHex = number.charAt(0) == 'x' || number.charAt(0) == 'X';
        int codePoint = isHex ? Integer.parseInt(number.substring(1), 16) : Integer.parseInt(number);
        return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : "\ufffd";
    }
}
