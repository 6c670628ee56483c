package dev.tessera.desktop.autostart;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The text of a desktop file, by the Desktop Entry Specification.
final class DesktopEntry {
    private static final String GROUP = "[Desktop Entry]";

    private DesktopEntry() {}

    /// Whether a desktop file can start this program: the specification allows no equals sign in its path, and GLib
    /// looks for it before it makes one percent sign of two.
    static boolean canStart(String program) {
        return !program.contains("=") && !program.contains("%");
    }

    /// A file that starts `command`.
    static String text(String name, List<String> command) {
        return String.join(
                "\n", GROUP, "Type=Application", "Name=" + value(name), "Exec=" + exec(command), "Terminal=false", "");
    }

    /// The value of the key `Exec` that starts `command`, as it stands in a file.
    static String exec(List<String> command) {
        return value(command.stream().map(DesktopEntry::quoted).collect(Collectors.joining(" ")));
    }

    /// The value of a key, as it stands in the file.
    static Optional<String> find(String text, String key) {
        return text.lines()
                .dropWhile(line -> !line.strip().equals(GROUP))
                .skip(1)
                .takeWhile(line -> !line.startsWith("["))
                .filter(line -> line.replaceFirst("\\s*=.*", "").equals(key))
                .map(line -> line.substring(line.indexOf('=') + 1).strip())
                .findFirst();
    }

    /// One argument: in quotes, with a backslash before what a shell would act on; `%` would begin a field code.
    private static String quoted(String argument) {
        return '"' + argument.replaceAll("([\"`$\\\\])", "\\\\$1").replace("%", "%%") + '"';
    }

    /// Any value of a key: a backslash and what would end a line or be stripped are written as escapes.
    private static String value(String text) {
        var escaped = text.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
        return escaped.startsWith(" ") ? "\\s" + escaped.substring(1) : escaped;
    }
}
