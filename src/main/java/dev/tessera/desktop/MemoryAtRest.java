package dev.tessera.desktop;

import dev.tessera.desktop.control.Later;
import java.lang.ref.Reference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.function.BooleanSupplier;

/// Gives memory back to the system once the window has come to rest: after its start, after unlocking and after
/// locking. The derivation of the key leaves up to a quarter of a gigabyte behind, and a process that does next to
/// nothing would keep it for hours, since a virtual machine looks for garbage only when it needs room.
final class MemoryAtRest {
    private static final Duration REST = Duration.ofSeconds(3);
    private static final int PIECE = 1 << 14;

    private final Later later;
    private final BooleanSupplier locked;
    private final Runnable collect;
    private boolean wasLocked;
    private Later.Handle waiting;

    /// @param locked whether no vault is open
    MemoryAtRest(Later later, BooleanSupplier locked) {
        this(later, locked, MemoryAtRest::collect);
    }

    MemoryAtRest(Later later, BooleanSupplier locked, Runnable collect) {
        this.later = later;
        this.locked = locked;
        this.collect = collect;
        wasLocked = locked.getAsBoolean();
        waiting = later.after(REST, collect);
    }

    /// Looks whether a vault was opened or closed; what else has changed does not matter.
    void look() {
        if (locked.getAsBoolean() != wasLocked) {
            wasLocked = !wasLocked;
            waiting.cancel();
            waiting = later.after(REST, collect);
        }
    }

    /// The launchers' options have the heap shrink to what is in use, and a collection of so little takes hundredths of
    /// a second, at a moment when nothing moves.
    ///
    /// A collector that moves objects leaves their old places as they were. A secret is wiped where it lies, not
    /// where it once lay: so what is free is written over, too, before it is given back.
    private static void collect() {
        System.gc();
        writeOverWhatIsFree();
        System.gc();
    }

    /// New arrays are zeros. As many as would fill what is free are held at once, so that they are put everywhere.
    private static void writeOverWhatIsFree() {
        var zeros = new ArrayList<byte[]>();
        try {
            for (long left = Runtime.getRuntime().freeMemory(); left > 0; left -= PIECE) {
                zeros.add(new byte[PIECE]);
            }
        } finally {
            Reference.reachabilityFence(zeros);
        }
    }
}
