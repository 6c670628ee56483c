package dev.tessera.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What opens the databases of KeePass, by the tables of those who made the ciphers.
class KeePassKeysTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] COUNTED = counted(32);

    private static byte[] counted(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }

    private static String hex(Key key) {
        try (key) {
            return HEX.formatHex(key.toByteArray());
        }
    }

    /// One block after another, as KeePass's documentation has it.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 4095, 4096, 4097, 10_000})
    void aesKdfEncryptsEachHalfAsOftenAsItShould(long rounds) throws GeneralSecurityException {
        byte[] seed = counted(33);
        seed = Arrays.copyOfRange(seed, 1, 33);
        var aes = Cipher.getInstance("AES/ECB/NoPadding");
        aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(seed, "AES"));
        byte[] expected = COUNTED.clone();
        for (long i = 0; i < rounds; i++) {
            expected = aes.doFinal(expected);
        }
        try (var key = Key.copyOf(COUNTED)) {
            assertThat(hex(new AesKdf(rounds).derive(key, seed)))
                    .isEqualTo(
                            HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(expected)));
        }
    }

    @Test
    void aesKdfWantsWholeKeysAndRoundsWithinReason() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AesKdf(0)).withMessageContaining("rounds");
        assertThatIllegalArgumentException().isThrownBy(() -> new AesKdf(500_000_001));
        try (var key = Key.copyOf(COUNTED);
                var half = Key.copyOf(counted(16))) {
            assertThatIllegalArgumentException().isThrownBy(() -> new AesKdf(1).derive(key, new byte[31]));
            assertThatIllegalArgumentException().isThrownBy(() -> new AesKdf(1).derive(half, new byte[32]));
        }
    }

    /// The tables of the reference implementation (phc-winner-argon2, src/test.c): the second version of each variant
    /// that it has, and the first of Argon2id.
    @ParameterizedTest
    @CsvSource({
        "ID, 19, 256, 2, 1, 9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe",
        "ID, 19, 256, 2, 2, 6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037",
        "ID, 19, 65536, 2, 1, 09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"
    })
    void argon2GivesTheKeysOfItsMakers(
            Argon2.Variant variant, int version, int memoryKib, int iterations, int parallelism, String expected) {
        var argon2 = new Argon2(variant, version, memoryKib, iterations, parallelism);
        assertThat(hex(argon2.derive("password".getBytes(US_ASCII), "somesalt".getBytes(US_ASCII))))
                .isEqualTo(expected);
        assertThat(argon2.memory()).isEqualTo(memoryKib * 1024L);
    }

    @Test
    void eachVariantAndVersionOfArgon2IsAnother() {
        byte[] password = {1};
        byte[] salt = counted(8);
        var keys = new String[] {
            hex(new Argon2(Argon2.Variant.D, 0x10, 64, 2, 1).derive(password, salt)),
            hex(new Argon2(Argon2.Variant.D, 0x13, 64, 2, 1).derive(password, salt)),
            hex(new Argon2(Argon2.Variant.ID, 0x10, 64, 2, 1).derive(password, salt)),
            hex(new Argon2(Argon2.Variant.ID, 0x13, 64, 2, 1).derive(password, salt))
        };
        assertThat(keys).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "17, 64, 1, 1",
        "19, 7, 1, 1",
        "19, 1048577, 1, 1",
        "19, 64, 0, 1",
        "19, 64, 100001, 1",
        "19, 64, 1, 0",
        "19, 1048576, 1, 129",
        "19, 1048576, 17, 1"
    })
    void argon2BeyondAllMeasureIsRefusedBeforeAnythingIsAllocated(
            int version, int memoryKib, int iterations, int parallelism) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Argon2(Argon2.Variant.D, version, memoryKib, iterations, parallelism))
                .withMessageContaining("Argon2");
    }

    /// RFC 8439 appendix A.1, test vector 1 and 2: the key stream itself.
    @Test
    void chaCha20IsThatOfTheRfc() {
        try (var key = Key.copyOf(new byte[32])) {
            var stream = KeyStream.chaCha20(key, new byte[12]);
            assertThat(HEX.formatHex(stream.apply(new byte[64])))
                    .isEqualTo("76b8e0ada0f13d90405d6ae55386bd28bdd219b8a08ded1aa836efcc8b770dc7"
                            + "da41597c5157488d7724e03fb8d84a376a43b8f41518a11cc387b669b2ee6586");
            assertThat(HEX.formatHex(stream.apply(new byte[32])))
                    .isEqualTo("9f07e7be5551387a98ba977c732d080dcb0f29a048e3656912c6533e32ee7aed");
        }
    }

    /// eSTREAM's vectors of Salsa20, 256 bits, set 1, vector 0.
    @Test
    void salsa20IsThatOfEstream() {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) 0x80;
        try (var key = Key.copyOf(bytes)) {
            assertThat(HEX.formatHex(KeyStream.salsa20(key, new byte[8]).apply(new byte[64])))
                    .isEqualTo("e3be8fdd8beca2e3ea8ef9475b29a6e7003951e1097a5c38d23b7a5fad9f6844"
                            + "b22c97559e2723c7cbbd3fe4fc8d9a0744652a83e72a9c461876af4d7ef1a117");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 65, 8191, 8192, 20_000})
    void aPartOfAStreamCanBeLeftOut(int length) {
        try (var key = Key.copyOf(COUNTED)) {
            var whole = KeyStream.chaCha20(key, new byte[12]).apply(new byte[length + 16]);
            var stream = KeyStream.chaCha20(key, new byte[12]);
            stream.skip(length);
            assertThat(stream.apply(new byte[16])).isEqualTo(Arrays.copyOfRange(whole, length, length + 16));
        }
    }

    @Test
    void aStreamWantsAKeyAndANonce() {
        try (var key = Key.copyOf(COUNTED);
                var half = Key.copyOf(counted(16))) {
            assertThatIllegalArgumentException().isThrownBy(() -> KeyStream.chaCha20(half, new byte[12]));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> KeyStream.chaCha20(key, new byte[8]))
                    .withMessageContaining("32 and 8");
            assertThatIllegalArgumentException().isThrownBy(() -> KeyStream.salsa20(key, new byte[12]));
        }
    }

    /// The Twofish paper, appendix B.2: the last step of the table for 256 bits, in one block of CBC whose IV is what
    /// makes its padding right.
    @Test
    void twofishIsThatOfItsMakers() throws BadPaddingException {
        byte[] bytes = HEX.parseHex("d43bb7556ea32e46f2a282b7d45b4e0d57ff739d4dc92c1bd7fc01700cc8216f");
        byte[] plain = HEX.parseHex("90afe91bb288544f2c32dc239b2635e6");
        byte[] box = HEX.parseHex("6cb4561c40bf0a9705931cb6d408e7fa");
        byte[] iv = plain.clone();
        byte[] padded = "Twofish".getBytes(US_ASCII);
        for (int i = 0; i < 16; i++) {
            iv[i] ^= i < padded.length ? padded[i] : 9;
        }
        try (var key = Key.copyOf(bytes);
                var other = Key.copyOf(COUNTED);
                var half = Key.copyOf(counted(16))) {
            assertThat(TwofishCbc.open(key, iv, box)).isEqualTo(padded);
            assertThatExceptionOfType(BadPaddingException.class).isThrownBy(() -> TwofishCbc.open(other, iv, box));
            assertThatExceptionOfType(BadPaddingException.class)
                    .isThrownBy(() -> TwofishCbc.open(key, iv, new byte[15]));
            assertThatExceptionOfType(BadPaddingException.class)
                    .isThrownBy(() -> TwofishCbc.open(key, iv, new byte[0]));
            assertThatIllegalArgumentException().isThrownBy(() -> TwofishCbc.open(half, iv, box));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TwofishCbc.open(key, new byte[12], box))
                    .withMessageContaining("32 and 12");
        }
    }
}
