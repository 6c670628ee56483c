package dev.tessera.desktop.control;

import com.ibm.icu.text.PluralRules;
import java.util.Set;

/// The plural forms of a language, as Unicode lists them.
public final class PluralForms {
    private PluralForms() {}

    /// Such as `one` and `other`.
    public static Set<String> of(Language language) {
        return PluralRules.forLocale(language.locale()).getKeywords();
    }
}
