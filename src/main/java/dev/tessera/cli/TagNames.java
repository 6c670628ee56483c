package dev.tessera.cli;

import dev.tessera.vault.Tag;
import dev.tessera.vault.Vault;
import java.util.Locale;
import java.util.Optional;

/// Tags by the names that a person types, whose case does not count.
final class TagNames {
    private TagNames() {}

    static Optional<Tag> find(Vault vault, String name) {
        return vault.tags().stream()
                .filter(tag -> fold(tag.name()).equals(fold(name)))
                .findFirst();
    }

    /// @throws Failure if there is none
    static Tag require(Vault vault, String name) throws Failure {
        return find(vault, name)
                .orElseThrow(() -> new Failure(
                        ExitCode.NOTHING_FOUND, "there is no tag with that name", "tessera tags shows all of them"));
    }

    /// @throws Failure if no tag can be called so
    static String usable(String name) throws Failure {
        var stripped = name.strip();
        if (stripped.isEmpty()) {
            throw new Failure(ExitCode.USAGE, "the name of a tag is blank", "give it at least one letter");
        }
        return stripped;
    }

    private static String fold(String name) {
        return name.strip().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
