package dev.tessera.desktop.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonogramTest {
    @ParameterizedTest
    @CsvSource({"Pexip, P", "github, G", "'  élan', É", "(1)Pass, 1", "'---', •", "'', •", "Ünder, Ü", "日本, 日"})
    void itIsTheFirstLetterOrDigit(String name, String letter) {
        assertThat(Monogram.letterOf(name)).isEqualTo(letter);
    }

    @Test
    void theColourStaysForEverAndForAllSpellings() {
        assertThat(Monogram.tintOf("GitHub")).isEqualTo(7);
        assertThat(Monogram.tintOf(" GITHUB ")).isEqualTo(7);
        assertThat(Monogram.tintOf("Élan")).isEqualTo(Monogram.tintOf("elan"));
    }

    @Test
    void theColoursAreSpread() {
        var tints = Stream.of("Pexip", "GitHub", "Nordbank", "Steam", "Cloudbase", "Vault HQ", "Mailwerk", "Acme")
                .map(Monogram::tintOf)
                .collect(Collectors.toSet());
        assertThat(tints).hasSizeGreaterThanOrEqualTo(5).allMatch(tint -> tint >= 0 && tint < 12);
    }
}
