package dev.tessera.desktop;

import com.sun.glass.ui.Application;
import com.sun.glass.ui.Timer;
import java.lang.reflect.Field;

/// Has JavaFX's timer for frames rest while there is none to draw. With GTK, JavaFX asks its timer to pause and that
/// one does not: it wakes the computer sixty times a second for as long as the process lives, 0.4 seconds of the
/// processor's time each minute. This one is stopped and started instead.
/// See docs/decisions/018-the-timer-for-frames-rests.md.
///
/// It reaches into JavaFX, for which the launcher opens two packages. Without that, or with a JavaFX that is made in
/// another way, everything stays as JavaFX has it.
final class RestingTimer extends Timer {
    private static final int FRAMES_PER_SECOND = 60;

    private final Timer inner;
    private int period;

    private RestingTimer(Runnable frame, Timer inner) {
        super(frame);
        this.inner = inner;
    }

    /// Puts one in the place of JavaFX's; on the toolkit's thread.
    ///
    /// @return whether it is there now
    static boolean install() {
        try {
            var toolkit = Class.forName("com.sun.javafx.tk.Toolkit")
                    .getMethod("getToolkit")
                    .invoke(null);
            var place = field(toolkit, "pulseTimer");
            var frame = (Runnable) field(toolkit, "timerRunnable").get(toolkit);
            var resting = new RestingTimer(frame, Application.GetApplication().createTimer(frame));
            ((Timer) place.get(toolkit)).stop();
            resting.start(1000 / FRAMES_PER_SECOND);
            place.set(toolkit, resting);
            return true;
        } catch (ReflectiveOperationException | RuntimeException | LinkageError _) {
            return false;
        }
    }

    private static Field field(Object toolkit, String name) throws NoSuchFieldException {
        var field = toolkit.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    @Override
    protected long _start(Runnable frame) {
        return _start(frame, 1000 / FRAMES_PER_SECOND);
    }

    @Override
    protected long _start(Runnable frame, int milliseconds) {
        period = milliseconds;
        inner.start(milliseconds);
        return 1;
    }

    @Override
    protected void _stop(long timer) {
        inner.stop();
    }

    @Override
    protected void _pause(long timer) {
        inner.stop();
    }

    @Override
    protected void _resume(long timer) {
        inner.start(period);
    }
}
