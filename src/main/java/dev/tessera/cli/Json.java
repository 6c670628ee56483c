package dev.tessera.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;

/// The lines that `--json` prints. All ASCII, so that they mean the same whatever the terminal's character set
/// is, and no name in them can move a cursor.
final class Json {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private Json() {}

    /// @param fields in the order in which they are written: texts, numbers, truth values, lists and maps of such
    static String line(Map<String, ?> fields) {
        try {
            return MAPPER.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new AssertionError("maps and lists of plain values can always be written", e);
        }
    }
}
