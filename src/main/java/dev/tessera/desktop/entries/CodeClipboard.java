package dev.tessera.desktop.entries;

import dev.tessera.desktop.control.Later;
import dev.tessera.desktop.control.Pasteboard;
import dev.tessera.desktop.control.Threads;
import dev.tessera.otp.Code;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Codes on their way through the clipboard: cleared after a time, on lock and on exit, only while still ours.
final class CodeClipboard {
    /// How long a copied code stays.
    static final Duration STAY = Duration.ofSeconds(30);

    private static final Later.Handle NOTHING = () -> {};

    private final Pasteboard pasteboard;
    private final InstantSource clock;
    private final Threads threads;
    private final ReadOnlyObjectWrapper<Optional<Copied>> copied = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Later.Handle clearing = NOTHING;

    CodeClipboard(Pasteboard pasteboard, InstantSource clock, Threads threads) {
        this.pasteboard = pasteboard;
        this.clock = clock;
        this.threads = threads;
    }

    ReadOnlyObjectProperty<Optional<Copied>> copiedProperty() {
        return copied.getReadOnlyProperty();
    }

    void copy(UUID entryId, Code code) {
        clearing.cancel();
        pasteboard.putSecret(code.text());
        var mine = new Copied(entryId, code.text(), clock.instant().plus(STAY));
        copied.set(Optional.of(mine));
        clearing = threads.later().after(STAY, () -> threads.ui().execute(() -> expire(mine)));
    }

    /// Clears the clipboard if it still holds our code.
    void clear() {
        clearing.cancel();
        clearing = NOTHING;
        copied.get().ifPresent(mine -> {
            if (pasteboard.text().filter(mine.code()::equals).isPresent()) {
                pasteboard.clear();
            }
        });
        copied.set(Optional.empty());
    }

    private void expire(Copied mine) {
        if (copied.get().filter(mine::equals).isPresent()) {
            clear();
        }
    }
}
