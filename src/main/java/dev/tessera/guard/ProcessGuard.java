package dev.tessera.guard;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import java.util.Optional;

/// Asks Linux that no other program of the same user may read the memory of this one, attach a debugger to it or have
/// its core dumped: `prctl(PR_SET_DUMPABLE, 0)`, prctl(2). Elsewhere, and where the kernel refuses, it does nothing.
///
/// A desktop portal refuses to serve such a process, because it may not look who it is: [#lift()] opens it for as long
/// as one is used.
public final class ProcessGuard {
    private static final int SET_DUMPABLE = 4;
    private static final int GET_DUMPABLE = 3;

    private static int lifted;
    private static boolean wanted;

    private ProcessGuard() {}

    /// Closes the process to others, from now on. Takes some tens of milliseconds the first time.
    public static synchronized void close() {
        wanted = true;
        set();
    }

    /// As [#close()], on a thread of its own: whoever calls it has something better to do.
    public static void closeSoon() {
        Thread.ofPlatform().daemon().name("process-guard").start(() -> {
            close();
            LockedPage.allocate().close(); // so that the first call is not waited for when the key is there
        });
    }

    /// Opens the process until the result is closed.
    public static synchronized Lifted lift() {
        lifted++;
        set();
        return new Lifted();
    }

    /// Whether others may look into this process; empty where nobody can tell.
    public static Optional<Boolean> isOpen() {
        return call(GET_DUMPABLE, 0).map(dumpable -> dumpable != 0);
    }

    /// While it lasts, the process is open. For one thread.
    public static final class Lifted implements AutoCloseable {
        private boolean closed;

        private Lifted() {}

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                release();
            }
        }
    }

    private static synchronized void release() {
        lifted--;
        set();
    }

    private static void set() {
        if (wanted) {
            var _ = call(SET_DUMPABLE, lifted == 0 ? 0 : 1);
        }
    }

    private static Optional<Integer> call(int option, long argument) {
        return Native.PRCTL.map(prctl -> {
            try {
                return (int) prctl.invokeExact(option, argument, 0L, 0L, 0L);
            } catch (Throwable e) {
                throw new AssertionError("a downcall does not throw", e);
            }
        });
    }

    /// Made when first needed: it is not needed to show the window.
    private static final class Native {
        static final Optional<MethodHandle> PRCTL = prctl();

        private Native() {}

        @SuppressWarnings("restricted") // the launcher allows it to this module
        private static Optional<MethodHandle> prctl() {
            if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
                return Optional.empty();
            }
            Linker linker = Linker.nativeLinker();
            return linker.defaultLookup()
                    .find("prctl")
                    .map(address -> linker.downcallHandle(
                            address,
                            FunctionDescriptor.of(
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.JAVA_LONG,
                                    ValueLayout.JAVA_LONG,
                                    ValueLayout.JAVA_LONG,
                                    ValueLayout.JAVA_LONG),
                            Linker.Option.firstVariadicArg(1)));
        }
    }
}
