package dev.tessera.bus;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

/// Between plain Java values and those of the library.
final class Values {
    private Values() {}

    /// [Typed] becomes what the library calls a variant; the library takes all other values as they are.
    static Object[] outgoing(Object... values) {
        return Arrays.stream(values).map(Values::outgoing).toArray();
    }

    private static Object outgoing(Object value) {
        return switch (value) {
            case Typed typed -> new Variant<>(typed.value(), typed.signature());
            case Map<?, ?> map -> each(map, Values::outgoing);
            default -> value;
        };
    }

    /// Paths become text, variants what is in them, all arrays lists, structures arrays of objects.
    static Object[] incoming(Object @Nullable [] values) {
        return values == null
                ? new Object[0]
                : Arrays.stream(values).map(Values::incoming).toArray();
    }

    private static Object incoming(Object value) {
        return switch (value) {
            case DBusPath path -> path.getPath();
            case DBusPath[] paths -> Arrays.stream(paths).map(DBusPath::getPath).toList();
            case Variant<?> variant -> incoming(variant.getValue());
            // Bytes, perhaps of a secret, are not copied once more.
            case List<?> list when !list.isEmpty() && list.getFirst() instanceof Byte -> list;
            case List<?> list -> list.stream().map(Values::incoming).toList();
            case Map<?, ?> map -> each(map, Values::incoming);
            case Object[] structure -> incoming(structure);
            default -> value;
        };
    }

    private static Map<Object, Object> each(Map<?, ?> map, UnaryOperator<Object> change) {
        var changed = new LinkedHashMap<Object, Object>();
        map.forEach((key, value) -> changed.put(change.apply(key), change.apply(value)));
        return changed;
    }
}
