package dev.tessera.transfer.kdbx;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// One entry of a database: those of its fields that name it or make codes. Its password is none of them.
///
/// @param fields by their names, in any case
/// @param group the path of its group below the root, with slashes; empty for the root
/// @param tags as they were set
public record KeePassEntry(Map<String, String> fields, String group, List<String> tags) {
    private static final Set<String> NAMING = Set.of("title", "username", "url", "notes");

    public KeePassEntry {
        var sorted = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(fields);
        fields = sorted;
        tags = List.copyOf(tags);
    }

    /// The field of this name, unless it is missing or blank.
    public Optional<String> find(String name) {
        return Optional.ofNullable(fields.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /// The field of this name; empty if there is none.
    public String text(String name) {
        return find(name).orElse("");
    }

    /// Whether a field is of use here.
    static boolean isWanted(String name) {
        return NAMING.contains(name.toLowerCase(Locale.ROOT)) || makesCodes(name);
    }

    /// Whether a field holds a secret of codes, or how they are made.
    static boolean makesCodes(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.equals("otp")
                || lower.startsWith("totp ")
                || lower.startsWith("timeotp-")
                || lower.startsWith("hmacotp-");
    }

    /// Hides the fields: they are secrets.
    @Override
    public String toString() {
        return "KeePassEntry[" + fields.size() + " fields, hidden]";
    }
}
