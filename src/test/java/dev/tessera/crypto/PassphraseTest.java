package dev.tessera.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassphraseTest {

    @ParameterizedTest
    @ValueSource(strings = {"correct horse", "  spaces stay  ", "dé", "Ünïcödé ß", "日本語 \uD83D\uDD11", "İstanbul", ""})
    void isItsTextInUtf8(String text) {
        assertThat(passphrase(text).toUtf8()).isEqualTo(text.getBytes(UTF_8));
    }

    @Test
    void isTheSameWhetherAnAccentIsTypedWithItsLetterOrAfterIt() {
        assertThat(passphrase("cafe\u0301").toUtf8())
                .isEqualTo(passphrase("caf\u00e9").toUtf8());
        assertThat(passphrase("\u1100\u1161").toUtf8())
                .as("Hangul letters and their syllable")
                .isEqualTo(passphrase("\uAC00").toUtf8());
    }

    @Test
    void keepsCompatibilityFormsApart() {
        assertThat(passphrase("\uFB01").toUtf8())
                .as("ligature fi")
                .isNotEqualTo(passphrase("fi").toUtf8());
    }

    @Test
    void copiesTheCharactersIn() {
        char[] typed = {'a', 'b'};
        var passphrase = Passphrase.copyOf(typed);
        typed[0] = 'x';
        assertThat(passphrase.toUtf8()).isEqualTo("ab".getBytes(UTF_8));
    }

    @Test
    void isOfNoUseOnceClosed() {
        var passphrase = passphrase("secret");
        passphrase.close();
        assertThatIllegalStateException().isThrownBy(passphrase::toUtf8);
    }

    @Test
    void hidesItselfInText() {
        assertThat(passphrase("secret").toString()).doesNotContain("secret").doesNotContain("6");
    }

    @Test
    void knowsWhetherItIsEmpty() {
        assertThat(passphrase("").isEmpty()).isTrue();
        assertThat(passphrase(" ").isEmpty()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(chars = {'\uD83D', '\uDD11'})
    void refusesHalfACharacter(char surrogate) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Passphrase.copyOf(new char[] {'a', surrogate}))
                .withMessageContaining("half a character");
    }

    private static Passphrase passphrase(String text) {
        return Passphrase.copyOf(text.toCharArray());
    }
}
