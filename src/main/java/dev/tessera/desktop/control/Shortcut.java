package dev.tessera.desktop.control;

import java.util.Locale;

/// How a key that is pressed together with Ctrl, on a Mac with Cmd, is named.
public final class Shortcut {
    private static final boolean MAC =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");

    private Shortcut() {}

    /// Such as `Ctrl+N`, `Strg+N` or `⌘N`; reads from left to right in every language.
    public static String name(String key) {
        return Messages.leftToRight((MAC ? "⌘" : Messages.text("keys.control") + "+") + key);
    }
}
