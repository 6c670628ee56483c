package dev.tessera.desktop.control;

import java.util.Arrays;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Measures a passphrase while it is typed, beside the thread of the window.
public final class StrengthGauge {
    private final Threads threads;
    private final ReadOnlyObjectWrapper<Strength> strength = new ReadOnlyObjectWrapper<>(Strength.UNKNOWN);
    private long measurements;

    public StrengthGauge(Threads threads) {
        this.threads = threads;
    }

    /// How strong the passphrase is that was measured last.
    public ReadOnlyObjectProperty<Strength> strengthProperty() {
        return strength.getReadOnlyProperty();
    }

    /// Measures what is typed, which is wiped afterwards. Of several, the last one counts.
    public void measure(char[] typed) {
        long mine = ++measurements;
        threads.work().execute(() -> {
            var measured = Strength.of(typed);
            Arrays.fill(typed, '\0');
            threads.ui().execute(() -> {
                if (mine == measurements) {
                    strength.set(measured);
                }
            });
        });
    }
}
