package dev.tessera.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;
import javax.crypto.BadPaddingException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What opens other programs' files, by the tables of the RFCs and by what libsodium wrote.
class ForeignKeysTest {
    private static final HexFormat HEX = HexFormat.of();

    private static String hex(Key key) {
        try (key) {
            return HEX.formatHex(key.toByteArray());
        }
    }

    @ParameterizedTest(name = "PBKDF2 with {0}, {1} iterations")
    @CsvSource({
        // RFC 6070, whose keys of 20 bytes are the beginning of ours.
        "SHA1, 1, password, salt, 0c60c80f961f0e71f3a9b524af6012062fe037a6",
        "SHA1, 2, password, salt, ea6c014dc72d6f8ccd1ed92ace1d41f0d8de8957",
        "SHA1, 4096, password, salt, 4b007901b765489abead49d926f721d065a429c1",
        // RFC 7914 section 11.
        "SHA256, 1, passwd, salt, 55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc",
        "SHA256, 80000, Password, NaCl, 4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56",
        // No RFC has a table of SHA-512; by Python's hashlib.
        "SHA512, 3, password, salt, b6b07cb2cebf4ad84468391a543824fccffe0e0769dbe6bddf10a65673c4b648"
    })
    void pbkdf2GivesTheKeysOfTheRfcs(Pbkdf2.Hash hash, int iterations, String password, String salt, String expected) {
        var key = new Pbkdf2(hash, iterations).derive(password.getBytes(US_ASCII), salt.getBytes(US_ASCII));
        assertThat(hex(key)).startsWith(expected);
    }

    @Test
    void pbkdf2TakesAnyLengthOfPassphrase() {
        assertThat(hex(new Pbkdf2(Pbkdf2.Hash.SHA512, 2).derive(new byte[0], new byte[4])))
                .isEqualTo("36796b876cbc48be7a1d8530516288f6c6ee27fb4cd3450799f1e9a21ce7a51d");
        assertThat(hex(new Pbkdf2(Pbkdf2.Hash.SHA512, 2).derive("a".repeat(3000).getBytes(US_ASCII), new byte[4])))
                .isEqualTo("d3b2cbc18cd65cdca44a6a51b9a6c9854272333fe3078f2c2d3819f32bfc1af8");
    }

    @ParameterizedTest(name = "scrypt of RFC 7914 section 12, n = {0}")
    @CsvSource({
        "16, 1, 1, '', '', 77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442",
        "1024, 8, 16, password, NaCl, fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162",
        "16384, 8, 1, pleaseletmein, SodiumChloride,"
                + "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
    })
    void scryptGivesTheKeysOfTheRfc(int n, int r, int p, String password, String salt, String expected) {
        var key = new Scrypt(n, r, p).derive(password.getBytes(US_ASCII), salt.getBytes(US_ASCII));
        assertThat(hex(key)).isEqualTo(expected);
    }

    @Test
    void argon2idIsThatOfOurVaults() {
        byte[] password = "an owl".getBytes(UTF_8);
        byte[] salt = new byte[16];
        assertThat(hex(new ForeignArgon2id(64, 2, 1).derive(password, salt)))
                .isEqualTo(HEX.formatHex(new Argon2id(64, 2, 1).derive(password, salt, 32)));
    }

