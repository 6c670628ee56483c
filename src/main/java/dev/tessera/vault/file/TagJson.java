package dev.tessera.vault.file;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tessera.vault.Tag;
import java.util.Map;
import java.util.UUID;

/// A tag as JSON. See docs/vault-format.md, "Tags and tombstones".
record TagJson(
        @JsonProperty(required = true) UUID id,
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) EntryJson.StampsJson stamps,
        @RestOfFields Map<String, JsonNode> unknown) {

    static TagJson of(Tag tag, UnknownFields kept) {
        var at = kept.at("tags", tag.id().toString());
        return new TagJson(
                tag.id(),
                VaultJson.whole(tag.name()),
                EntryJson.StampsJson.of(tag.stamps(), at.at("stamps")),
                at.here());
    }

    Tag toTag(UnknownFields found) {
        var at = found.at("tags", id.toString());
        at.keep(unknown);
        return new Tag(id, name, stamps.toStamps(at.at("stamps")));
    }
}
