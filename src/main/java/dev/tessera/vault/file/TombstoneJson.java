package dev.tessera.vault.file;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tessera.vault.Tombstone;
import java.util.Map;
import java.util.UUID;

/// A tombstone as JSON. See docs/vault-format.md, "Tags and tombstones".
record TombstoneJson(
        @JsonProperty(required = true) UUID id,
        @JsonProperty(required = true) long revision,
        @JsonProperty(required = true) String removed,
        @RestOfFields Map<String, JsonNode> unknown) {

    static TombstoneJson of(Tombstone stone, UnknownFields kept) {
        return new TombstoneJson(
                stone.id(),
                stone.revision(),
                stone.removed().toString(),
                kept.at("tombstones", stone.id().toString()).here());
    }

    Tombstone toTombstone(UnknownFields found) {
        found.at("tombstones", id.toString()).keep(unknown);
        return new Tombstone(id, revision, Times.parse(removed));
    }
}