    @Test
    void whatNoProgramAsksForIsRefusedBeforeAnythingIsAllocated() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Pbkdf2(Pbkdf2.Hash.SHA256, Integer.MAX_VALUE));
        assertThatIllegalArgumentException().isThrownBy(() -> new Pbkdf2(Pbkdf2.Hash.SHA256, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Scrypt(1 << 30, 8, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Scrypt(1 << 20, 64, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Scrypt(1000, 8, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Scrypt(1 << 20, 8, 16));
        assertThatIllegalArgumentException().isThrownBy(() -> new ForeignArgon2id(Integer.MAX_VALUE, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ForeignArgon2id(1_048_576, 11, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ForeignArgon2id(1024, 1, 17));
        assertThatIllegalArgumentException().isThrownBy(() -> new ForeignArgon2id(7, 1, 1));
    }

    @Test
    void theSecondStepOfHkdfAloneGivesTheKeyOfTheRfc() {
        // RFC 5869 appendix A.1: PRK and the first 32 bytes of OKM.
        var prk = HEX.parseHex("077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5");
        try (var key = Key.copyOf(prk)) {
            assertThat(hex(Hkdf.expand(key, HEX.parseHex("f0f1f2f3f4f5f6f7f8f9"))))
                    .isEqualTo("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf");
        }
    }

    @Test
    void aPassphraseOfAForeignFileKeepsItsForm() {
        try (var passphrase = Passphrase.ofForeignFile("e\u0301 ".toCharArray())) {
            assertThat(passphrase.toUtf8()).isEqualTo("e\u0301 ".getBytes(UTF_8));
        }
    }

    /// draft-irtf-cfrg-xchacha section A.3.1.
    @Nested
    class LongNonce {
        private final Key key =
                Key.copyOf(HEX.parseHex("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f"));
        private final byte[] nonce = HEX.parseHex("404142434445464748494a4b4c4d4e4f5051525354555657");
        private final byte[] data = HEX.parseHex("50515253c0c1c2c3c4c5c6c7");
        private final byte[] box = HEX.parseHex("bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb"
                + "731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452"
                + "2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9"
                + "21f9664c97637da9768812f615c68b13b52ec0875924c1c7987947deafd8780acf49");

        @Test
        void opensWhatWasSealed() throws AEADBadTagException {
            assertThat(XChaCha20Poly1305.open(key, nonce, data, box))
                    .asString(US_ASCII)
                    .isEqualTo("Ladies and Gentlemen of the class of '99: If I could offer you only one tip for "
                            + "the future, sunscreen would be it.");
        }

        @Test
        void refusesWhateverIsNotAsItWasSealed() {
            for (int i = 0; i < box.length; i++) {
                byte[] changed = box.clone();
                changed[i] ^= 1;
                assertThatExceptionOfType(AEADBadTagException.class)
                        .isThrownBy(() -> XChaCha20Poly1305.open(key, nonce, data, changed));
            }
            assertThatExceptionOfType(AEADBadTagException.class)
                    .isThrownBy(() -> XChaCha20Poly1305.open(key, nonce, new byte[0], box));
            assertThatExceptionOfType(AEADBadTagException.class)
                    .isThrownBy(() -> XChaCha20Poly1305.open(key, nonce, data, Arrays.copyOf(box, 15)));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> XChaCha20Poly1305.open(key, Arrays.copyOf(nonce, 12), data, box));
        }
    }

    @Nested
    class Cbc {
        private final Key key =
                Key.copyOf(HEX.parseHex("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4"));
        private final byte[] iv = HEX.parseHex("000102030405060708090a0b0c0d0e0f");

        /// NIST SP 800-38A section F.2.5: one block of plaintext, then the block of its padding.
        private final byte[] box =
                HEX.parseHex("f58c4c04d6e5f1ba779eabfb5f7bfbd6" + "485a5c81519cf378fa36d42b8547edc0");

        @Test
        void opensWhatWasSealed() throws BadPaddingException {
            assertThat(HEX.formatHex(AesCbc.open(key, iv, box))).isEqualTo("6bc1bee22e409f96e93d7e117393172a");
        }

        @Test
        void sealsAsOthersDo() {
            byte[] plain = HEX.parseHex("6bc1bee22e409f96e93d7e117393172a");
            assertThat(AesCbc.seal(key, iv, plain)).isEqualTo(box);
            assertThatIllegalArgumentException().isThrownBy(() -> AesCbc.seal(key, new byte[15], plain));
        }

        @Test
        void refusesAnotherKeyAndHalfABlock() {
            assertThatExceptionOfType(BadPaddingException.class)
                    .isThrownBy(() -> AesCbc.open(Key.copyOf(new byte[32]), iv, box));
            assertThatExceptionOfType(BadPaddingException.class)
                    .isThrownBy(() -> AesCbc.open(key, iv, Arrays.copyOf(box, 31)));
            assertThatExceptionOfType(BadPaddingException.class).isThrownBy(() -> AesCbc.open(key, iv, new byte[0]));
            assertThatIllegalArgumentException().isThrownBy(() -> AesCbc.open(key, new byte[15], box));
        }
    }

    @Nested
    class Stream {
        private final Key key =
                Key.copyOf(HEX.parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"));

        @ParameterizedTest
        @CsvSource({
            "'',c9db7030c4befad505d0b2c983524fc77792e00b6acca809,61d3108b7049ca9e3a3b60c3dc4e0233cc",
            "74657373657261,caec374f1bf463f9ef52bcc03f86cc4a0f5617ae4d5ebda2,"
                    + "374ea9d12f0e0c24b5fa7de699d181f4e3c00afdf626a9bb",
            "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f"
                    + "303132333435363738393a3b3c3d3e3f,aa8d68ddcc085b1829a999ee488c2b15267e3dba9a2e00a0,"
                    + "7ea7064af6bb209226996e7fae4f86571d1936d352887b36623b1784d96a5480c464d4a75ff269c772a7cea25844e8fb"
                    + "50addc0c218be1d72bafad96f21f706d1bdcd30736047fe15750e3a6dfdd29ef9f",
            "61616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161"
                    + "616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161,"
                    + "b9df4b9340be9cb6b3065b31301957eb87c2bb455da6409f,"
                    + "596392fc508fa55e48a5bc55e015cae6649214dd27f8698942d49682edbae317ada715a3f9a63e115a2a4a27749daa75"
                    + "77bb1295471026dde4615027c3e7372f3a5587dd5895886d32e13688a836ef777d22a48dc5bd47ae09eb83eb94aec65a"
                    + "4d5794b72ffbcb20c27a2170140f9993f71362d0af"
        })
        void opensWhatLibsodiumSealed(String plain, String header, String message) throws AEADBadTagException {
            assertThat(HEX.formatHex(SecretStream.open(key, HEX.parseHex(header), HEX.parseHex(message))))
                    .isEqualTo(plain);
        }

        /// The vectors above that libsodium marked as the last of their stream.
        @ParameterizedTest
        @CsvSource({
            "74657373657261,caec374f1bf463f9ef52bcc03f86cc4a0f5617ae4d5ebda2,"
                    + "374ea9d12f0e0c24b5fa7de699d181f4e3c00afdf626a9bb",
            "61616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161"
                    + "616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161,"
                    + "b9df4b9340be9cb6b3065b31301957eb87c2bb455da6409f,"
                    + "596392fc508fa55e48a5bc55e015cae6649214dd27f8698942d49682edbae317ada715a3f9a63e115a2a4a27749daa75"
                    + "77bb1295471026dde4615027c3e7372f3a5587dd5895886d32e13688a836ef777d22a48dc5bd47ae09eb83eb94aec65a"
                    + "4d5794b72ffbcb20c27a2170140f9993f71362d0af"
        })
        void sealsByteForByteAsLibsodiumDoes(String plain, String header, String message) {
            assertThat(HEX.formatHex(SecretStream.seal(key, HEX.parseHex(header), HEX.parseHex(plain))))
                    .isEqualTo(message);
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 15, 16, 63, 64, 65, 1000})
        void opensWhatItSealed(int length) throws AEADBadTagException {
            byte[] plain = new byte[length];
            Arrays.fill(plain, (byte) 'a');
            byte[] header = HEX.parseHex("caec374f1bf463f9ef52bcc03f86cc4a0f5617ae4d5ebda2");
            assertThat(SecretStream.open(key, header, SecretStream.seal(key, header, plain)))
                    .isEqualTo(plain);
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 7, 8, 23})
        void refusesEachChangedByte(int at) {
            byte[] header = HEX.parseHex("caec374f1bf463f9ef52bcc03f86cc4a0f5617ae4d5ebda2");
            byte[] message = HEX.parseHex("374ea9d12f0e0c24b5fa7de699d181f4e3c00afdf626a9bb");
            message[at] ^= 1;
            assertThatExceptionOfType(AEADBadTagException.class)
                    .isThrownBy(() -> SecretStream.open(key, header, message));
            message[at] ^= 1;
            header[at] ^= 1;
            assertThatExceptionOfType(AEADBadTagException.class)
                    .isThrownBy(() -> SecretStream.open(key, header, message));
        }

        @Test
        void refusesAMessageThatChangesTheKeyForOthers() {
            byte[] header = HEX.parseHex("46bcefa5aadb45f73e7abe5cd043edc1d056e5e9926bbecf");
            byte[] message = HEX.parseHex("a769d36b7c04d8c47735dc3c41d8be203cbf3bbf94992eca632bc74f");
            assertThatExceptionOfType(AEADBadTagException.class)
                    .isThrownBy(() -> SecretStream.open(key, header, message))
                    .withMessageContaining("changes the key");
        }
    }
}
