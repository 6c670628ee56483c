package dev.tessera.desktop.settings;

import dev.tessera.desktop.control.Language;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// One thing that can be chosen.
///
/// @param name as the file has it
/// @param usual what it is until somebody chooses
/// @param parse reads a value of the file; empty if it is none
/// @param print writes one
public record Setting<T>(String name, T usual, Function<String, Optional<T>> parse, Function<T, String> print) {

    public static final Setting<Look> LOOK = choice("look", Look.SYSTEM);
    public static final Setting<Accent> ACCENT = choice("accent", Accent.SYSTEM);

    /// How large everything is, in percent.
    public static final Setting<Integer> SIZE = number("size", List.of(100, 125, 150, 175, 200));

    public static final Setting<CodeSize> CODE_SIZE = choice("code-size", CodeSize.USUAL);
    public static final Setting<Boolean> HIDDEN_CODES = flag("hidden-codes", false);

    /// Empty: that of the system.
    public static final Setting<Optional<Language>> LANGUAGE = new Setting<>(
            "language",
            Optional.empty(),
            Setting::language,
            language -> language.map(Language::tag).orElse(""));

    /// After how long without a key or the mouse the window locks; zero: never.
    public static final Setting<Duration> LOCK_AFTER =
            duration("lock-after-seconds", Duration.ofMinutes(5), Duration.ZERO, Duration.ofDays(1));

    public static final Setting<Boolean> LOCK_MINIMISED = flag("lock-when-minimised", false);

    /// Whether it locks when the session of the computer locks, or the computer sleeps.
    public static final Setting<Boolean> LOCK_WITH_COMPUTER = flag("lock-with-computer", true);

    /// How long a copied code stays in the clipboard.
    public static final Setting<Duration> CLIPBOARD =
            duration("clipboard-seconds", Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ofMinutes(10));

    /// Whether copying in the last seconds of a code waits for the next one.
    public static final Setting<Boolean> FRESH_CODE = flag("fresh-code", false);

    public static final Setting<Order> ORDER = choice("order", Order.NAME);
    public static final Setting<Boolean> TRAY = flag("tray", false);

    /// Light or dark.
    public enum Look {
        SYSTEM,
        LIGHT,
        DARK
    }

    /// The colour of what matters.
    public enum Accent {
        SYSTEM,
        TESSERA
    }

    /// How large the codes are beside all else.
    public enum CodeSize {
        USUAL,
        LARGE
    }

    /// What comes first in the list, behind what is pinned.
    public enum Order {
        /// The alphabet.
        NAME,
        /// How often, and how lately, its code was copied on this computer.
        USE,
        /// As the person has put them.
        HAND
    }

    private static <E extends Enum<E>> Setting<E> choice(String name, E usual) {
        var values = usual.getDeclaringClass().getEnumConstants();
        return new Setting<>(
                name,
                usual,
                text -> Arrays.stream(values)
                        .filter(value -> print(value).equals(text))
                        .findFirst(),
                Setting::print);
    }

    private static String print(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<Optional<Language>> language(String tag) {
        var found = Language.ofTag(tag);
        return tag.isEmpty() || found.isPresent() ? Optional.of(found) : Optional.empty();
    }

    private static Setting<Boolean> flag(String name, boolean usual) {
        return new Setting<>(
                name,
                usual,
                text -> switch (text) {
                    case "true" -> Optional.of(true);
                    case "false" -> Optional.of(false);
                    default -> Optional.empty();
                },
                String::valueOf);
    }

    /// @param values the first is the usual one
    private static Setting<Integer> number(String name, List<Integer> values) {
        return new Setting<>(
                name,
                values.getFirst(),
                text -> whole(text).map(Long::intValue).filter(values::contains),
                String::valueOf);
    }

    private static Setting<Duration> duration(String name, Duration usual, Duration least, Duration most) {
        return new Setting<>(
                name,
                usual,
                text -> whole(text)
                        .filter(seconds -> seconds >= least.toSeconds() && seconds <= most.toSeconds())
                        .map(Duration::ofSeconds),
                value -> Long.toString(value.toSeconds()));
    }

    private static Optional<Long> whole(String text) {
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
