package dev.tessera.desktop.heap;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// The shortest way from a root to each object of a dump, over all references that hold.
final class HeapPaths {
    private static final int ROOT = -1;
    private static final int UNSEEN = -2;

    private final HeapDump dump;
    private final Map<Long, Integer> byId = new HashMap<>();
    private final int[] holder;
    private final String[] field;

    HeapPaths(HeapDump dump) {
        this.dump = dump;
        holder = new int[dump.size()];
        field = new String[dump.size()];
        Arrays.fill(holder, UNSEEN);
        for (int object = 0; object < dump.size(); object++) {
            byId.put(dump.id(object), object);
        }
        walk();
    }

    private void walk() {
        var queue = new ArrayDeque<Integer>();
        dump.roots().forEach((id, kind) -> reach(queue, id, ROOT, kind));
        while (!queue.isEmpty()) {
            int from = queue.remove();
            dump.references(from, (name, id) -> reach(queue, id, from, name));
        }
    }

    private void reach(ArrayDeque<Integer> queue, long id, int from, String name) {
        var object = byId.get(id);
        if (object != null && holder[object] == UNSEEN) {
            holder[object] = from;
            field[object] = name;
            queue.add(object);
        }
    }

    boolean leadTo(int object) {
        return holder[object] != UNSEEN;
    }

    /// From an object that is held to the root.
    String to(int object) {
        var path = new StringBuilder(dump.nameOf(object));
        for (int at = object; at >= 0; at = holder[at]) {
            path.append("\n    <- ").append(field[at]);
            if (holder[at] >= 0) {
                path.append(" of ").append(dump.nameOf(holder[at]));
            }
        }
        return path.toString();
    }
}
