package dev.tessera.clock;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import java.util.Optional;

/// Asks Linux whether a program keeps the clock right by the network: adjtimex(2). A clock that is put right little by
/// little never jumps, so nothing else tells.
final class KernelClock {
    /// `TIME_ERROR`: it is not synchronised.
    private static final int UNSET = 5;

    /// More than `struct timex` needs. All zero, it changes nothing.
    private static final long ROOM = 512;

    private KernelClock() {}

    /// Empty where nobody can tell.
    static Optional<Boolean> isSet() {
        return Native.ADJTIMEX.flatMap(KernelClock::call);
    }

    private static Optional<Boolean> call(MethodHandle adjtimex) {
        try (var arena = Arena.ofConfined()) {
            int state = (int) adjtimex.invokeExact(arena.allocate(ROOM, Long.BYTES));
            return state < 0 ? Optional.empty() : Optional.of(state != UNSET);
        } catch (Throwable e) {
            throw new AssertionError("a downcall does not throw", e);
        }
    }

    /// Made when first needed: mostly nothing is applied.
    private static final class Native {
        static final Optional<MethodHandle> ADJTIMEX = adjtimex();

        private Native() {}

        @SuppressWarnings("restricted") // the launcher allows it to this module
        private static Optional<MethodHandle> adjtimex() {
            if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
                return Optional.empty();
            }
            Linker linker = Linker.nativeLinker();
            return linker.defaultLookup()
                    .find("adjtimex")
                    .map(address -> linker.downcallHandle(
                            address, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS)));
        }
    }
}
