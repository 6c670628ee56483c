package dev.tessera.desktop.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretTextTest {
    private final SecretText text = new SecretText();

    @Test
    void typingPutsSignsAtTheCaret() {
        type("pass");
        text.moveTo(2, false);
        type("--");
        assertThat(typed()).isEqualTo("pa--ss");
        assertThat(text.caret()).isEqualTo(4);
    }

    @Test
    void typingReplacesTheSelection() {
        type("password");
        text.moveTo(4, false);
        text.moveTo(8, true);
        type("phrase");
        assertThat(typed()).isEqualTo("passphrase");
        assertThat(text.hasSelection()).isFalse();
    }

    @Test
    void deletingTakesOneSignOrTheSelection() {
        type("abcd");
        text.deleteBefore();
        text.moveTo(0, false);
        text.deleteAfter();
        assertThat(typed()).isEqualTo("bc");
        text.selectAll();
        text.deleteAfter();
        assertThat(typed()).isEmpty();
        text.deleteBefore();
        assertThat(typed()).isEmpty();
    }

    @Test
    void aSurrogatePairIsOneSign() {
        type("a\uD83D\uDD11b");
        assertThat(text.signs()).isEqualTo(3);
        text.moveLeft(false);
        text.deleteBefore();
        assertThat(typed()).isEqualTo("ab");
    }

    @Test
    void movingOutOfASelectionGoesToItsEdge() {
        type("abcdef");
        text.moveTo(2, false);
        text.moveTo(4, true);
        text.moveLeft(false);
        assertThat(text.caret()).isEqualTo(2);
    }

    @Test
    void whatDoesNotFitIsRefusedWhole() {
        type("a".repeat(SecretText.MAX_LENGTH));
        assertThat(text.insert("b".toCharArray())).isFalse();
        assertThat(text.length()).isEqualTo(SecretText.MAX_LENGTH);
    }

    @Test
    void wipingLeavesNothing() {
        type("secret");
        text.wipe();
        assertThat(typed()).isEmpty();
        text.moveTo(3, false);
        assertThat(text.caret()).isZero();
    }

    @Test
    void twoAreComparedByWhatIsTyped() {
        var other = new SecretText();
        type("same");
        assertThat(other.insert("same".toCharArray())).isTrue();
        assertThat(text.isSameAs(other)).isTrue();
        other.deleteBefore();
        assertThat(text.isSameAs(other)).isFalse();
    }

    private void type(String signs) {
        assertThat(text.insert(signs.toCharArray())).isTrue();
    }

    private String typed() {
        return new String(text.copy());
    }
}
