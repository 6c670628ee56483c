package dev.tessera.transfer.plist;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Binary property lists and archives as Apple's programs write them.
public final class Plists {
    private final List<byte[]> objects = new ArrayList<>();

    private Plists() {}

    /// A number in an archive.
    public record Uid(int index) {}

    /// An object of a class of its own: small values stand in it, others elsewhere.
    public record Instance(Map<String, Object> members) {}

    /// Of maps, lists, texts, bytes, whole numbers and [Uid]s.
    public static byte[] write(Object top) {
        var plist = new Plists();
        int root = plist.add(top);
        var out = new ByteArrayOutputStream();
        out.writeBytes("bplist00".getBytes(US_ASCII));
        var offsets = new ArrayList<Integer>();
        for (byte[] object : plist.objects) {
            offsets.add(out.size());
            out.writeBytes(object);
        }
        int table = out.size();
        offsets.forEach(
                offset -> out.writeBytes(ByteBuffer.allocate(4).putInt(offset).array()));
        out.writeBytes(ByteBuffer.allocate(32)
                .putInt(0)
                .putShort((short) 0)
                .put((byte) 4)
                .put((byte) 2)
                .putLong(offsets.size())
                .putLong(root)
                .putLong(table)
                .array());
        return out.toByteArray();
    }

    private int add(Object value) {
        int place = objects.size();
        objects.add(new byte[0]);
        objects.set(place, encoded(value));
        return place;
    }

    private byte[] encoded(Object value) {
        return switch (value) {
            case Boolean truth -> new byte[] {(byte) (truth ? 9 : 8)};
            case Integer number ->
                ByteBuffer.allocate(5).put((byte) 0x12).putInt(number).array();
            case Long number ->
                ByteBuffer.allocate(9).put((byte) 0x13).putLong(number).array();
            case Double number ->
                ByteBuffer.allocate(9).put((byte) 0x23).putDouble(number).array();
            case Uid(var index) -> new byte[] {(byte) 0x81, (byte) (index >> 8), (byte) index};
            case byte[] bytes -> sized(0x40, bytes.length, bytes);
            case String text -> text(text);
            case List<?> list -> sized(0xa0, list.size(), places(list));
            case Map<?, ?> map -> {
                var both = new ArrayList<Object>(map.keySet());
                both.addAll(map.values());
                yield sized(0xd0, map.size(), places(both));
            }
            default -> throw new IllegalArgumentException("no value of a list: " + value.getClass());
        };
    }

    private static byte[] text(String text) {
        return text.chars().allMatch(sign -> sign < 128)
                ? sized(0x50, text.length(), text.getBytes(US_ASCII))
                : sized(0x60, text.length(), text.getBytes(UTF_16BE));
    }

    private byte[] places(List<?> values) {
        var out = ByteBuffer.allocate(2 * values.size());
        values.forEach(value -> out.putShort((short) add(value)));
        return out.array();
    }

    private static byte[] sized(int kind, int size, byte[] content) {
        var out = new ByteArrayOutputStream();
        if (size < 15) {
            out.write(kind | size);
        } else {
            out.write(kind | 15);
            out.writeBytes(ByteBuffer.allocate(5).put((byte) 0x12).putInt(size).array());
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    /// An archive whose root this is.
    public static byte[] archive(Object root) {
        var all = new ArrayList<Object>(List.of("$null"));
        var top = refer(root, all);
        return write(Map.of(
                "$archiver", "NSKeyedArchiver", "$version", 100_000, "$top", Map.of("root", top), "$objects", all));
    }

    private static Uid refer(Object value, List<Object> all) {
        int place = all.size();
        all.add("");
        all.set(place, object(value, all));
        return new Uid(place);
    }

    private static Object object(Object value, List<Object> all) {
        return switch (value) {
            case Map<?, ?> map ->
                Map.of(
                        "NS.keys",
                                map.keySet().stream()
                                        .map(key -> refer(key, all))
                                        .toList(),
                        "NS.objects",
                                map.values().stream()
                                        .map(inner -> refer(inner, all))
                                        .toList());
            case List<?> list ->
                Map.of(
                        "NS.objects",
                        list.stream().map(inner -> refer(inner, all)).toList());
            case byte[] bytes -> Map.of("NS.data", bytes);
            case Instance(var members) -> {
                var direct = new LinkedHashMap<String, Object>();
                members.forEach((name, inner) -> direct.put(name, inner instanceof Number ? inner : refer(inner, all)));
                yield direct;
            }
            default -> value;
        };
    }
}
