package dev.tessera.desktop.region;

import dev.tessera.scan.ScreenPicture;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A box that is drawn around a part of a screen, by the mouse or by keys.
public final class RegionViewModel {
    /// No QR code is smaller: 21 modules and hardly a pixel each. A click alone is no box.
    static final int LEAST_SIDE = 20;

    private static final int FIRST_SIDE = 320;

    private final List<ScreenPicture> screens;
    private final Consumer<Part> taken;
    private final Runnable cancelled;
    private final ReadOnlyObjectWrapper<Optional<Part>> part = new ReadOnlyObjectWrapper<>(Optional.empty());
    private int screen;
    private int fixedX;
    private int fixedY;

    /// @param screens at least one
    /// @param taken is told the part, once
    /// @param cancelled is told if there shall be none
    public RegionViewModel(List<ScreenPicture> screens, Consumer<Part> taken, Runnable cancelled) {
        this.screens = List.copyOf(screens);
        this.taken = taken;
        this.cancelled = cancelled;
    }

    public List<ScreenPicture> screens() {
        return screens;
    }

    /// The box as it is now.
    public ReadOnlyObjectProperty<Optional<Part>> partProperty() {
        return part.getReadOnlyProperty();
    }

    /// Begins a box in a corner.
    ///
    /// @param on the screen, from 0
    /// @param x in pixels of its picture
    void press(int on, double x, double y) {
        screen = on;
        fixedX = withinWidth(x);
        fixedY = withinHeight(y);
        part.set(Optional.empty());
    }

    /// Draws it to the corner across, wherever the mouse is.
    void drag(double x, double y) {
        int toX = withinWidth(x);
        int toY = withinHeight(y);
        part.set(Optional.of(new Part(
                screen, Math.min(fixedX, toX), Math.min(fixedY, toY), Math.abs(toX - fixedX), Math.abs(toY - fixedY))));
    }

    /// Takes the box to there, if it is one.
    void release(double x, double y) {
        drag(x, y);
        if (part.get().filter(RegionViewModel::isLargeEnough).isEmpty()) {
            part.set(Optional.empty());
        }
        take();
    }

    /// Moves the box by so many pixels, as far as the screen reaches; the first time there is one in the middle.
    void move(int on, int dx, int dy) {
        var now = boxOn(on);
        part.set(Optional.of(new Part(
                screen,
                Math.clamp(now.left() + (long) dx, 0, width() - now.width()),
                Math.clamp(now.top() + (long) dy, 0, height() - now.height()),
                now.width(),
                now.height())));
    }

    /// Moves the box's right and lower sides alone.
    void grow(int on, int dx, int dy) {
        var now = boxOn(on);
        part.set(Optional.of(new Part(
                screen,
                now.left(),
                now.top(),
                Math.clamp(now.width() + (long) dx, Math.min(LEAST_SIDE, now.width()), width() - now.left()),
                Math.clamp(now.height() + (long) dy, Math.min(LEAST_SIDE, now.height()), height() - now.top()))));
    }

    /// Takes the box as it is, if there is one.
    void take() {
        part.get().ifPresent(this::take);
    }

    /// Takes a box that was drawn elsewhere.
    public void take(Part drawn) {
        taken.accept(drawn);
    }

    void cancel() {
        cancelled.run();
    }

    private Part boxOn(int on) {
        return part.get().filter(now -> now.screen() == on).orElseGet(() -> {
            screen = on;
            int side = Math.min(FIRST_SIDE, Math.min(width(), height()));
            return new Part(on, (width() - side) / 2, (height() - side) / 2, side, side);
        });
    }

    private static boolean isLargeEnough(Part part) {
        return part.width() >= LEAST_SIDE && part.height() >= LEAST_SIDE;
    }

    private int width() {
        return screens.get(screen).width();
    }

    private int height() {
        return screens.get(screen).height();
    }

    private int withinWidth(double x) {
        return Math.clamp(Math.round(x), 0, width());
    }

    private int withinHeight(double y) {
        return Math.clamp(Math.round(y), 0, height());
    }
}
