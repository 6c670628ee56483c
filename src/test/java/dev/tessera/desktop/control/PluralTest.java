package dev.tessera.desktop.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.PluralRules;
import java.util.Locale;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PluralTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void isThatOfUnicode(Language language) {
        var rules = PluralRules.forLocale(language.locale());
        LongStream.concat(LongStream.range(0, 2000), LongStream.of(100_000, 1_000_000, 1_000_001, 7_000_000))
                .forEach(count -> assertThat(Plural.of(language, count).name().toLowerCase(Locale.ROOT))
                        .as("%s, %d", language, count)
                        .isEqualTo(rules.select((double) count)));
    }
}
