package dev.tessera.vault.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/// Fields that this release does not know, gathered from all of the JSON while it is read, and handed
/// back to their places while it is written. Places are named as in RFC 6901, but entries and tags by
/// their ids: `/entries/<id>/account/colour`.
final class UnknownFields {

    private final Map<String, String> all;
    private final String place;

    private UnknownFields(Map<String, String> all, String place) {
        this.all = all;
        this.place = place;
    }

    static UnknownFields of(Map<String, String> fields) {
        return new UnknownFields(new TreeMap<>(fields), "");
    }

    /// The same fields, seen from further inside.
    UnknownFields at(String... names) {
        var inner = new StringBuilder(place);
        for (var name : names) {
            inner.append('/').append(escape(name));
        }
        return new UnknownFields(all, inner.toString());
    }

    /// Keeps fields found at this place.
    void keep(Map<String, JsonNode> fields) {
        fields.forEach((name, value) -> keep(name, value.toString()));
    }

    /// Keeps one field found at this place.
    void keep(String name, String json) {
        all.put(place + '/' + escape(name), json);
    }

    /// The fields that belong to exactly this place.
    Map<String, JsonNode> here() {
        var fields = new TreeMap<String, JsonNode>();
        texts().forEach((name, json) -> fields.put(name, parse(json)));
        return fields;
    }

    /// The fields that belong to exactly this place, as JSON text.
    Map<String, String> texts() {
        var fields = new TreeMap<String, String>();
        String prefix = place + '/';
        all.forEach((path, json) -> {
            if (path.startsWith(prefix) && path.indexOf('/', prefix.length()) < 0) {
                fields.put(unescape(path.substring(prefix.length())), json);
            }
        });
        return fields;
    }

    /// All of them, wherever.
    Map<String, String> all() {
        return Map.copyOf(all);
    }

    private static JsonNode parse(String json) {
        try {
            return VaultJson.MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("it was JSON when it was kept", e);
        }
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String unescape(String name) {
        return name.replace("~1", "/").replace("~0", "~");
    }
}
