package dev.tessera.desktop;

import com.sun.glass.ui.Application;
import com.sun.glass.ui.Timer;
import java.lang.reflect.Field;

/// Has JavaFX's timer for frames rest while there is none to draw. With GTK, JavaFX asks its timer to pause and that
/// one does not: it wakes the computer sixty times a second for as long as the process lives, 0.4 seconds of the
/// processor's time each minute. This one is stopped and started instead, and at the first frame that finds nothing to
/// draw: JavaFX asks no sooner than a quarter of a second later, which a window that moves once a second would spend
/// awake a third of the time.
/// See docs/decisions/018-the-timer-for-frames-rests.md.
///
/// It reaches into JavaFX, for which the launcher opens two packages. Without that, or with a JavaFX that is made in
/// another way, everything stays as JavaFX has it.
final class RestingTimer extends Timer {
    private static final int FRAMES_PER_SECOND = 60;
    private static final long NANOS_OF_A_FRAME = 1_000_000_000L / FRAMES_PER_SECOND;

    private final Object toolkit;
    private final Field pauseRequested;
    private final Flag nextPulseRequested;
    private final Flag animationRunning;
    private final Runnable frame;
    private final Timer inner;
    private int period;
    private volatile long last = System.nanoTime() - NANOS_OF_A_FRAME;

    private RestingTimer(Object toolkit, Runnable frame) throws ReflectiveOperationException {
        super(frame);
        this.toolkit = toolkit;
        this.pauseRequested = field(toolkit, "pauseRequested");
        this.nextPulseRequested = Flag.of(toolkit, "nextPulseRequested");
        this.animationRunning = Flag.of(toolkit, "animationRunning");
        this.frame = frame;
        this.inner = Application.GetApplication().createTimer(this::frame);
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
            var resting = new RestingTimer(toolkit, frame);
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

    private void frame() {
        last = System.nanoTime();
        frame.run();
        restIfAsked();
    }

    /// JavaFX notes that it wants a pause, and that it wants none, under this lock. It may note the first just after
    /// another thread has asked for a frame, and means it only when it still finds nothing to draw much later.
    private void restIfAsked() {
        synchronized (toolkit) {
            if (isSet(pauseRequested, toolkit) && !nextPulseRequested.isSet() && !animationRunning.isSet()) {
                inner.stop();
            }
        }
    }

    private static boolean isSet(Field field, Object owner) {
        try {
            return field.getBoolean(owner);
        } catch (IllegalAccessException e) {
            throw new AssertionError("it was made accessible", e);
        }
    }

    /// What JavaFX notes that it has to do.
    private record Flag(Object task, Field running) {
        static Flag of(Object toolkit, String name) throws ReflectiveOperationException {
            var task = field(toolkit, name).get(toolkit);
            return new Flag(task, field(task, "isRunning"));
        }

        boolean isSet() {
            return RestingTimer.isSet(running, task);
        }
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

    /// JavaFX says this at a change. A running timer goes on as it is; what changes after a rest need not wait for it.
    @Override
    protected void _resume(long timer) {
        if (!inner.isRunning()) {
            inner.start(period);
            if (System.nanoTime() - last >= NANOS_OF_A_FRAME) {
                Application.invokeLater(this::frame);
            }
        }
    }
}
