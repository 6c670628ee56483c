package dev.tessera.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class KeyTest {

    @Test
    void copiesTheBytesInAndOut() {
        byte[] bytes = {1, 2, 3, 4};
        try (var key = Key.copyOf(bytes, 1, 2)) {
            bytes[1] = 9;
            key.toByteArray()[0] = 9;
            assertThat(key.toByteArray()).containsExactly(2, 3);
            assertThat(key.length()).isEqualTo(2);
        }
    }

    @Test
    void isOfNoUseOnceClosedNotEvenToACipher() {
        var key = Key.random(new SecureRandom(), 32);
        var view = key.forJca("AES");
        key.close();
        assertThatIllegalStateException().isThrownBy(key::toByteArray);
        assertThatIllegalStateException().isThrownBy(view::getEncoded);
    }

    @Test
    void movesToAPageAndIsGoneWhereItWas() {
        var before = Key.copyOf(new byte[] {1, 2, 3});
        var view = before.forJca("AES");
        var moved = before.moveToLockedPage();
        try (var same = Key.copyOf(new byte[] {1, 2, 3})) {
            assertThat(moved.toByteArray()).containsExactly(1, 2, 3);
            assertThat(moved.length()).isEqualTo(3);
            assertThat(moved.isSameAs(same)).isTrue();
            assertThatIllegalStateException().isThrownBy(view::getEncoded);
        }
        moved.close();
        assertThatIllegalStateException().isThrownBy(moved::toByteArray);
    }

    @Test
    void comparesByContent() {
        try (var one = Key.copyOf(new byte[] {1, 2});
                var same = Key.copyOf(new byte[] {1, 2});
                var other = Key.copyOf(new byte[] {1, 3})) {
            assertThat(one.isSameAs(same)).isTrue();
            assertThat(one.isSameAs(other)).isFalse();
        }
    }

    @Test
    void hidesItselfInText() {
        assertThat(Key.copyOf(new byte[] {77, 77})).hasToString("Key[2 bytes, hidden]");
    }

    @Test
    void refusesNoBytesAndTooMany() {
        assertThatIllegalArgumentException().isThrownBy(() -> Key.copyOf(new byte[0]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Key.copyOf(new byte[1025]))
                .withMessageContaining("1025");
    }
}
