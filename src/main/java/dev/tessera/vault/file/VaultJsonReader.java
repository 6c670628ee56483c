package dev.tessera.vault.file;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.tessera.vault.Entry;
import dev.tessera.vault.SetAside;
import dev.tessera.vault.Tag;
import dev.tessera.vault.Tombstone;
import dev.tessera.vault.Unknown;
import dev.tessera.vault.Vault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Reads the content of a vault. The outer object must be right; an entry, tag or field inside that
/// is not is kept byte for byte, so that one odd entry never stands between a person and the rest.
///
/// No message of Jackson's leaves this class: it might quote a secret.
final class VaultJsonReader {

    private static final String NOT_JSON = "its content is not the expected JSON";

    private static final int PIECE = 8192;

    private final byte[] bytes;
    private final Map<UUID, Entry> entries = new LinkedHashMap<>();
    private final Set<SetAside> setAside = new LinkedHashSet<>();
    private final List<Tag> tags = new ArrayList<>();
    private final List<Tombstone> tombstones = new ArrayList<>();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Set<UUID> tagIds = new HashSet<>();
    private final UnknownFields unknown = UnknownFields.none();
    private Ancestry ancestry = Ancestry.none();
    private int version;

    private VaultJsonReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /// @throws CorruptVaultException if it is not a JSON object with a version
    static Payload read(byte[] utf8) throws CorruptVaultException {
        requirePlainUtf8(utf8);
        var reader = new VaultJsonReader(utf8);
        try (var json = VaultJson.MAPPER.createParser(utf8)) {
            // A name twice within an entry is a fault of that entry alone, found when it is read by itself.
            json.disable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
            reader.readRoot(json);
        } catch (JacksonException e) {
            throw new CorruptVaultException(NOT_JSON);
        } catch (CorruptVaultException e) {
            throw e;
        } catch (IOException e) {
            throw new AssertionError("memory does not fail to be read", e);
        }
        return reader.payload();
    }

    /// A parser guesses at UTF-16 and UTF-32 by zero bytes and by what comes first; here nothing is guessed.
    private static void requirePlainUtf8(byte[] bytes) throws CorruptVaultException {
        boolean isPlain = bytes.length > 0 && bytes[0] == '{';
        for (byte b : bytes) {
            isPlain &= b != 0;
        }
        require(isPlain && isUtf8(bytes));
    }

    /// Piece by piece, so that there is no second copy of all that is secret.
    private static boolean isUtf8(byte[] bytes) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var left = ByteBuffer.wrap(bytes);
        var piece = CharBuffer.allocate(PIECE);
        try {
            CoderResult result;
            do {
                piece.clear();
                result = decoder.decode(left, piece, true);
            } while (result.isOverflow());
            return result.isUnderflow();
        } finally {
            Arrays.fill(piece.array(), '\0');
        }
    }

    private Payload payload() throws CorruptVaultException {
        if (version < 1) {
            throw new CorruptVaultException("its content states no version");
        }
        var kept = new Unknown(List.copyOf(setAside), unknown.all());
        var vault = new Vault(List.copyOf(entries.values()), tags, tombstones, settings, kept);
        return new Payload(version, ancestry, vault);
    }

    private void readRoot(JsonParser json) throws IOException {
        json.nextToken(); // the brace that it begins with
        var names = new HashSet<String>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            require(names.add(name));
            json.nextToken();
            switch (name) {
                case "version" -> version = json.getIntValue();
                case "ancestry" -> readAncestry(json);
                case "entries" -> eachElement(json, this::readEntry);
                case "tags" -> eachElement(json, this::readTag);
                case "tombstones" -> eachElement(json, this::readTombstone);
                case "settings" -> readSettings(json);
                default -> unknown.keep(name, text(slice(json)));
            }
        }
        require(json.nextToken() == null);
    }

    private void readAncestry(JsonParser json) throws IOException {
        require(json.currentToken() == JsonToken.START_ARRAY);
        var saves = new ArrayList<String>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            require(json.currentToken() == JsonToken.VALUE_STRING);
            saves.add(json.getText());
        }
        ancestry = new Ancestry(saves);
    }

    private void readSettings(JsonParser json) throws IOException {
        require(json.currentToken() == JsonToken.START_OBJECT);
        var names = new HashSet<String>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            require(names.add(name));
            if (json.nextToken() == JsonToken.VALUE_STRING) {
                settings.put(name, json.getText());
            } else {
                unknown.at("settings").keep(name, text(slice(json)));
            }
        }
    }

    private void readEntry(byte[] element) {
        try {
            var found = UnknownFields.none();
            var form = object(element, EntryJson.class);
            try {
                var entry = form.toEntry(found);
                if (entries.putIfAbsent(entry.id(), entry) == null) {
                    unknown.keep(found);
                } else {
                    setAside.add(SetAside.copyOf(element, "It has the same id as another entry."));
                }
            } finally {
                form.account().otp().wipe();
            }
        } catch (UnknownKindException _) {
            setAside.add(SetAside.copyOf(element, "It is of a type that this version of Tessera does not know."));
        } catch (IOException | IllegalArgumentException | DateTimeException _) {
            setAside.add(SetAside.copyOf(element, "Its fields are not the ones that this version of Tessera expects."));
        } finally {
            Arrays.fill(element, (byte) 0);
        }
    }

    private void readTag(byte[] element) {
        var found = UnknownFields.none();
        try {
            var tag = object(element, TagJson.class).toTag(found);
            if (tagIds.add(tag.id())) {
                tags.add(tag);
                unknown.keep(found);
                return;
            }
        } catch (IOException | IllegalArgumentException | DateTimeException _) {
            // kept below, as it is
        }
        keepElement("tags", element);
    }

    private void readTombstone(byte[] element) {
        var found = UnknownFields.none();
        try {
            tombstones.add(
                    VaultJson.MAPPER.readValue(element, TombstoneJson.class).toTombstone(found));
            unknown.keep(found);
        } catch (IOException | IllegalArgumentException | DateTimeException _) {
            keepElement("tombstones", element);
        }
    }

    /// Under a name that is the same wherever the same element is met.
    private void keepElement(String array, byte[] element) {
        String name = "?" + SealedVault.digest(element).substring(0, 16);
        unknown.at(array).keep(name, text(element));
    }

    private interface ElementReader {
        void read(byte[] element);
    }

    private void eachElement(JsonParser json, ElementReader reader) throws IOException {
        require(json.currentToken() == JsonToken.START_ARRAY);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            reader.read(slice(json));
        }
    }

    /// The bytes of the value at hand, which is skipped.
    private byte[] slice(JsonParser json) throws IOException {
        int start = Math.toIntExact(json.currentTokenLocation().getByteOffset());
        json.skipChildren();
        json.finishToken();
        return Arrays.copyOfRange(
                bytes, start, Math.toIntExact(json.currentLocation().getByteOffset()));
    }

    private static <T> T object(byte[] element, Class<T> form) throws IOException {
        if (element[0] != '{') {
            throw new IllegalArgumentException("it is not a JSON object");
        }
        return VaultJson.MAPPER.readValue(element, form);
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static void require(boolean met) throws CorruptVaultException {
        if (!met) {
            throw new CorruptVaultException(NOT_JSON);
        }
    }
}
