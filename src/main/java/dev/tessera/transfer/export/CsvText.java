package dev.tessera.transfer.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.Collectors;

/// A table as text (RFC 4180), every cell in quotes.
final class CsvText {
    private final StringBuilder text = new StringBuilder();

    CsvText(String... columns) {
        row(columns);
    }

    void row(String... cells) {
        text.append(List.of(cells).stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",")))
                .append('\n');
    }

    byte[] toByteArray() {
        return text.toString().getBytes(UTF_8);
    }
}
