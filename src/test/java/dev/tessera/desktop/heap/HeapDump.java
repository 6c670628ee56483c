package dev.tessera.desktop.heap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// A heap dump of HotSpot (hprof 1.0.2, ids of eight bytes): where in it bytes stand, and who holds them.
final class HeapDump {
    private static final int STRING = 0x01;
    private static final int CLASS_NAME = 0x02;
    private static final int SEGMENT = 0x0c;
    private static final int NEXT_SEGMENT = 0x1c;
    private static final int ID = 8;
    private static final List<String> HOLDING = List.of("java.lang.ref.SoftReference", "java.lang.ref.FinalReference");

    private final byte[] file;
    private final ByteBuffer in;
    private final Map<Long, String> strings = new HashMap<>();
    private final Map<Long, Long> classNames = new HashMap<>();
    private final Map<Long, HeapClass> classes = new HashMap<>();
    private final Map<Long, String> roots = new HashMap<>();
    private long[] ids = new long[1 << 16];
    private int[] starts = new int[1 << 16];
    private int count;
    private Optional<HeapPaths> paths = Optional.empty();

    private HeapDump(byte[] file) {
        this.file = file;
        in = ByteBuffer.wrap(file);
    }

    static HeapDump read(Path path) throws IOException {
        var dump = new HeapDump(Files.readAllBytes(path));
        dump.readAll();
        return dump;
    }

    /// A class, with the fields that it adds to those of the class above it.
    ///
    /// @param statics names and objects of its static fields
    /// @param fields names and types of the others
    record HeapClass(long superclass, Map<String, Long> statics, List<Field> fields) {}

    record Field(String name, int type) {}

    /// Where a needle was found.
    ///
    /// @param object the index of the object that it stands in
    record Hit(Needle needle, int object) {}

    /// How many objects there are.
    int size() {
        return count;
    }

    /// Every place of every needle.
    List<Hit> find(List<Needle> needles) {
        var byBeginning = new Needle[1 << 16][];
        needles.stream()
                .collect(Collectors.groupingBy(needle -> beginning(needle.bytes(), 0)))
                .forEach((beginning, same) -> byBeginning[beginning] = same.toArray(Needle[]::new));
        var hits = new ArrayList<Hit>();
        for (int object = 0; object < count; object++) {
            int end = endOf(object);
            for (int at = starts[object]; at < end - 1; at++) {
                var some = byBeginning[beginning(file, at)];
                if (some != null) {
                    for (var needle : some) {
                        if (stands(needle, object, at, end)) {
                            hits.add(new Hit(needle, object));
                        }
                    }
                }
            }
        }
        return hits;
    }

    private static int beginning(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
    }

    private boolean stands(Needle needle, int object, int at, int end) {
        int length = needle.bytes().length;
        if (at + length > end || !Arrays.equals(file, at, at + length, needle.bytes(), 0, length)) {
            return false;
        }
        return !needle.alone() || (at == contentOf(object) && at + length == end);
    }

    /// Who holds the object, from it to a root.
    String holders(int object) {
        return paths().to(object);
    }

    /// Whether a root leads to it. The collector leaves old memory as it was under arrays of its own, which nobody
    /// holds.
    boolean isHeld(int object) {
        return paths().leadTo(object);
    }

    /// Whether it may be one of those arrays.
    boolean isFiller(int object) {
        return !isHeld(object) && nameOf(object).startsWith("int[");
    }

    private HeapPaths paths() {
        var known = paths.orElseGet(() -> new HeapPaths(this));
        paths = Optional.of(known);
        return known;
    }

    String nameOf(int object) {
        in.position(starts[object]);
        return switch (in.get(starts[object])) {
            case 0x20 -> "class " + className(ids[object]);
            case 0x21, 0x22 -> className(in.getLong(starts[object] + (in.get(starts[object]) == 0x21 ? 13 : 17)));
            default ->
                List.of("boolean", "char", "float", "double", "byte", "short", "int", "long")
                                .get(in.get(starts[object] + 17) - 4)
                        + "[" + in.getInt(starts[object] + 13) + "]";
        };
    }

    long id(int object) {
        return ids[object];
    }

    Map<Long, String> roots() {
        return roots;
    }

    /// The objects that this one refers to, by the names of the fields.
    void references(int object, Reference to) {
        int start = starts[object];
        switch (in.get(start)) {
            case 0x20 -> classOf(ids[object]).statics().forEach(to::refers);
            case 0x21 -> {
                int at = start + 25;
                boolean holds = holdsItsReferent(in.getLong(start + 13));
                for (long named = in.getLong(start + 13);
                        named != 0;
                        named = classOf(named).superclass()) {
                    to.refers("class", named);
                    for (var field : classOf(named).fields()) {
                        if (field.type() == 2 && (holds || !isReferent(named, field))) {
                            to.refers(field.name(), in.getLong(at));
                        }
                        at += sizeOf(field.type());
                    }
                }
            }
            case 0x22 -> {
                for (int i = 0; i < in.getInt(start + 13); i++) {
                    to.refers("[" + i + "]", in.getLong(start + 25 + i * ID));
                }
            }
            default -> {} // numbers
        }
    }

