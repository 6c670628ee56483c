package dev.tessera.otpauth;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Says what a text is that holds no account, and what to do next. Nothing here is opened or fetched.
final class ForeignText {
    private static final Pattern DUO_CODE = Pattern.compile("[A-Za-z0-9_-]{20}-[A-Za-z0-9+/=_-]{38}");
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]{1,30}):\\S.*", Pattern.DOTALL);

    private static final String MICROSOFT = "This is Microsoft's own enrolment, which contains no secret. "
            + "On that page, choose to use a different authenticator app, then scan the new QR code.";
    private static final String DUO = "This is Duo's own enrolment, which works only with Duo's server. "
            + "Ask your administrator to let you use a third-party authenticator.";
    private static final String PASSKEY = "This is for logging in with a passkey, not with codes. "
            + "Scan it with the camera of the phone that holds the passkey.";

    /// What a text begins with, and what it then is.
    private record Kind(String explanation, List<String> beginnings) {
        boolean fits(String lowerCase) {
            return beginnings.stream().anyMatch(lowerCase::startsWith);
        }
    }

    private static final List<Kind> KINDS = List.of(
            new Kind(MICROSOFT, List.of("phonefactor:", "https://login.microsoftonline.com/authenticatorapp")),
            new Kind(DUO, List.of("duo:")),
            new Kind(PASSKEY, List.of("fido:")),
            kind(
                    "a link to an app store",
                    "market:",
                    "itms-apps:",
                    "itms-appss:",
                    "ms-windows-store:",
                    "https://play.google.com/store/",
                    "https://apps.apple.com/",
                    "https://itunes.apple.com/",
                    "https://apps.microsoft.com/"),
            kind("Wi-Fi access", "wifi:"),
            kind("a telephone number", "tel:", "facetime:"),
            kind("a message to send", "sms:", "smsto:", "mms:", "mmsto:"),
            kind("an e-mail address", "mailto:", "matmsg:", "smtp:"),
            kind("a contact", "begin:vcard", "mecard:", "bizcard:"),
            kind("a calendar entry", "begin:vevent", "begin:vcalendar"),
            kind("a place on a map", "geo:"),
            kind(
                    "a payment link",
                    "bitcoin:",
                    "ethereum:",
                    "litecoin:",
                    "lightning:",
                    "monero:",
                    "dogecoin:",
                    "solana:",
                    "upi:",
                    "paypal:",
                    "bcd\n",
                    "bcd\r",
                    "spc\n",
                    "spc\r",
                    "000201",
                    "spd*"));

    private ForeignText() {}

    static String explain(String text) {
        if (text.isEmpty()) {
            return "There is no text in it.";
        }
        String lowerCase = text.toLowerCase(Locale.ROOT);
        for (Kind kind : KINDS) {
            if (kind.fits(lowerCase)) {
                return kind.explanation();
            }
        }
        if (DUO_CODE.matcher(text).matches()) {
            return DUO;
        }
        if (lowerCase.startsWith("https:") || lowerCase.startsWith("http:") || lowerCase.startsWith("www.")) {
            return whatItIs("a web address"
                    + WebHost.of(text).map(host -> " (" + host + ")").orElse(""));
        }
        var scheme = SCHEME.matcher(text);
        return scheme.matches() && text.contains("://")
                ? whatItIs("a link for another program (" + scheme.group(1).toLowerCase(Locale.ROOT) + ")")
                : whatItIs("plain text");
    }

    private static Kind kind(String name, String... beginnings) {
        return new Kind(whatItIs(name), List.of(beginnings));
    }

    private static String whatItIs(String name) {
        return "This is " + name + ", not an authenticator account. "
                + "Look for the QR code on the page where you set up two-factor log-in for the site.";
    }
}
