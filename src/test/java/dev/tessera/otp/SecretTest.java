package dev.tessera.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SecretTest {

    @Test
    void copiesTheBytesIn() {
        byte[] bytes = {1, 2, 3};
        var secret = Secret.copyOf(bytes);
        bytes[0] = 9;
        assertThat(secret.toByteArray()).containsExactly(1, 2, 3);
    }

    @Test
    void isOfNoUseOnceClosed() {
        var secret = Secret.copyOf(new byte[] {1, 2, 3});
        assertThat(secret.isClosed()).isFalse();
        secret.close();
        assertThat(secret.isClosed()).isTrue();
        assertThat(secret).as("wiped").isEqualTo(Secret.copyOf(new byte[3]));
        assertThatThrownBy(secret::toByteArray).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isEqualByItsBytesAlone() {
        var secret = Secret.copyOf(new byte[] {1, 2, 3});
        assertThat(secret)
                .isEqualTo(Secret.copyOf(new byte[] {1, 2, 3}))
                .hasSameHashCodeAs(Secret.copyOf(new byte[] {9, 9, 9}))
                .isNotEqualTo(Secret.copyOf(new byte[] {1, 2, 4}))
                .isNotEqualTo(new byte[] {1, 2, 3});
        assertThat(secret.length()).isEqualTo(3).isEqualTo(secret.hashCode());
    }

    @Test
    void hidesItselfInText() {
        assertThat(Secret.copyOf(new byte[] {77, 77}).toString())
                .doesNotContain("77")
                .doesNotContain("MM");
    }

    @Test
    void refusesNoBytesAndTooMany() {
        assertThatThrownBy(() -> Secret.copyOf(new byte[0])).hasMessageContaining("1 to 1024");
        assertThatThrownBy(() -> Secret.copyOf(new byte[1025])).hasMessageContaining("1025");
    }
}
