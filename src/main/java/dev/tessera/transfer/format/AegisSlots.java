package dev.tessera.transfer.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tessera.crypto.Key;
import dev.tessera.crypto.Passphrase;
import dev.tessera.transfer.CostlyImportException;
import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Encoded;
import dev.tessera.transfer.Fields;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.Unsealing;
import dev.tessera.transfer.UnsupportedImportException;
import dev.tessera.transfer.WrongImportPassphraseException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The slots of a sealed Aegis file. Each one that has a passphrase is tried; those of a fingerprint or a raw key open
/// on the phone alone.
final class AegisSlots {
    private static final long PASSWORD = 1;
    private static final int MAX_TRIED = 10;

    /// Above this many bytes, old versions took more of their buffer than the passphrase filled.
    private static final int LONG_PASSPHRASE = 64;

    private final List<Fields> slots;

    AegisSlots(List<Fields> all) throws ImportException {
        var found = all.stream()
                .filter(slot -> slot.text("type").equals(String.valueOf(PASSWORD)))
                .toList();
        if (found.isEmpty()) {
            throw new UnsupportedImportException(
                    "No passphrase opens this file; only the phone that wrote it can. In Aegis, export it with a"
                            + " passphrase or unencrypted.");
        }
        slots = found.subList(0, Math.min(found.size(), MAX_TRIED));
    }

    /// The key of the content.
    ///
    /// @throws WrongImportPassphraseException if no slot opens
    Key open(Passphrase passphrase) throws ImportException {
        Optional<ImportException> unusable = Optional.empty();
        for (var slot : slots) {
            try {
                var key = open(slot, passphrase);
                if (key.isPresent()) {
                    return key.get();
                }
            } catch (DamagedImportException | CostlyImportException e) {
                unusable = unusable.or(() -> Optional.of(e)); // Another slot may open; if none does, that is told.
            }
        }
        throw unusable.orElseGet(WrongImportPassphraseException::new);
    }

    private static Optional<Key> open(Fields slot, Passphrase passphrase) throws ImportException {
        var key = open(slot, passphrase.toUtf8());
        if (key.isPresent() || slot.isTrue("repaired")) {
            return key;
        }
        byte[] old = asOldVersions(passphrase.toUtf8());
        if (old.length > LONG_PASSPHRASE) {
            return open(slot, old);
        }
        Arrays.fill(old, (byte) 0);
        return key;
    }

    /// @param password taken over and wiped
    private static Optional<Key> open(Fields slot, byte[] password) throws ImportException {
        long[] cost = {slot.requiredNumber("n"), slot.requiredNumber("r"), slot.requiredNumber("p")};
        var params = slot.object("key_params");
        byte[] box = joined(Encoded.hex(slot, "key"), Encoded.hex(params, "tag"));
        byte[] salt = Encoded.hex(slot, "salt");
        try (var derived = Unsealing.scrypt(cost, password, salt)) {
            return Optional.of(key(Unsealing.gcm(derived, Encoded.hex(params, "nonce"), box)));
        } catch (WrongImportPassphraseException _) {
            return Optional.empty(); // Another slot may open; if none does, that is told.
        }
    }

    private static Key key(byte[] bytes) throws DamagedImportException {
        try {
            if (bytes.length != 32) {
                throw new DamagedImportException(
                        "The file's key has " + bytes.length + " bytes; it must have 32. Export it again from Aegis.");
            }
            return Key.copyOf(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /// Ciphertext and tag, which Aegis keeps apart.
    static byte[] joined(byte[] ciphertext, byte[] tag) {
        return ByteBuffer.allocate(ciphertext.length + tag.length)
                .put(ciphertext)
                .put(tag)
                .array();
    }

    /// The whole buffer that Java's encoder allocates, zeros at its end included.
    ///
    /// @param utf8 taken over and wiped
    @SuppressWarnings("ByteBufferBackingArray") // what lies behind the text is what this is about
    private static byte[] asOldVersions(byte[] utf8) {
        var characters = UTF_8.decode(ByteBuffer.wrap(utf8));
        var buffer = UTF_8.encode(CharBuffer.wrap(characters));
        byte[] whole = buffer.array();
        Arrays.fill(characters.array(), '\0');
        Arrays.fill(utf8, (byte) 0);
        return whole;
    }
}
