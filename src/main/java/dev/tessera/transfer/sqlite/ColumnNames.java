package dev.tessera.transfer.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The names in the sentence that made a table: `CREATE TABLE "a" ("b" TEXT, c INTEGER DEFAULT (1), PRIMARY KEY (b))`
/// has b and c.
final class ColumnNames {
    private static final Set<String> NO_COLUMN = Set.of("constraint", "primary", "unique", "check", "foreign");
    private static final String OPENING_QUOTES = "\"'`[";
    private static final String CLOSING_QUOTES = "\"'`]";

    private final String sql;
    private int at;

    private ColumnNames(String sql) {
        this.sql = sql;
    }

    /// In their order, lower case.
    static List<String> in(String sql) {
        return new ColumnNames(sql).names();
    }

    private record Token(String text, boolean quoted) {
        boolean is(String sign) {
            return !quoted && text.equals(sign);
        }
    }

    private List<String> names() {
        var names = new ArrayList<String>();
        int depth = 0;
        boolean begins = false;
        for (var token = next(); token.isPresent(); token = next()) {
            var found = token.get();
            if (found.is("(")) {
                depth++;
                begins = depth == 1;
            } else if (found.is(")")) {
                depth--;
                if (depth <= 0) {
                    break;
                }
            } else if (found.is(",")) {
                begins = depth == 1;
            } else if (begins) {
                begins = false;
                var name = found.text().toLowerCase(Locale.ROOT);
                if (found.quoted() || !NO_COLUMN.contains(name)) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    /// A name, a word, or a single sign.
    private Optional<Token> next() {
        skipSpaceAndComments();
        if (at >= sql.length()) {
            return Optional.empty();
        }
        int quote = OPENING_QUOTES.indexOf(sql.charAt(at));
        if (quote >= 0) {
            at++;
            return Optional.of(new Token(quoted(CLOSING_QUOTES.charAt(quote)), true));
        }
        int start = at++;
        if (isOfWord(sql.charAt(start))) {
            while (at < sql.length() && isOfWord(sql.charAt(at))) {
                at++;
            }
        }
        return Optional.of(new Token(sql.substring(start, at), false));
    }

    /// Up to the closing quote; two of them stand for one.
    private String quoted(char closing) {
        var name = new StringBuilder();
        while (at < sql.length()) {
            char sign = sql.charAt(at++);
            if (sign == closing) {
                if (closing == ']' || at >= sql.length() || sql.charAt(at) != closing) {
                    break;
                }
                at++;
            }
            name.append(sign);
        }
        return name.toString();
    }

    private void skipSpaceAndComments() {
        while (at < sql.length()) {
            if (Character.isWhitespace(sql.charAt(at))) {
                at++;
            } else if (sql.startsWith("--", at)) {
                at = behind("\n");
            } else if (sql.startsWith("/*", at)) {
                at = behind("*/");
            } else {
                return;
            }
        }
    }

    private int behind(String end) {
        int found = sql.indexOf(end, at);
        return found < 0 ? sql.length() : found + end.length();
    }

    private static boolean isOfWord(char sign) {
        return Character.isLetterOrDigit(sign) || sign == '_' || sign == '$';
    }
}
