package dev.tessera.keyring;

import dev.tessera.bus.Bus;
import dev.tessera.bus.BusException;
import dev.tessera.bus.Typed;
import dev.tessera.crypto.Key;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /// How a person calls it.
    private static final String PARTNER = "The keyring of this desktop";

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
        try (var bus = bus()) {
            var item = findItem(bus, vaultId, mayAsk);
            return item.isPresent() ? Optional.of(read(bus, item.get())) : Optional.empty();
        } catch (BusException e) {
            throw new KeyringException(e);
        }
    }

    @Override
    public void keep(byte[] vaultId, String name, Key key) throws KeyringException {
        byte[] secret = key.toByteArray();
        try (var bus = bus()) {
            unlock(bus, DEFAULT, true);
            var properties = Map.of(
                    ITEM + ".Label", new Typed("s", "Tessera: " + name),
                    ITEM + ".Attributes", new Typed("a{ss}", attributes(vaultId)));
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
        } catch (BusException e) {
            throw new KeyringException(e);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    @Override
    public void forget(byte[] vaultId) throws KeyringException {
        try (var bus = bus()) {
            var item = findItem(bus, vaultId, true);
            if (item.isPresent()) {
                answer(bus, bus.call(new Bus.At(NAME, item.get(), ITEM), "Delete", "")[0]);
            }
        } catch (BusException e) {
            throw new KeyringException(e);
        }
    }

    private Bus bus() throws BusException {
        return Bus.at(busAddress, PARTNER);
    }

    private static Optional<String> findItem(Bus bus, byte[] vaultId, boolean mayAsk)
            throws BusException, KeyringException {
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
    private static boolean unlock(Bus bus, String item, boolean mayAsk) throws BusException, KeyringException {
        var unlocked = bus.call(service(), "Unlock", "ao", List.of(item));
        if (!paths(unlocked[0]).isEmpty()) {
            return true;
        }
        if (isNothing(unlocked[1])) {
            throw new KeyringException("The keyring of this desktop has nowhere to store new keys.");
        }
        if (mayAsk) {
            answer(bus, unlocked[1]);
        }
        return mayAsk;
    }

    /// Shows the person what the keyring wants to ask, if there is anything.
    private static void answer(Bus bus, Object prompt) throws BusException, KeyringException {
        if (isNothing(prompt)) {
            return;
        }
        var at = new Bus.At(NAME, (String) prompt, PROMPT);
        var completed = bus.await(at, "Completed", ANSWER, () -> bus.call(at, "Prompt", "s", ""));
        if (Boolean.TRUE.equals(completed[0])) {
            throw new KeyringException("The keyring of this desktop was not unlocked.");
        }
    }

    private static Key read(Bus bus, String item) throws BusException, KeyringException {
        var answer = bus.call(new Bus.At(NAME, item, ITEM), "GetSecret", "o", session(bus));
        var secret = (Object[]) answer[0];
        byte[] bytes = bytes((List<?>) secret[2]);
        try {
            if (bytes.length != KEY_LENGTH) {
                throw new KeyringException("What the keyring of this desktop holds for this vault is not a key.");
            }
            return Key.copyOf(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /// The transfer is plain: the bus is a socket that only this user may open, and whoever may listen on it may also
    /// ask the keyring.
    private static String session(Bus bus) throws BusException {
        return (String) bus.call(service(), "OpenSession", "sv", "plain", new Typed("s", ""))[1];
    }

    private static Bus.At service() {
        return new Bus.At(NAME, ROOT, SERVICE);
    }

    private static Map<String, String> attributes(byte[] vaultId) {
        return Map.of("application", "dev.tessera", "vault", HexFormat.of().formatHex(vaultId));
    }

    private static boolean isNothing(Object path) {
        return path.equals(NOTHING);
    }

    private static byte[] bytes(List<?> boxed) {
        var bytes = ByteBuffer.allocate(boxed.size());
        boxed.forEach(b -> bytes.put((Byte) b));
        return bytes.array();
    }

    private static List<String> paths(Object answered) {
        return ((List<?>) answered).stream().map(String.class::cast).toList();
    }
}
