package dev.tessera.crypto;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import org.junit.jupiter.api.Test;

/// What has no right length is refused before any of it is used, and the message says which.
class WrongLengthsTest {
    private final Key key = key(32);
    private final Key shortKey = key(16);

    @Test
    void aSecretStreamWantsAKeyAHeaderAndAWholeMessage() {
        assertThatThrownBy(() -> SecretStream.open(shortKey, new byte[24], new byte[40]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("16 and 24");
        assertThatThrownBy(() -> SecretStream.open(key, new byte[23], new byte[40]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("32 and 23");
        assertThatThrownBy(() -> SecretStream.open(key, new byte[24], new byte[16]))
                .isInstanceOf(AEADBadTagException.class)
                .hasMessageContaining("17");
        assertThatThrownBy(() -> SecretStream.open(key, new byte[24], new byte[17]))
                .isInstanceOf(AEADBadTagException.class);
    }

    @Test
    void aBoxOfXChaCha20WantsAKeyAndANonce() {
        assertThatThrownBy(() -> XChaCha20Poly1305.open(shortKey, new byte[24], new byte[0], new byte[40]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("16 and 24");
        assertThatThrownBy(() -> XChaCha20Poly1305.open(key, new byte[12], new byte[0], new byte[40]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("32 and 12");
    }

    @Test
    void aBoxOfCbcWantsAKeyAndAnIv() {
        assertThatThrownBy(() -> AesCbc.open(shortKey, new byte[16], new byte[16]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AesCbc.open(key, new byte[12], new byte[16]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("32 and 12");
    }

    @Test
    void aBoxOfGcmWantsAKeyAndANonce() {
        assertThatThrownBy(() -> Aead.open(shortKey, new byte[12], new byte[0], new byte[40]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Aead.open(key, new byte[13], new byte[0], new byte[40]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Aead.open(key, new byte[12], new byte[0], new byte[40]))
                .isInstanceOf(AEADBadTagException.class);
        assertThatThrownBy(() -> Aead.open(key, new byte[16], new byte[0], new byte[40]))
                .isInstanceOf(AEADBadTagException.class);
    }

    private static Key key(int length) {
        return Key.random(new SecureRandom(), length);
    }
}
