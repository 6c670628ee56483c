package dev.tessera.transfer.plist;

import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.plist.PlistValue.Array;
import dev.tessera.transfer.plist.PlistValue.Data;
import dev.tessera.transfer.plist.PlistValue.Dictionary;
import dev.tessera.transfer.plist.PlistValue.Text;
import dev.tessera.transfer.plist.PlistValue.Uid;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// An archive of objects (NSKeyedArchiver): a property list in which objects name each other by numbers, and texts,
/// bytes, lists and dictionaries may each be wrapped as an object.
public final class KeyedArchive {
    private final BinaryPlist list;
    private final int[] objects;
    private final Item root;

    private KeyedArchive(byte[] bytes) throws ImportException {
        list = new BinaryPlist(bytes);
        var top = members(list.top());
        objects = list.at(required(top, "$objects")) instanceof Array(var places) ? places : new int[0];
        root = new Item(list.at(required(members(list.at(required(top, "$top"))), "root")));
    }

    /// Whether bytes begin as one does.
    public static boolean isMeant(byte[] bytes) {
        return BinaryPlist.isMeant(bytes);
    }

    /// @throws ImportException if it is damaged
    public static KeyedArchive parse(byte[] bytes) throws ImportException {
        return new KeyedArchive(bytes);
    }

    public Item root() {
        return root;
    }

    /// An object with named values.
    public final class Item {
        private final Map<String, Integer> members;

        private Item(PlistValue value) throws ImportException {
            var plain = members(resolved(value));
            members = plain.containsKey("NS.keys") ? unwrapped(plain) : plain;
        }

        private Map<String, Integer> unwrapped(Map<String, Integer> wrapped) throws ImportException {
            var named = new HashMap<String, Integer>();
            if (list.at(required(wrapped, "NS.keys")) instanceof Array(var keys)
                    && list.at(required(wrapped, "NS.objects")) instanceof Array(var values)) {
                for (int i = 0; i < Math.min(keys.length, values.length); i++) {
                    int value = values[i];
                    textOf(list.at(keys[i])).ifPresent(key -> named.put(key, value));
                }
            }
            return named;
        }

        private Optional<PlistValue> find(String name) throws ImportException {
            var place = members.get(name);
            return place == null ? Optional.empty() : Optional.of(resolved(list.at(place)));
        }

        /// Whether it has such a value, whatever it is.
        public boolean has(String name) {
            return members.containsKey(name);
        }

        /// A text; empty if it is missing or none.
        public String text(String name) throws ImportException {
            var value = find(name);
            return value.isPresent() ? textOf(value.get()).orElse("") : "";
        }

        /// Bytes, which the caller wipes; nothing if they are missing or none.
        public Optional<byte[]> bytes(String name) throws ImportException {
            var value = find(name);
            return value.isPresent() ? bytesOf(value.get()) : Optional.empty();
        }

        /// A whole number; nothing if it is missing or none.
        public OptionalLong number(String name) throws ImportException {
            return find(name).filter(PlistValue.Whole.class::isInstance).isPresent()
                    ? OptionalLong.of(((PlistValue.Whole) find(name).get()).value())
                    : OptionalLong.empty();
        }

        /// The objects of a list; none if it is missing.
        public List<Item> list(String name) throws ImportException {
            var items = new ArrayList<Item>();
            var value = find(name);
            if (value.isPresent()) {
                for (int place : placesOf(value.get())) {
                    items.add(new Item(list.at(place)));
                }
            }
            return items;
        }
    }

    private int[] placesOf(PlistValue value) throws ImportException {
        var inner = inner(value, "NS.objects");
        return inner instanceof Array(var places) ? places : new int[0];
    }

    private Optional<String> textOf(PlistValue value) throws ImportException {
        // `$null` is how an archive writes nothing.
        return inner(resolved(value), "NS.string") instanceof Text(var text) && !text.equals("$null")
                ? Optional.of(text)
                : Optional.empty();
    }

    private Optional<byte[]> bytesOf(PlistValue value) throws ImportException {
        return inner(value, "NS.data") instanceof Data(var bytes) ? Optional.of(bytes) : Optional.empty();
    }

    /// What an object wraps under this name; itself if it wraps nothing.
    private PlistValue inner(PlistValue value, String name) throws ImportException {
        var place = members(value).get(name);
        return place == null ? value : resolved(list.at(place));
    }

    private PlistValue resolved(PlistValue value) throws ImportException {
        if (!(value instanceof Uid(var index))) {
            return value;
        }
        if (index >= objects.length) {
            throw BinaryPlist.damaged();
        }
        return list.at(objects[index]);
    }

    private Map<String, Integer> members(PlistValue value) throws ImportException {
        var members = new HashMap<String, Integer>();
        if (value instanceof Dictionary(var keys, var values)) {
            for (int i = 0; i < keys.length; i++) {
                if (list.at(keys[i]) instanceof Text(var key)) {
                    members.put(key, values[i]);
                }
            }
        }
        return members;
    }

    private static int required(Map<String, Integer> members, String name) throws ImportException {
        var place = members.get(name);
        if (place == null) {
            throw BinaryPlist.damaged();
        }
        return place;
    }
}
