package dev.tessera.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Random;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlowfishTest {

    /// Eric Young's vectors, published with the cipher; the last, whose key is longer, is by OpenSSL.
    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0000000000000000, 4ef997456198dd78",
        "ffffffffffffffff, ffffffffffffffff, 51866fd5b85ecb8a",
        "3000000000000000, 1000000000000001, 7d856f9a613063f2",
        "0123456789abcdef, 1111111111111111, 61f9c3802281b096",
        "fedcba9876543210, 0123456789abcdef, 0aceab0fc6a0a28d",
        "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f3031323334353637"
                + "38393a3b3c3d3e3f4041424344454647, 0001020304050607, c8f5c1689aaf6034"
    })
    void makesThePublishedBlocks(String key, String plain, String box) {
        byte[] bytes = HexFormat.of().parseHex(key);
        long block = HexFormat.fromHexDigitsToLong(plain);
        long sealed = HexFormat.fromHexDigitsToLong(box);
        assertThat(Blowfish.encrypt(bytes, block)).isEqualTo(sealed);
        assertThat(Blowfish.decrypt(bytes, sealed)).isEqualTo(block);
    }

    @Test
    void opensWhatTheJdkSealed() throws GeneralSecurityException {
        var random = new Random(7);
        for (int length = 4; length <= 56; length += 4) {
            byte[] key = new byte[length];
            byte[] content = new byte[length - 1];
            random.nextBytes(key);
            random.nextBytes(content);
            var cipher = Cipher.getInstance("Blowfish/ECB/PKCS5Padding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "Blowfish"));
            try (var same = Key.copyOf(key)) {
                assertThat(Blowfish.open(same, cipher.doFinal(content))).isEqualTo(content);
            }
        }
    }

    @Test
    void refusesWhatIsNoBoxOfThisKey() {
        try (var key = Key.copyOf(new byte[] {1, 2, 3, 4})) {
            for (int length : new int[] {0, 7, 9}) {
                assertThatExceptionOfType(BadPaddingException.class)
                        .isThrownBy(() -> Blowfish.open(key, new byte[length]));
            }
            // A block of zeros opens to one that ends with no length of padding.
            assertThatExceptionOfType(BadPaddingException.class).isThrownBy(() -> Blowfish.open(key, new byte[8]));
        }
    }
}
