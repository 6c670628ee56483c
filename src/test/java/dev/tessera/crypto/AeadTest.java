package dev.tessera.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Random;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AeadTest {
    private static final byte[] PLAINTEXT =
            hex("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c9595"
                    + "6809532fcf0e2449a6b525b16aedf5aa0de657ba637b39");
    private static final byte[] DATA = hex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
    private static final byte[] NONCE = hex("cafebabefacedbaddecaf888");
    private static final byte[] BOX = hex("522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e4859"
            + "0dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b");

    private final Key key = Key.copyOf(hex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"));

    @Test
    void sealsAndOpensTestCase16OfTheGcmSpecification() throws AEADBadTagException {
        assertThat(Aead.seal(key, NONCE, DATA, PLAINTEXT)).isEqualTo(BOX);
        assertThat(Aead.open(key, NONCE, DATA, BOX)).isEqualTo(PLAINTEXT);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 1023, 1024, 1025, 2047, 2048, 2049, 70_000})
    void sealsTheSameInPiecesAsInOne(int length) throws GeneralSecurityException {
        byte[] plaintext = new byte[length];
        new Random(length).nextBytes(plaintext);
        byte[] associatedData = {1, 2, 3};
        byte[] key = new byte[32];
        var whole = Cipher.getInstance("AES/GCM/NoPadding");
        whole.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, Aead.zeroNonce()));
        whole.updateAAD(associatedData);

        byte[] box = Aead.seal(Key.copyOf(key), Aead.zeroNonce(), associatedData, plaintext);

        assertThat(box).isEqualTo(whole.doFinal(plaintext));
        assertThat(Aead.open(Key.copyOf(key), Aead.zeroNonce(), associatedData, box))
                .isEqualTo(plaintext);
    }

    @Test
    void refusesABoxWithAnyBitChanged() {
        for (int bit = 0; bit < BOX.length * 8; bit++) {
            byte[] changed = BOX.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThatExceptionOfType(AEADBadTagException.class).isThrownBy(() -> Aead.open(key, NONCE, DATA, changed));
        }
    }

    @Test
    void refusesOtherAssociatedDataAndABoxTooShortForItsTag() {
        assertThatExceptionOfType(AEADBadTagException.class).isThrownBy(() -> Aead.open(key, NONCE, new byte[0], BOX));
        assertThatExceptionOfType(AEADBadTagException.class)
                .isThrownBy(() -> Aead.open(key, NONCE, DATA, new byte[15]));
    }

    @Test
    void refusesKeysAndNoncesOfOtherLengths() {
        try (var half = Key.copyOf(new byte[16])) {
            assertThatIllegalArgumentException().isThrownBy(() -> Aead.seal(half, NONCE, DATA, PLAINTEXT));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Aead.seal(key, new byte[16], DATA, PLAINTEXT));
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
