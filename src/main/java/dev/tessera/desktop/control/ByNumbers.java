package dev.tessera.desktop.control;

import java.util.Comparator;

/// Orders folded names as people do: numbers in them by what they count, so that "site 2" stands before "site 10".
public final class ByNumbers implements Comparator<String> {
    /// The order; texts that differ in leading zeros alone are told apart by these.
    public static final Comparator<String> ORDER = new ByNumbers().thenComparing(Comparator.naturalOrder());

    private ByNumbers() {}

    @Override
    public int compare(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            int order;
            int iEnd = endOfNumber(a, i);
            int jEnd = endOfNumber(b, j);
            if (iEnd > i && jEnd > j) {
                order = compareNumbers(a.substring(i, iEnd), b.substring(j, jEnd));
            } else {
                order = Character.compare(a.charAt(i), b.charAt(j));
                iEnd = i + 1;
                jEnd = j + 1;
            }
            if (order != 0) {
                return order;
            }
            i = iEnd;
            j = jEnd;
        }
        return Integer.compare(a.length() - i, b.length() - j);
    }

    private static int endOfNumber(String text, int at) {
        int end = at;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    /// Of any length.
    private static int compareNumbers(String a, String b) {
        var first = a.substring(zeros(a));
        var second = b.substring(zeros(b));
        return first.length() == second.length()
                ? first.compareTo(second)
                : Integer.compare(first.length(), second.length());
    }

    private static int zeros(String number) {
        int at = 0;
        while (at < number.length() && number.charAt(at) == '0') {
            at++;
        }
        return at;
    }
}
