package dev.tessera.keyring;

import dev.tessera.crypto.Key;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// A keyring that the test opens, closes and breaks.
public final class MemoryKeyring implements Keyring {
    public volatile boolean broken;
    public volatile boolean closed;

    private final Map<String, byte[]> kept = new ConcurrentHashMap<>();

    @Override
    public Optional<Key> find(byte[] vaultId, boolean mayAsk) throws KeyringException {
        return isOpen(mayAsk) ? Optional.ofNullable(kept.get(name(vaultId))).map(Key::copyOf) : Optional.empty();
    }

    @Override
    public void keep(byte[] vaultId, String name, Key key) throws KeyringException {
        if (isOpen(true)) {
            kept.put(name(vaultId), key.toByteArray());
        }
    }

    @Override
    public void forget(byte[] vaultId) throws KeyringException {
        if (isOpen(true)) {
            kept.remove(name(vaultId));
        }
    }

    public boolean isEmpty() {
        return kept.isEmpty();
    }

    /// A person who is asked opens it.
    private boolean isOpen(boolean mayAsk) throws KeyringException {
        if (broken) {
            throw new KeyringException("The keyring of this desktop does not respond.");
        }
        closed &= !mayAsk;
        return !closed;
    }

    private static String name(byte[] vaultId) {
        return HexFormat.of().formatHex(vaultId);
    }
}
