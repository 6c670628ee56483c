package dev.tessera.transfer.kdbx;

import dev.tessera.crypto.Key;
import dev.tessera.crypto.Passphrase;
import dev.tessera.transfer.Hashes;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What may open a database: nothing in it tells whether a key file belongs to it, and an empty passphrase is not the
/// same as none.
public final class Keys implements AutoCloseable {
    private static final byte[] NO_KEY_FILE = {};

    private final List<Key> all = new ArrayList<>();

    private Keys() {}

    /// With the key file that was given; else with one of the same name that lies beside the database, and without it.
    public static Keys of(Passphrase passphrase, ImportFile file) throws ImportException {
        var keys = new Keys();
        var given = file.keyFile();
        if (given.isPresent()) {
            keys.addWith(given.get(), passphrase);
            return keys;
        }
        var found = besideIt(file);
        if (found.isPresent()) {
            keys.addWith(found.get(), passphrase);
        }
        keys.add(passphrase, NO_KEY_FILE);
        return keys;
    }

    private static Optional<byte[]> besideIt(ImportFile file) throws ImportException {
        var stem = file.fileName().replaceFirst("\\.[^.]*$", "");
        for (var ending : List.of(".keyx", ".key")) {
            var other = file.beside(stem + ending);
            if (other.isPresent()) {
                try (var keyFile = other.get()) {
                    return Optional.of(keyFile.bytes(0, keyFile.length()));
                }
            }
        }
        return Optional.empty();
    }

    /// @param keyFile taken over and wiped
    private void addWith(byte[] keyFile, Passphrase passphrase) throws ImportException {
        byte[] key = KeyFile.key(keyFile);
        Arrays.fill(keyFile, (byte) 0);
        if (passphrase.isEmpty()) {
            addHashOf(key);
        }
        add(passphrase, key);
        Arrays.fill(key, (byte) 0);
    }

    private void add(Passphrase passphrase, byte[] fileKey) {
        byte[] utf8 = passphrase.toUtf8();
        byte[] hash = Hashes.sha256(utf8);
        addHashOf(hash, fileKey);
        Arrays.fill(utf8, (byte) 0);
        Arrays.fill(hash, (byte) 0);
    }

    private void addHashOf(byte[]... parts) {
        byte[] composite = Hashes.sha256(parts);
        all.add(Key.copyOf(composite));
        Arrays.fill(composite, (byte) 0);
    }

    /// The likeliest first.
    List<Key> all() {
        return all;
    }

    /// Wipes them.
    @Override
    public void close() {
        all.forEach(Key::close);
    }
}
