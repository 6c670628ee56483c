package dev.tessera.vault;

import java.util.List;
import java.util.Map;

/// What a later release wrote and this one does not know: kept, and written back.
///
/// @param entries those that cannot be used at all
/// @param fields single fields by their place, such as `/entries/<id>/account/colour`, as JSON text
public record Unknown(List<SetAside> entries, Map<String, String> fields) {
    public Unknown {
        entries = List.copyOf(entries);
        fields = Map.copyOf(fields);
    }

    /// Nothing of the kind.
    public static Unknown none() {
        return new Unknown(List.of(), Map.of());
    }

    /// Hides the content: nobody knows what is a secret in it.
    @Override
    public String toString() {
        return "Unknown[" + entries.size() + " entries, " + fields.size() + " fields, hidden]";
    }
}
