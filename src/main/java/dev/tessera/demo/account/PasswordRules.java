package dev.tessera.demo.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Which passwords are accepted (NIST SP 800-63B-4 section 3.1.1.2): at least 8 characters beside a second
/// factor, at least 64 allowed, none that is on everybody's list, and no rules about kinds of characters.
final class PasswordRules {
    static final int SHORTEST = 8;
    static final int LONGEST = 256;
    /// Of a name that no password may hold.
    private static final int SHORTEST_NAME = 4;
    private static final Set<String> COMMON = readCommon();

    private PasswordRules() {}

    /// What is wrong with a new password and what to do, for the person; empty if nothing is.
    static Optional<String> objection(String password, Person person) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of("Choose a password of at least " + SHORTEST + " characters.");
        }
        if (length > LONGEST) {
            return Optional.of("Choose a password of at most " + LONGEST + " characters.");
        }
        if (isHalfCharacterInside(password)) {
            return Optional.of("This password contains a broken character. Type another one.");
        }
        if (isGuessable(password.toLowerCase(Locale.ROOT), person)) {
            return Optional.of("This password is easy to guess. Choose one that nobody else would think of.");
        }
        return Optional.empty();
    }

    private static boolean isGuessable(String lower, Person person) {
        return COMMON.contains(lower)
                || COMMON.contains(withoutTail(lower))
                || holds(lower, person.userName().substring(0, person.userName().indexOf('@')))
                || holds(lower, person.fullName().toLowerCase(Locale.ROOT))
                || isOneRun(lower);
    }

    /// A short name is in many words, so a password may not be one, but may hold one.
    private static boolean holds(String lower, String name) {
        return name.length() < SHORTEST_NAME ? withoutTail(lower).equals(name) : lower.contains(name);
    }

    /// `password2026!` is `password`.
    private static String withoutTail(String lower) {
        int end = lower.length();
        while (end > 0 && !Character.isLetter(lower.charAt(end - 1))) {
            end--;
        }
        return lower.substring(0, end);
    }

    /// `aaaaaaaa`, `12345678`, `hgfedcba`: each sign follows from the one before.
    private static boolean isOneRun(String lower) {
        int step = lower.charAt(1) - lower.charAt(0);
        for (int i = 2; i < lower.length(); i++) {
            if (lower.charAt(i) - lower.charAt(i - 1) != step) {
                return false;
            }
        }
        return Math.abs(step) <= 1;
    }

    private static boolean isHalfCharacterInside(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static Set<String> readCommon() {
        try (var stream = PasswordRules.class.getResourceAsStream("common-passwords.txt")) {
            if (stream == null) {
                throw new AssertionError("common-passwords.txt is packed with this class");
            }
            var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
