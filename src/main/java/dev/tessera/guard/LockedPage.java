package dev.tessera.guard;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// One page of memory outside of the heap, which the collector never copies, and which the system is asked to keep out
/// of its swap: mlock(2) of POSIX. Where it refuses, or knows no such call, the page is there all the same.
public final class LockedPage implements AutoCloseable {

    /// Its size in bytes.
    public static final int SIZE = 4096;

    private final MemorySegment page;
    private final boolean locked;

    private LockedPage(MemorySegment page) {
        this.page = page;
        locked = call(Native.LOCK, page) == 0;
    }

    /// A page of zeros, freed when nobody holds it any more.
    public static LockedPage allocate() {
        return new LockedPage(Arena.ofAuto().allocate(SIZE, SIZE));
    }

    /// Whether the system keeps it out of its swap.
    public boolean isLocked() {
        return locked;
    }

    /// Copies bytes in, from its beginning.
    public void put(byte[] bytes) {
        MemorySegment.copy(bytes, 0, page, ValueLayout.JAVA_BYTE, 0, bytes.length);
    }

    /// A copy of its first bytes.
    public byte[] get(int length) {
        return page.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE);
    }

    /// Wipes it, then lets the system have it again. It may be read on, and is all zeros.
    @Override
    public void close() {
        page.fill((byte) 0);
        if (locked) {
            var _ = call(Native.UNLOCK, page);
        }
    }

    private static int call(Optional<MethodHandle> function, MemorySegment page) {
        if (function.isEmpty()) {
            return -1;
        }
        try {
            return (int) function.get().invokeExact(page, (long) SIZE);
        } catch (Throwable e) {
            throw new AssertionError("a downcall does not throw", e);
        }
    }

    /// Made when first needed.
    private static final class Native {
        static final Optional<MethodHandle> LOCK = find("mlock");
        static final Optional<MethodHandle> UNLOCK = find("munlock");

        private Native() {}

        @SuppressWarnings("restricted") // the launcher allows it to this module
        private static Optional<MethodHandle> find(String name) {
            Linker linker = Linker.nativeLinker();
            return linker.defaultLookup()
                    .find(name)
                    .map(address -> linker.downcallHandle(
                            address,
                            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG)));
        }
    }
}
