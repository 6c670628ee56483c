package dev.tessera.vault.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.tessera.vault.Entry;
import dev.tessera.vault.SetAside;
import dev.tessera.vault.Vault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/// Writes the content of a vault as JSON; [VaultJsonReader] reads it.
/// See docs/vault-format.md, "Content".
final class VaultJson {

    /// Strict, and without a pool of buffers that would keep secrets from one use to the next.
    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .defaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.FAIL))
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private VaultJson() {}

    /// The content as UTF-8, which the caller wipes.
    ///
    /// @throws IllegalArgumentException if a text holds half a character
    static byte[] write(Payload payload) {
        try (var out = new WipingBuffer();
                var json = MAPPER.createGenerator(out)) {
            write(payload, json);
            json.flush();
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError("memory does not fail to be written to", e);
        }
    }

    private static void write(Payload payload, JsonGenerator json) throws IOException {
        var vault = payload.vault();
        var kept = UnknownFields.of(vault.unknown().fields());
        json.writeStartObject();
        json.writeNumberField("version", payload.version());
        json.writeObjectField("ancestry", payload.ancestry().saves());
        writeEntries(vault, kept, json);
        json.writeArrayFieldStart("tags");
        for (var tag : vault.tags()) {
            json.writeObject(TagJson.of(tag, kept));
        }
        writeRaw(kept.at("tags").texts(), json);
        json.writeEndArray();
        json.writeArrayFieldStart("tombstones");
        for (var stone : vault.tombstones()) {
            json.writeObject(TombstoneJson.of(stone, kept));
        }
        writeRaw(kept.at("tombstones").texts(), json);
        json.writeEndArray();
        json.writeObjectFieldStart("settings");
        for (var setting : new TreeMap<>(vault.settings()).entrySet()) {
            json.writeStringField(whole(setting.getKey()), whole(setting.getValue()));
        }
        writeRawFields(kept.at("settings").texts(), json);
        json.writeEndObject();
        writeRawFields(kept.texts(), json);
        json.writeEndObject();
    }

    private static void writeEntries(Vault vault, UnknownFields kept, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("entries");
        for (Entry entry : vault.entries()) {
            var form = EntryJson.of(entry, kept);
            json.writeObject(form);
            form.account().otp().wipe();
        }
        for (SetAside entry : vault.setAside()) {
            byte[] bytes = entry.toByteArray();
            CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
            char[] characters = new char[text.remaining()];
            text.get(characters);
            json.writeRawValue(characters, 0, characters.length);
            Arrays.fill(characters, '\0');
            Arrays.fill(bytes, (byte) 0);
        }
        json.writeEndArray();
    }

    /// UTF-8 cannot hold half a surrogate pair; what were written instead would not be what was meant.
    static String whole(String text) {
        if (!StandardCharsets.UTF_16.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("a name or a note contains half a character (a lone surrogate)");
        }
        return text;
    }

    private static void writeRaw(Map<String, String> texts, JsonGenerator json) throws IOException {
        for (var text : texts.values()) {
            json.writeRawValue(text);
        }
    }

    private static void writeRawFields(Map<String, String> texts, JsonGenerator json) throws IOException {
        for (var field : texts.entrySet()) {
            json.writeFieldName(field.getKey());
            json.writeRawValue(field.getValue());
        }
    }
}