    interface Reference {
        void refers(String name, long id);
    }

    /// What is held softly stays until memory is short, and what is to be finalised until that was done.
    private boolean holdsItsReferent(long id) {
        return id != 0
                && (HOLDING.contains(className(id))
                        || holdsItsReferent(classOf(id).superclass()));
    }

    private boolean isReferent(long named, Field field) {
        return field.name().equals("referent") && className(named).equals("java.lang.ref.Reference");
    }

    private HeapClass classOf(long id) {
        return Objects.requireNonNull(classes.get(id), "an object without its class");
    }

    private String className(long id) {
        return strings.getOrDefault(classNames.getOrDefault(id, 0L), "?").replace('/', '.');
    }

    private int endOf(int object) {
        int start = starts[object];
        return switch (in.get(start)) {
            case 0x20 -> start; // names and numbers of the program alone; what its static fields hold are other objects
            case 0x21 -> start + 25 + in.getInt(start + 21);
            case 0x22 -> start; // ids alone
            default -> start + 18 + in.getInt(start + 13) * sizeOf(in.get(start + 17));
        };
    }

    private int contentOf(int object) {
        return starts[object] + (in.get(starts[object]) == 0x21 ? 25 : 18);
    }

    private void readAll() throws IOException {
        if (!new String(file, 0, 18, StandardCharsets.US_ASCII).equals("JAVA PROFILE 1.0.2") || in.getInt(19) != ID) {
            throw new IOException("not a heap dump of the kind that is read here");
        }
        in.position(31);
        while (in.hasRemaining()) {
            int tag = in.get();
            in.getInt();
            int length = in.getInt();
            int end = in.position() + length;
            switch (tag) {
                case STRING ->
                    strings.put(in.getLong(), new String(file, in.position(), length - ID, StandardCharsets.UTF_8));
                case CLASS_NAME -> {
                    in.getInt();
                    long id = in.getLong();
                    in.getInt();
                    classNames.put(id, in.getLong());
                }
                case SEGMENT, NEXT_SEGMENT -> {
                    while (in.position() < end) {
                        readPart();
                    }
                }
                default -> {} // threads and their frames
            }
            in.position(end);
        }
    }

    private void readPart() throws IOException {
        int start = in.position();
        int tag = in.get() & 0xff;
        long id = in.getLong();
        switch (tag) {
            case 0xff, 0x05, 0x07 -> root(id, tag, 0);
            case 0x01 -> root(id, tag, 8);
            case 0x02, 0x03, 0x08 -> root(id, tag, 8);
            case 0x04, 0x06 -> root(id, tag, 4);
            case 0x20 -> {
                note(id, start);
                readClass(id);
            }
            case 0x21 -> {
                note(id, start);
                in.position(start + 25 + in.getInt(start + 21));
            }
            case 0x22 -> {
                note(id, start);
                in.position(start + 25 + in.getInt(start + 13) * ID);
            }
            case 0x23 -> {
                note(id, start);
                in.position(start + 18 + in.getInt(start + 13) * sizeOf(in.get(start + 17)));
            }
            default -> throw new IOException("an unknown part: " + tag);
        }
    }

    private void root(long id, int tag, int more) {
        roots.put(id, "root " + Integer.toHexString(tag));
        in.position(in.position() + more);
    }

    private void note(long id, int start) {
        if (count == ids.length) {
            ids = Arrays.copyOf(ids, 2 * count);
            starts = Arrays.copyOf(starts, 2 * count);
        }
        ids[count] = id;
        starts[count++] = start;
    }

    private void readClass(long id) {
        in.getInt();
        long superclass = in.getLong();
        in.position(in.position() + 5 * ID + 4);
        int constants = in.getShort();
        for (int i = 0; i < constants; i++) {
            in.getShort();
            skip(in.get());
        }
        var statics = new HashMap<String, Long>();
        int staticFields = in.getShort();
        for (int i = 0; i < staticFields; i++) {
            var name = "static " + strings.get(in.getLong());
            int type = in.get();
            if (type == 2) {
                statics.put(name, in.getLong());
            } else {
                skip(type);
            }
        }
        var fields = new ArrayList<Field>();
        int others = in.getShort();
        for (int i = 0; i < others; i++) {
            fields.add(new Field(strings.getOrDefault(in.getLong(), "?"), in.get()));
        }
        classes.put(id, new HeapClass(superclass, statics, fields));
    }

    private void skip(int type) {
        in.position(in.position() + sizeOf(type));
    }

    private static int sizeOf(int type) {
        return switch (type) {
            case 2, 7, 11 -> 8;
            case 4, 8 -> 1;
            case 5, 9 -> 2;
            default -> 4;
        };
    }
}
