package dev.tessera.keyring;

import dev.tessera.crypto.Key;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;

/// The keyring of GNOME, KDE, KeePassXC and others: the Secret Service of freedesktop.org, Secret Service API Draft
/// 0.2, <https://specifications.freedesktop.org/secret-service/>.
final class SecretService implements Keyring {
    private static final String NAME = "org.freedesktop.secrets";
    private static final String ROOT = "/org/freedesktop/secrets";
    private static final String DEFAULT = ROOT + "/aliases/default";
    private static final String SERVICE = "org.freedesktop.Secret.Service";
    private static final String COLLECTION = "org.freedesktop.Secret.Collection";
    private static final String ITEM = "org.freedesktop.Secret.Item";
    private static final String PROMPT = "org.freedesktop.Secret.Prompt";
    private static final String NOTHING = "/";
    private static final int KEY_LENGTH = 32;

    /// How long a person may take to answer.
    private static final Duration ANSWER = Duration.ofMinutes(2);

    private final String busAddress;

    SecretService(String busAddress) {
        this.busAddress = busAddress;
    }

    /// Where there is a session bus; whether somebody keeps secrets on it shows when it is asked.
    static Optional<Keyring> ofThisSession() {
        return Optional.ofNullable(System.getenv("DBUS_SESSION_BUS_ADDRESS")).map(SecretService::new);
    }

    @Override
    public Optional<Key> find(byte[] vaultId, boolean mayAsk) throws KeyringException {
        try (var bus = Bus.at(busAddress)) {
            var item = findItem(bus, vaultId, mayAsk);
            return item.isPresent() ? Optional.of(read(bus, item.get())) : Optional.empty();
        }
    }

    @Override
    public void keep(byte[] vaultId, String name, Key key) throws KeyringException {
        byte[] secret = key.toByteArray();
        try (var bus = Bus.at(busAddress)) {
            unlock(bus, new DBusPath(DEFAULT), true);
            Map<String, Variant<?>> properties = Map.of(
                    ITEM + ".Label", new Variant<>("Tessera: " + name),
                    ITEM + ".Attributes", new Variant<>(attributes(vaultId), "a{ss}"));
            var created = bus.call(
                    new Bus.At(NAME, DEFAULT, COLLECTION),
                    "CreateItem",
                    "a{sv}(oayays)b",
                    properties,
                    new Object[] {session(bus), new byte[0], secret, "application/octet-stream"},
                    true);
            if (isNothing(created[0])) {
                answer(bus, created[1]);
            }
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    @Override
    public void forget(byte[] vaultId) throws KeyringException {
        try (var bus = Bus.at(busAddress)) {
            var item = findItem(bus, vaultId, true);
            if (item.isPresent()) {
                answer(bus, bus.call(new Bus.At(NAME, item.get().getPath(), ITEM), "Delete", "")[0]);
            }
        }
    }

    private static Optional<DBusPath> findItem(Bus bus, byte[] vaultId, boolean mayAsk) throws KeyringException {
        var found = bus.call(service(), "SearchItems", "a{ss}", attributes(vaultId));
        var open = paths(found[0]);
        if (!open.isEmpty()) {
            return Optional.of(open.getFirst());
        }
        var closed = paths(found[1]);
        return closed.isEmpty() || !unlock(bus, closed.getFirst(), mayAsk)
                ? Optional.empty()
                : Optional.of(closed.getFirst());
    }

    /// @return whether it is open now
    private static boolean unlock(Bus bus, DBusPath item, boolean mayAsk) throws KeyringException {
        var unlocked = bus.call(service(), "Unlock", "ao", List.of(item));
        if (!paths(unlocked[0]).isEmpty()) {
            return true;
        }
        if (isNothing(unlocked[1])) {
            throw new KeyringException("The keyring of this desktop has no place for new keys.");
        }
        if (mayAsk) {
            answer(bus, unlocked[1]);
        }
        return mayAsk;
    }

    /// Shows the person what the keyring wants to ask, if there is anything.
    private static void answer(Bus bus, Object prompt) throws KeyringException {
        if (isNothing(prompt)) {
            return;
        }
        var at = new Bus.At(NAME, ((DBusPath) prompt).getPath(), PROMPT);
        var completed = bus.await(at, "Completed", ANSWER, () -> bus.call(at, "Prompt", "s", ""));
        if (Boolean.TRUE.equals(completed[0])) {
            throw new KeyringException("The keyring of this desktop was not opened.");
        }
    }

    private static Key read(Bus bus, DBusPath item) throws KeyringException {
        var answer = bus.call(new Bus.At(NAME, item.getPath(), ITEM), "GetSecret", "o", session(bus));
        var secret = (Object[]) answer[0];
        byte[] bytes = bytes((List<?>) secret[2]);
        try {
            if (bytes.length != KEY_LENGTH) {
                throw new KeyringException("What the keyring of this desktop keeps for this vault is no key.");
            }
            return Key.copyOf(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /// The transfer is plain: the bus is a socket that only this user may open, and whoever may listen on it may also
    /// ask the keyring.
    private static DBusPath session(Bus bus) throws KeyringException {
        return (DBusPath) bus.call(service(), "OpenSession", "sv", "plain", new Variant<>(""))[1];
    }

    private static Bus.At service() {
        return new Bus.At(NAME, ROOT, SERVICE);
    }

    private static Map<String, String> attributes(byte[] vaultId) {
        return Map.of("application", "dev.tessera", "vault", HexFormat.of().formatHex(vaultId));
    }

    private static boolean isNothing(Object path) {
        return ((DBusPath) path).getPath().equals(NOTHING);
    }

    private static byte[] bytes(List<?> boxed) {
        var bytes = ByteBuffer.allocate(boxed.size());
        boxed.forEach(b -> bytes.put((Byte) b));
        return bytes.array();
    }

    private static List<DBusPath> paths(Object answered) {
        return answered instanceof DBusPath[] array
                ? List.of(array)
                : ((List<?>) answered).stream().map(DBusPath.class::cast).toList();
    }
}
