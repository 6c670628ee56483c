package dev.tessera.transfer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A table of a text file (RFC 4180) as programs really write them: separated by commas, semicolons or tabs, with
/// quoted line breaks, any line ends, and rows that are shorter or longer than the head.
///
/// @param columns the names of the head, lower case, without white space around them
/// @param rows the others, without blank ones
public record CsvTable(List<String> columns, List<List<String>> rows) {
    private static final int MAX_CELLS = 4_000_000;

    /// No head of a table is longer, in characters.
    private static final int MAX_HEAD = 16_384;

    /// As Excel reads it; of a tab nothing is left where white space was cut off.
    private static final Pattern SEPARATOR_LINE = Pattern.compile("(?i)\"?sep=([,;|]?)\"?");

    public CsvTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /// The names in the head of a text, to tell what it is without reading it all.
    public static List<String> columnsOf(String text) {
        int start = behindPreamble(text);
        int limit = Math.min(text.length(), start + MAX_HEAD);
        int end = text.indexOf('\n', start, limit);
        var head = text.substring(start, end < 0 ? limit : end);
        return names(new Reader(head, 0, separator(text, start)).next());
    }

    /// @throws CostlyImportException if it has too many cells
    public static CsvTable parse(String text) throws CostlyImportException {
        int start = behindPreamble(text);
        var reader = new Reader(text, start, separator(text, start));
        var columns = names(reader.next());
        return new CsvTable(columns, rows(reader));
    }

    /// One whose first line is a row like any other, because its columns are known by their places.
    ///
    /// @throws CostlyImportException if it has too many cells
    public static CsvTable parseWithoutHead(String text) throws CostlyImportException {
        int start = behindPreamble(text);
        return new CsvTable(List.of(), rows(new Reader(text, start, separator(text, start))));
    }

    private static List<List<String>> rows(Reader reader) throws CostlyImportException {
        var rows = new ArrayList<List<String>>();
        long cells = 0;
        while (reader.hasNext()) {
            var row = reader.next();
            cells += row.size();
            if (cells > MAX_CELLS) {
                throw new CostlyImportException(
                        "This table has more than " + MAX_CELLS + " cells. Export it in smaller parts.");
            }
            if (row.stream().anyMatch(cell -> !cell.isBlank())) {
                rows.add(row);
            }
        }
        return rows;
    }

    /// Where the table begins: behind blank lines, comments, and the line by which spreadsheets are told the separator.
    private static int behindPreamble(String text) {
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            int next = end < 0 ? text.length() : end + 1;
            if (!isPreamble(text.substring(at, Math.min(next, at + MAX_HEAD)))) {
                return at;
            }
            at = next;
        }
        return at;
    }

    private static boolean isPreamble(String line) {
        return line.isBlank()
                || line.startsWith("#")
                || SEPARATOR_LINE.matcher(line.strip()).matches();
    }

    /// Each row by the names of its columns; a cell that is missing is empty.
    public List<Row> named() {
        var places = new HashMap<String, Integer>();
        for (int i = 0; i < columns.size(); i++) {
            places.putIfAbsent(columns.get(i), i);
        }
        return rows.stream()
                .map(cells -> new Row(columns.size(), places, cells))
                .toList();
    }

    /// One row.
    public static final class Row {
        private final int columns;
        private final Map<String, Integer> places;
        private final List<String> cells;

        private Row(int columns, Map<String, Integer> places, List<String> cells) {
            this.columns = columns;
            this.places = places;
            this.cells = cells;
        }

        /// The cells for which the head has no names, because somewhere in the row stands a comma too many; mostly
        /// none.
        public List<String> beyondHead() {
            return cells.subList(Math.min(columns, cells.size()), cells.size());
        }

        /// All of its cells, also those that no column names.
        public Stream<String> cells() {
            return cells.stream();
        }

        /// Whether the head has this name, lower case.
        public boolean has(String column) {
            return places.containsKey(column);
        }

        /// The cell under this name, lower case; empty if there is none.
        public String text(String column) {
            return find(column).orElse("");
        }

        /// The cell under this name, lower case, unless it is missing or blank.
        public Optional<String> find(String column) {
            return Optional.ofNullable(places.get(column))
                    .filter(place -> place < cells.size())
                    .map(cells::get)
                    .map(String::strip)
                    .filter(cell -> !cell.isEmpty());
        }
    }

    private static List<String> names(List<String> head) {
        return head.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    }

    /// The one that is named above the table, or else that which is most frequent in its first line.
    private static char separator(String text, int start) {
        var named = SEPARATOR_LINE.matcher("");
        for (var line : (Iterable<String>) text.substring(0, start).lines()::iterator) {
            if (named.reset(line.strip()).matches()) {
                return named.group(1).isEmpty() ? '\t' : named.group(1).charAt(0);
            }
        }
        char best = ',';
        int most = 0;
        for (char candidate : new char[] {',', ';', '\t'}) {
            int count = 0;
            for (int i = start; i < text.length() && text.charAt(i) != '\n'; i++) {
                count += text.charAt(i) == candidate ? 1 : 0;
            }
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    private static final class Reader {
        private final String text;
        private final char separator;
        private int at;

        Reader(String text, int start, char separator) {
            this.text = text;
            at = start;
            this.separator = separator;
        }

        boolean hasNext() {
            return at < text.length();
        }

        List<String> next() {
            var row = new ArrayList<String>();
            do {
                row.add(cell());
            } while (take(separator));
            boolean more = take('\r');
            while (more) {
                more = take('\r'); // some programs write two
            }
            take('\n');
            return row;
        }

        private String cell() {
            return take('"') ? quoted() : bare();
        }

        private String bare() {
            int start = at;
            while (at < text.length() && text.charAt(at) != separator && "\r\n".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(start, at);
        }

        /// Up to the closing quote, and what stands behind it by mistake.
        private String quoted() {
            var cell = new StringBuilder();
            while (at < text.length()) {
                char sign = text.charAt(at++);
                if (sign != '"') {
                    cell.append(sign);
                } else if (!take('"')) {
                    return cell.append(bare()).toString();
                } else {
                    cell.append('"');
                }
            }
            return cell.toString();
        }

        private boolean take(char sign) {
            boolean isThere = at < text.length() && text.charAt(at) == sign;
            at += isThere ? 1 : 0;
            return isThere;
        }
    }
}
