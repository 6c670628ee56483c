package dev.tessera.transfer.extension;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tessera.crypto.Passphrase;
import dev.tessera.transfer.Fields;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Unsealing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What opens the entries of one file: the passphrase itself (version 1), the text of a random key that it opens
/// (version 2), or the text of a key that is derived from it (version 3), of which there may be several.
final class ExtensionKeys implements AutoCloseable {
    private static final int MAX_KEYS = 10;
    private static final long[] COST = {19_456, 2, 1};

    private final Map<String, byte[]> named = new HashMap<>();
    private final List<byte[]> unnamed = new ArrayList<>();
    private boolean hasRandomKey;

    private ExtensionKeys() {}

    /// Whether an entry needs a key.
    static boolean isSealed(Fields entry) {
        return isWhollySealed(entry) || entry.isTrue("encrypted");
    }

    static ExtensionKeys of(ImportFile file, Passphrase passphrase) throws ImportException {
        var keys = new ExtensionKeys();
        file.fields().object("key").find("enc").ifPresent(enc -> keys.addOpened(enc, passphrase));
        file.fields().find("enc").ifPresent(enc -> keys.addOpened(enc, passphrase));
        var members = file.json().filter(JsonNode::isObject).stream()
                .flatMap(object -> object.properties().stream())
                .toList();
        for (var member : members) {
            var record = Fields.of(member.getValue());
            if (record.text("dataType").equals("Key") && keys.named.size() < MAX_KEYS) {
                keys.addRecord(record.find("id").orElse(member.getKey()), record, passphrase);
            }
        }
        keys.unnamed.add(passphrase.toUtf8());
        return keys;
    }

    private void addRecord(String id, Fields record, Passphrase passphrase) throws ImportException {
        record.find("enc").ifPresent(enc -> addOpened(enc, passphrase));
        var salt = record.find("salt");
        if (salt.isEmpty()) {
            return; // Entries of this key are told as such that lack it.
        }
        try (var key =
                Unsealing.argon2id(COST.clone(), passphrase.toUtf8(), salt.get().getBytes(UTF_8))) {
            byte[] bytes = key.toByteArray();
            named.put(id, Base64.getEncoder().withoutPadding().encode(bytes));
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private void addOpened(String enc, Passphrase passphrase) {
        hasRandomKey = true;
        byte[] password = passphrase.toUtf8();
        CryptoJsBox.open(enc, password).ifPresent(bytes -> {
            unnamed.add(HexFormat.of().formatHex(bytes).getBytes(US_ASCII));
            Arrays.fill(bytes, (byte) 0);
        });
        Arrays.fill(password, (byte) 0);
    }

    /// Whether there is any key in the file; without one, only the passphrase itself may open the entries.
    boolean areThere() {
        return hasRandomKey || !named.isEmpty();
    }

    /// Whether the file has the key that a sealed entry names; one that names none may have any.
    boolean hasKeyOf(Fields entry) {
        var id = entry.text("keyId");
        return named.containsKey(id) || (!isWhollySealed(entry) && (id.isEmpty() || hasRandomKey));
    }

    /// An entry in the clear: its secret may have come out of a seal of its own.
    record Opened(Fields entry, String secret) {}

    /// Nothing if its key is another one.
    Optional<Opened> open(Fields entry) {
        if (isWhollySealed(entry)) {
            return Optional.ofNullable(named.get(entry.text("keyId")))
                    .flatMap(key -> CryptoJsBox.open(entry.text("data"), key))
                    .flatMap(ExtensionKeys::object)
                    .map(inner -> new Opened(inner, inner.text("secret")));
        }
        var candidates = new ArrayList<>(unnamed);
        Optional.ofNullable(named.get(entry.text("keyId"))).ifPresent(candidates::addFirst);
        return candidates.stream()
                .map(key -> CryptoJsBox.open(entry.text("secret"), key).flatMap(ExtensionKeys::text))
                .flatMap(Optional::stream)
                .findFirst()
                .map(secret -> new Opened(entry, secret));
    }

    private static boolean isWhollySealed(Fields entry) {
        return entry.text("dataType").equals("EncOTPStorage");
    }

    /// Wipes the bytes. What a wrong key leaves behind is no object.
    private static Optional<Fields> object(byte[] bytes) {
        try (var inner = ImportFile.of(bytes)) {
            return inner.json().filter(JsonNode::isObject).map(Fields::of);
        } catch (ImportException _) {
            return Optional.empty(); // Told by the caller.
        }
    }

    /// Wipes the bytes. What a wrong key leaves behind is no text of signs alone.
    private static Optional<String> text(byte[] bytes) {
        boolean isText = bytes.length > 0;
        for (byte sign : bytes) {
            isText &= sign >= ' ' && sign < 0x7f;
        }
        var text = isText ? Optional.of(new String(bytes, US_ASCII)) : Optional.<String>empty();
        Arrays.fill(bytes, (byte) 0);
        return text;
    }

    /// Wipes the keys.
    @Override
    public void close() {
        named.values().forEach(key -> Arrays.fill(key, (byte) 0));
        unnamed.forEach(key -> Arrays.fill(key, (byte) 0));
    }
}
