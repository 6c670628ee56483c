package dev.tessera.vault.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Fields that this release does not know, gathered from all of the JSON while it is read, and handed
/// back to their places while it is written. Places are named as in RFC 6901, but entries and tags by
/// their ids: `/entries/<id>/account/colour`.
final class UnknownFields {

    private final NavigableMap<String, String> all;
    private final @Nullable UnknownFields outer;
    private final String[] names;

    private UnknownFields(NavigableMap<String, String> all, @Nullable UnknownFields outer, String... names) {
        this.all = all;
        this.outer = outer;
        this.names = names;
    }

    static UnknownFields of(Map<String, String> fields) {
        return new UnknownFields(new TreeMap<>(fields), null);
    }

    /// None so far.
    static UnknownFields none() {
        return of(Map.of());
    }

    /// The same fields, seen from further inside.
    UnknownFields at(String... further) {
        return new UnknownFields(all, this, further);
    }

    /// Takes in all that were found elsewhere, by their places.
    void keep(UnknownFields found) {
        all.putAll(found.all);
    }

    /// Keeps fields found at this place.
    void keep(Map<String, JsonNode> fields) {
        fields.forEach((name, value) -> keep(name, value.toString()));
    }

    /// Keeps one field found at this place.
    void keep(String name, String json) {
        all.put(place() + '/' + escape(name), json);
    }

    /// The fields that belong to exactly this place.
    Map<String, JsonNode> here() {
        var fields = new TreeMap<String, JsonNode>();
        texts().forEach((name, json) -> fields.put(name, parse(json)));
        return fields;
    }

    /// The fields that belong to exactly this place, as JSON text.
    Map<String, String> texts() {
        if (all.isEmpty()) {
            return Map.of(); // as in most vaults: no need to write down a place for each entry
        }
        var fields = new TreeMap<String, String>();
        String prefix = place() + '/';
        for (var field : all.tailMap(prefix, true).entrySet()) {
            String path = field.getKey();
            if (!path.startsWith(prefix)) {
                break; // in their order, all of one place lie together
            }
            if (path.indexOf('/', prefix.length()) < 0) {
                fields.put(unescape(path.substring(prefix.length())), field.getValue());
            }
        }
        return fields;
    }

    /// All of them, wherever.
    Map<String, String> all() {
        return Map.copyOf(all);
    }

    private String place() {
        if (outer == null) {
            return "";
        }
        var place = new StringBuilder(outer.place());
        for (var name : names) {
            place.append('/').append(escape(name));
        }
        return place.toString();
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
