package dev.tessera.desktop.settings;

import dev.tessera.desktop.autostart.Autostart;
import dev.tessera.desktop.control.Errands;
import dev.tessera.desktop.control.Threads;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// The settings as a sheet shows them.
public final class SettingsViewModel {
    private final Settings settings;
    private final Optional<Autostart> autostart;
    private final Errands errands;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper startsWithComputer = new ReadOnlyBooleanWrapper();

    /// @param told takes what could not be done
    public SettingsViewModel(Settings settings, Optional<Autostart> autostart, Threads threads, Errands.Told told) {
        this.settings = settings;
        this.autostart = autostart;
        this.errands = new Errands(threads, told);
    }

    <T> ObjectProperty<T> of(Setting<T> setting) {
        return settings.of(setting);
    }

    /// Whether the last choice was written to the disk.
    ObjectProperty<Boolean> keptProperty() {
        return settings.keptProperty();
    }

    /// Whether it can be chosen that Tessera starts with the computer.
    boolean canStartWithComputer() {
        return autostart.isPresent();
    }

    /// Whether Tessera starts with the computer.
    ReadOnlyBooleanProperty startsWithComputerProperty() {
        return startsWithComputer.getReadOnlyProperty();
    }

    /// Lets Tessera start with the computer, or no longer.
    void startWithComputer(boolean wanted) {
        autostart
                .filter(_ -> wanted != startsWithComputer.get())
                .ifPresent(start -> errands.run(
                        () -> {
                            if (wanted) {
                                start.switchOn();
                            } else {
                                start.switchOff();
                            }
                            return start.isOn();
                        },
                        startsWithComputer::set,
                        () -> {
                            // What is shown goes back to what holds.
                            startsWithComputer.set(wanted);
                            startsWithComputer.set(!wanted);
                        }));
    }

    /// Whether they are shown.
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    public void open() {
        autostart.ifPresent(start -> errands.run(start::isOn, startsWithComputer::set, () -> {}));
        open.set(true);
    }

    public void dismiss() {
        open.set(false);
    }

    /// Nothing comes back from now on.
    public void close() {
        errands.close();
        dismiss();
    }
}
