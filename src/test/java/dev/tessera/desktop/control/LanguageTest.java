package dev.tessera.desktop.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource({
        "en-GB, en",
        "de-AT, de",
        "pt-PT, pt-BR",
        "no-NO, nb",
        "nb-NO, nb",
        "nn-NO, nb",
        "he-IL, he",
        "ar, ar",
        "zh-CN, zh-Hans",
        "zh, zh-Hans",
        "zh-TW, zh-Hant",
        "zh-HK, zh-Hant",
        "zh-Hant-CN, zh-Hant",
        "zh-Hans-TW, zh-Hans",
        "ar-EG, ar",
        "fi-FI, en",
        "und, en"
    })
    void theNearestIsTaken(String spoken, String expected) {
        assertThat(Language.nearest(Locale.forLanguageTag(spoken)).tag()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"pt-BR", "zh-Hant", "en", "nb"})
    void aTagLeadsBack(String tag) {
        assertThat(Language.ofTag(tag).orElseThrow().tag()).isEqualTo(tag);
    }
}
