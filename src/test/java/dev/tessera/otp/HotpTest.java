package dev.tessera.otp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HotpTest {
    private static final byte[] RFC_KEY = "12345678901234567890".getBytes(US_ASCII);
    private static final Secret RFC_SECRET = Secret.copyOf(RFC_KEY);

    @ParameterizedTest(name = "counter {0}")
    @CsvSource({
        "0, cc93cf18508d94934c64b65d8ba7667fb7cde4b0, 1284755224, 755224",
        "1, 75a48a19d4cbe100644e8ac1397eea747a2d33ab, 1094287082, 287082",
        "2, 0bacb7fa082fef30782211938bc1c5e70416ff44, 137359152, 359152",
        "3, 66c28227d03a2d5529262ff016a1e6ef76557ece, 1726969429, 969429",
        "4, a904c900a64b35909874b33e61c5938a8e15ed1c, 1640338314, 338314",
        "5, a37e783d7b7233c083d4f62926c7a25f238d0316, 868254676, 254676",
        "6, bc9cd28561042c83f219324d3c607256c03272ae, 1918287922, 287922",
        "7, a4fb960c0bc06e1eabb804e5b397cdc4b45596fa, 82162583, 162583",
        "8, 1b3c89f65e6c9e883012052823443f048b4332db, 673399871, 399871",
        "9, 1637409809a679dc698207310c8c7fc07290d9e5, 645520489, 520489",
    })
    void agreesWithRfc4226AppendixD(long counter, String hmac, int truncated, String code) {
        byte[] mac = HmacAlgorithm.SHA1.macOf(counter, RFC_KEY.clone());
        assertThat(HexFormat.of().formatHex(mac)).isEqualTo(hmac);
        assertThat(Hotp.truncate(mac)).isEqualTo(truncated);
        assertThat(Hotp.code(RFC_SECRET, HmacAlgorithm.SHA1, 6, counter)).isEqualTo(code);
    }

    @Test
    void truncatesTheExampleOfRfc4226Section5Point4() {
        byte[] mac = HexFormat.of().parseHex("1f8698690e02ca16618550ef7f19da8e945b555a");
        assertThat(Hotp.truncate(mac)).isEqualTo(0x50ef7f19);
    }

    @ParameterizedTest(name = "{0} digits")
    @CsvSource({
        "1, 4",
        "2, 24",
        "3, 224",
        "4, 5224",
        "5, 55224",
        "6, 755224",
        "7, 4755224",
        "8, 84755224",
        "9, 284755224",
        "10, 1284755224",
    })
    void showsTheLastDigitsOfTheNumber(int digits, String code) {
        assertThat(Hotp.code(RFC_SECRET, HmacAlgorithm.SHA1, digits, 0)).isEqualTo(code);
    }

    @Test
    void putsZerosBeforeAShorterNumber() {
        assertThat(Hotp.code(RFC_SECRET, HmacAlgorithm.SHA1, 10, 2)).isEqualTo("0137359152");
        assertThat(Hotp.code(RFC_SECRET, HmacAlgorithm.SHA1, 10, 7)).isEqualTo("0082162583");
    }

    @Test
    void refusesOtherNumbersOfDigits() {
        assertThatThrownBy(() -> Hotp.code(RFC_SECRET, HmacAlgorithm.SHA1, 0, 0))
                .hasMessage("digits is 0; it must be 1 to 10");
        assertThatThrownBy(() -> Hotp.code(RFC_SECRET, HmacAlgorithm.SHA1, 11, 0))
                .hasMessage("digits is 11; it must be 1 to 10");
    }

    @Test
    void refusesAWipedSecret() {
        var secret = Secret.copyOf(RFC_KEY);
        secret.close();
        assertThatThrownBy(() -> Hotp.code(secret, HmacAlgorithm.SHA1, 6, 0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void wipesTheKeyItWasGiven() {
        byte[] key = RFC_KEY.clone();
        HmacAlgorithm.SHA1.macOf(0, key);
        assertThat(key).containsOnly(0);
    }
}
