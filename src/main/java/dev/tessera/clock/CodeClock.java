package dev.tessera.clock;

import dev.tessera.files.SmallFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// The time by which codes are made: that of this computer, or as much later as a person has said, for as long as
/// nothing tells that the computer's clock was set since. Nothing else goes by it, and no vault.
///
/// What is applied is kept for this computer in a small file that other processes write, too: it is looked at four
/// times a second at the most, and only when somebody asks for the time. Safe for several threads.
public final class CodeClock implements InstantSource {
    private static final int MOST_BYTES = 8 * 1024;
    private static final long BETWEEN_LOOKS = Duration.ofMillis(250).toNanos();

    private final InstantSource system;
    private final Optional<Path> file;
    private final Supplier<Evidence> evidence;
    private final LongSupplier nanos;
    private State state = new State.Plain();
    private Optional<String> read = Optional.empty();
    private Instant readAt = Instant.EPOCH;
    private long readNanos;
    private long looked;
    private boolean first = true;

    /// What codes go by.
    public sealed interface State {
        /// This computer's clock.
        record Plain() implements State {}

        /// A later or an earlier time.
        record Corrected(Correction correction) implements State {}

        /// This computer's clock again, though another time was applied.
        record Lapsed(Lapse lapse) implements State {}
    }

    CodeClock(InstantSource system, Optional<Path> file, Supplier<Evidence> evidence, LongSupplier nanos) {
        this.system = system;
        this.file = file;
        this.evidence = evidence;
        this.nanos = nanos;
    }

    /// That of the folder that the launcher names, `-Dtessera.config`; without it nothing can be applied.
    public static CodeClock ofThisComputer() {
        return in(Optional.ofNullable(System.getProperty("tessera.config")).map(Path::of), InstantSource.system());
    }

    /// That of a folder.
    public static CodeClock in(Optional<Path> folder, InstantSource system) {
        return new CodeClock(
                system,
                folder.map(there -> there.resolve("clock.properties")),
                () -> Evidence.ofThisComputer(system),
                System::nanoTime);
    }

    /// Always that of this computer.
    public static CodeClock plain(InstantSource system) {
        return in(Optional.empty(), system);
    }

    /// This computer's clock.
    public InstantSource system() {
        return system;
    }

    @Override
    public Instant instant() {
        return system.instant().plus(amount());
    }

    /// How much later than this computer's clock it is now.
    public Duration amount() {
        return state() instanceof State.Corrected(var correction) ? correction.amount() : Duration.ZERO;
    }

    public synchronized State state() {
        long now = nanos.getAsLong();
        if (file.isPresent() && (first || now - looked >= BETWEEN_LOOKS)) {
            first = false;
            looked = now;
            look(file.get());
        }
        return state;
    }

    /// Whether anything can be applied.
    public boolean canBeApplied() {
        return file.isPresent();
    }

    /// What tells later on whether the clock was set since: to be asked for before a measurement.
    public Evidence evidence() {
        return evidence.get();
    }

    /// Makes codes that much later from now on.
    ///
    /// @param before [#evidence()] of before it was measured
    /// @throws IllegalArgumentException if it is more than [Correction#MOST]
    /// @throws IOException if it cannot be kept; then all is as it was
    public synchronized void apply(Duration amount, Source source, Evidence before) throws IOException {
        if (!Correction.isPlausible(amount)) {
            throw new IllegalArgumentException("a correction of more than a week cannot be applied");
        }
        var there = file.orElseThrow(() -> new IOException("there is nowhere to store it"));
        SmallFile.replace(there, new Correction(amount, source, system.instant(), before).format());
        first = true;
    }

    /// Makes codes by this computer's clock again.
    ///
    /// @return whether anything was applied
    /// @throws IOException if the file cannot be removed
    public synchronized boolean reset() throws IOException {
        first = true;
        return file.isPresent() && Files.deleteIfExists(file.get());
    }

    private void look(Path there) {
        var content = content(there);
        if (!content.equals(read)) {
            read = content;
            readAt = system.instant();
            readNanos = nanos.getAsLong();
        }
        state = content.map(this::state).orElseGet(State.Plain::new);
    }

    private State state(String content) {
        var correction = Correction.parse(content);
        if (correction.isEmpty()) {
            return new State.Lapsed(Lapse.UNREADABLE);
        }
        var present = evidence.get();
        var lapse = correction.get().lapseAt(system.instant(), present);
        if (lapse.isEmpty() && !present.isThere() && hasJumped()) {
            lapse = Optional.of(Lapse.CLOCK_SET);
        }
        return lapse.<State>map(State.Lapsed::new).orElseGet(() -> new State.Corrected(correction.get()));
    }

    /// Where the system tells nothing, this process at least sees what happens while it runs. A computer that slept
    /// may look alike.
    private boolean hasJumped() {
        var passed = Duration.ofNanos(nanos.getAsLong() - readNanos);
        return Duration.between(readAt.plus(passed), system.instant()).abs().compareTo(Correction.TOLERANCE) > 0;
    }

    /// Empty where nothing is applied.
    private static Optional<String> content(Path there) {
        try {
            return Files.size(there) > MOST_BYTES ? Optional.of("") : Optional.of(Files.readString(there));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException _) {
            return Optional.of(""); // something is there, and says nothing: that is told
        }
    }
}
