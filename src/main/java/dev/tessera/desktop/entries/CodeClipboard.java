package dev.tessera.desktop.entries;

import dev.tessera.desktop.control.Later;
import dev.tessera.desktop.control.Pasteboard;
import dev.tessera.desktop.control.Threads;
import dev.tessera.otp.Code;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Codes on their way through the clipboard: cleared after a time, on lock and on exit, only while still ours.
public final class CodeClipboard {
    private static final Later.Handle NOTHING = () -> {};

    private final Pasteboard pasteboard;
    private final InstantSource clock;
    private final Threads threads;
    private final Supplier<Duration> stay;
    private final ReadOnlyObjectWrapper<Optional<Copied>> copied = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<UUID>> awaited = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Later.Handle clearing = NOTHING;
    private Later.Handle copying = NOTHING;

    /// @param stay how long a copied code stays
    public CodeClipboard(Pasteboard pasteboard, InstantSource clock, Threads threads, Supplier<Duration> stay) {
        this.stay = stay;
        this.pasteboard = pasteboard;
        this.clock = clock;
        this.threads = threads;
    }

    /// The code in the clipboard that we put there; empty again once it is cleared.
    public ReadOnlyObjectProperty<Optional<Copied>> copiedProperty() {
        return copied.getReadOnlyProperty();
    }

    /// The entry whose next code will be copied as soon as it holds.
    ReadOnlyObjectProperty<Optional<UUID>> awaitedProperty() {
        return awaited.getReadOnlyProperty();
    }

    /// Copies `code` from the moment on from which it holds.
    void copyWhenItHolds(UUID entryId, Code code) {
        copying.cancel();
        awaited.set(Optional.of(entryId));
        copying = threads.later()
                .after(
                        Duration.between(clock.instant(), code.validFrom()),
                        () -> threads.ui().execute(() -> {
                            if (awaited.get().filter(entryId::equals).isPresent()) {
                                copy(entryId, code);
                            }
                        }));
    }

    /// Puts a code there, for its time.
    public void copy(UUID entryId, Code code) {
        stopWaiting();
        clearing.cancel();
        pasteboard.putSecret(code.text());
        var mine = new Copied(entryId, code.text(), clock.instant().plus(stay.get()));
        copied.set(Optional.of(mine));
        clearing = threads.later().after(stay.get(), () -> threads.ui().execute(() -> expire(mine)));
    }

    /// Clears the clipboard if it still holds our code.
    public void clear() {
        stopWaiting();
        clearing.cancel();
        clearing = NOTHING;
        copied.get().ifPresent(mine -> {
            if (pasteboard.text().filter(mine.code()::equals).isPresent()) {
                pasteboard.clear();
            }
        });
        copied.set(Optional.empty());
    }

    private void stopWaiting() {
        copying.cancel();
        copying = NOTHING;
        awaited.set(Optional.empty());
    }

    private void expire(Copied mine) {
        if (copied.get().filter(mine::equals).isPresent()) {
            clear();
        }
    }
}
