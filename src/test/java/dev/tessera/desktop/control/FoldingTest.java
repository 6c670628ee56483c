package dev.tessera.desktop.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {
    @ParameterizedTest
    @CsvSource({
        "Société Générale, societe generale",
        "STRASSE, strasse",
        "Straße, strasse",
        "ISTANBUL, istanbul",
        "ılıca, ilica",
        "Łódź, lodz",
        "Øresund, oresund",
        "'  Tab\tbed ', 'tab\tbed'",
        "ﬁnance, finance"
    })
    void accentsAndCaseAreLost(String text, String folded) {
        assertThat(Folding.fold(text)).isEqualTo(folded);
    }
}
