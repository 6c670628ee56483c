package dev.tessera.desktop.control;

import java.util.Locale;

/// How a key that is pressed together with Ctrl, on a Mac with Cmd, is named.
public final class Shortcut {
    private static final boolean MAC =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");

    private static final String LEFT_TO_RIGHT_MARK = "\u200e";

    private Shortcut() {}

    /// Such as `Ctrl+N`, `Strg+N` or `⌘N`; reads from left to right in every language.
    public static String name(String key) {
        var name = (MAC ? "⌘" : Messages.text("keys.control") + "+") + key;
        return Messages.language().isRightToLeft() ? name + LEFT_TO_RIGHT_MARK : name;
    }
}
