package dev.tessera.transfer;

import dev.tessera.otp.Base32;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Links whose secret is hexadecimal, which is no link's right form: a few programs write it so when they hold it so.
/// Only the digits that Base32 lacks tell the two apart.
public final class HexLinks {
    private static final Pattern SECRET = Pattern.compile("(?i)([?&]secret=)([2-7a-f]*+[0189][0-9a-f]*+)(?=[&\\s]|$)");

    /// No secret that is shorter tells a program's habit.
    private static final int TELLING = 16;

    private static final String MOTP = "motp:";

    private HexLinks() {}

    /// Whether a text has such a link.
    public static boolean isMeant(String text) {
        return text.lines()
                .filter(HexLinks::mayHaveBoth)
                .flatMap(line -> SECRET.matcher(line).results())
                .anyMatch(secret -> isWhole(secret.group(2)) && secret.group(2).length() >= TELLING);
    }

    /// The secret of an `motp:` link is hexadecimal by right.
    private static boolean mayHaveBoth(String line) {
        return !line.stripLeading().regionMatches(true, 0, MOTP, 0, MOTP.length());
    }

    /// The same text with these secrets in Base32. Those of half a byte stay, and are told as what they are.
    public static String toBase32(String text) {
        return text.lines()
                .map(line -> mayHaveBoth(line) ? lineToBase32(line) : line)
                .collect(Collectors.joining("\n"));
    }

    private static String lineToBase32(String line) {
        return SECRET.matcher(line)
                .replaceAll(secret -> Matcher.quoteReplacement(
                        secret.group(1) + (isWhole(secret.group(2)) ? base32(secret.group(2)) : secret.group(2))));
    }

    private static boolean isWhole(String digits) {
        return digits.length() % 2 == 0;
    }

    private static String base32(String digits) {
        byte[] bytes = HexFormat.of().parseHex(digits);
        var text = Base32.encode(bytes);
        Arrays.fill(bytes, (byte) 0);
        return text;
    }
}
