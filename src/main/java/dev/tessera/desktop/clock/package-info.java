/// The computer's clock in the window: measured when the person asks for it, and what of it was applied to the codes.
///
///     var model = new ClockViewModel(Timing.ofThisComputer(), threads, asking, told);
///     model.measure();
@NullMarked
package dev.tessera.desktop.clock;

import org.jspecify.annotations.NullMarked;
