package dev.tessera.desktop.control;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.simpleicons.SimpleIcons;

/// The brand that an issuer's name stands for, by the name alone. A wrong brand is worse than none: in doubt there is
/// none.
///
/// The tables are made when the first issuer is looked up, and kept.
final class Brands {
    /// A name with as few letters is a word or an abbreviation of many.
    private static final int SHORT = 5;

    /// A dot is none: `github.example.org` is not GitHub's.
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s()\\[\\]{}:;,/|–—]+");

    private static final Pattern ENDING = Pattern.compile("(?:\\.(?:com|org|net|io|co|app|dev|eu)"
            + "|,?\\s+(?:inc|llc|ltd|limited|corp|corporation|gmbh|ag|se)\\.?)$");

    private static final Pattern WWW = Pattern.compile("^www\\.");

    private static final Map<String, Ikon> BY_NAME = new HashMap<>();
    private static final Map<String, Ikon> BY_LETTERS = new HashMap<>();

    static {
        var pack = new HashMap<String, Ikon>();
        for (var icon : SimpleIcons.values()) {
            var brand = brand(icon);
            pack.put(brand, icon);
            if (!BrandNames.AMBIGUOUS.contains(brand) && !BrandNames.WITHHELD.contains(brand)) {
                add(name(brand), icon, !BrandNames.ORDINARY.contains(brand));
            }
        }
        BrandNames.ALIASES.forEach((alias, brand) -> add(
                alias.toLowerCase(Locale.ROOT),
                Objects.requireNonNull(pack.get(brand), "the lists name brands of the pack"),
                true));
    }

    private Brands() {}

    /// The icon of the brand, if the name is that of one.
    static Optional<Ikon> of(String issuer) {
        var name = WWW.matcher(Folding.fold(issuer)).replaceFirst("");
        return Optional.ofNullable(BY_NAME.get(name))
                .or(() -> Stream.of(name, withoutEndings(name))
                        .map(form -> BY_LETTERS.get(letters(form)))
                        .filter(Objects::nonNull)
                        .findFirst())
                .or(() -> Optional.ofNullable(ofFirstWords(name)));
    }

    /// That of the most words from the beginning, if a family's name is among them: of "Google Cloud Platform", Google
    /// Cloud.
    private static @Nullable Ikon ofFirstWords(String name) {
        var letters = new StringBuilder();
        boolean ofFamily = false;
        Ikon found = null;
        for (var word : BETWEEN_WORDS.split(name)) {
            letters.append(letters(word));
            ofFamily |= BrandNames.FAMILIES.contains(letters.toString());
            if (ofFamily) {
                found = BY_LETTERS.getOrDefault(letters.toString(), found);
            }
        }
        return found;
    }

    private static void add(String name, Ikon icon, boolean loosely) {
        BY_NAME.put(name, icon);
        var letters = letters(name);
        if (loosely && (letters.length() > SHORT || BrandNames.FAMILIES.contains(letters))) {
            BY_LETTERS.put(letters, icon);
        }
    }

    /// "GitHub.com, Inc." has two.
    private static String withoutEndings(String name) {
        var shorter = ENDING.matcher(name).replaceFirst("");
        return shorter.equals(name) ? name : withoutEndings(shorter);
    }

    private static String letters(String name) {
        var letters = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            // A letter beyond the first plane is in no brand's name; half of it keeps the names apart as well.
            if (Character.isLetterOrDigit(name.charAt(i)) || Character.isSurrogate(name.charAt(i))) {
                letters.append(name.charAt(i));
            }
        }
        return letters.toString();
    }

    /// How the pack calls it, such as `gog-dot-com`.
    static String brand(Ikon icon) {
        return icon.getDescription().substring("si-".length());
    }

    /// The name that the description was made of, such as `gog.com`.
    private static String name(String brand) {
        return brand.replace("-dot-", ".");
    }
}
