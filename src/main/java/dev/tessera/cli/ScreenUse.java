package dev.tessera.cli;

import java.util.List;
import java.util.Set;

/// Whether a command line means the screen or the clipboard.
///
/// AWT asks for the display as soon as it draws into a picture, be it in memory alone. Where the display does not
/// answer (by `ssh`, after `su`, from a timer), a command that only reads or writes a file would fail for it.
final class ScreenUse {
    private static final Set<String> MEANING_IT =
            Set.of("--screen", "--region", "--clipboard", "--copy", "pick", "try");

    private ScreenUse() {}

    static boolean isMeant(List<String> arguments) {
        return arguments.stream()
                .anyMatch(argument -> MEANING_IT.contains(argument) || argument.startsWith("--region="));
    }

    /// Tells AWT to draw without a display, before it is asked for the first time.
    static void doWithout() {
        System.setProperty("java.awt.headless", "true");
    }
}
