package dev.tessera.vault.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// The saves that a vault file came from, newest first, by the first bytes of their content seeds.
///
/// It tells a file that went on from ours (take it as it is) from one that went another way (merge).
record Ancestry(List<String> saves) {

    private static final int REMEMBERED = 64;
    private static final int BYTES_OF_SEED = 12;

    Ancestry {
        saves = List.copyOf(saves);
    }

    static Ancestry none() {
        return new Ancestry(List.of());
    }

    /// Whether the save with this seed is among them.
    boolean includes(byte[] contentSeed) {
        return saves.contains(name(contentSeed));
    }

    /// The newest save that is in both, by its name.
    Optional<String> newestIn(Ancestry other) {
        return saves.stream().filter(other.saves::contains).findFirst();
    }

    /// Whether a save with this seed has that name.
    static boolean isNamed(String name, byte[] contentSeed) {
        return name.equals(name(contentSeed));
    }

    /// That of the save which follows the one with this seed.
    Ancestry after(byte[] contentSeed) {
        var names = new ArrayList<String>();
        names.add(name(contentSeed));
        names.addAll(saves);
        return limited(names);
    }

    /// That of a save which brings two ways together; `this` and `other` already hold their heads.
    Ancestry and(Ancestry other) {
        var names = new LinkedHashSet<String>();
        for (int i = 0; i < Math.max(saves.size(), other.saves.size()); i++) {
            saves.stream().skip(i).findFirst().ifPresent(names::add);
            other.saves.stream().skip(i).findFirst().ifPresent(names::add);
        }
        return limited(List.copyOf(names));
    }

    private static Ancestry limited(List<String> names) {
        return new Ancestry(names.subList(0, Math.min(REMEMBERED, names.size())));
    }

    private static String name(byte[] contentSeed) {
        return Base64.getEncoder().encodeToString(Arrays.copyOf(contentSeed, BYTES_OF_SEED));
    }
}
