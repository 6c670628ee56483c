package dev.tessera.desktop.settings;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// The settings as a sheet shows them.
public final class SettingsViewModel {
    private final Settings settings;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();

    public SettingsViewModel(Settings settings) {
        this.settings = settings;
    }

    <T> ObjectProperty<T> of(Setting<T> setting) {
        return settings.of(setting);
    }

    /// Whether the last choice was written to the disk.
    ObjectProperty<Boolean> keptProperty() {
        return settings.keptProperty();
    }

    /// Whether they are shown.
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    public void open() {
        open.set(true);
    }

    public void dismiss() {
        open.set(false);
    }
}
