package dev.tessera.vault;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/// What a later release wrote and this one does not know: kept, and written back.
///
/// @param entries those that cannot be used at all
/// @param fields single fields by their place, such as `/entries/<id>/account/colour`, as JSON text
public record Unknown(List<SetAside> entries, Map<String, String> fields) {
    private static final Pattern OWNER = Pattern.compile("/(entries|tags|tombstones)/([0-9a-f-]{36})/");

    public Unknown {
        entries = List.copyOf(entries);
        fields = Map.copyOf(fields);
    }

    /// Nothing of the kind.
    public static Unknown none() {
        return new Unknown(List.of(), Map.of());
    }

    /// Without the fields of what is no longer there.
    ///
    /// @param present the ids that are there, under `entries`, `tags` and `tombstones`
    Unknown of(Map<String, Set<UUID>> present) {
        if (fields.isEmpty()) {
            return this;
        }
        var left = new TreeMap<>(fields);
        left.keySet().removeIf(place -> {
            var owner = OWNER.matcher(place);
            return owner.lookingAt()
                    && !present.getOrDefault(owner.group(1), Set.of()).contains(UUID.fromString(owner.group(2)));
        });
        return new Unknown(entries, left);
    }

    /// Hides the content: nobody knows what is a secret in it.
    @Override
    public String toString() {
        return "Unknown[" + entries.size() + " entries, " + fields.size() + " fields, hidden]";
    }
}
