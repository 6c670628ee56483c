package dev.tessera.otp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtherKindsTest {

    @Nested
    class Steam {
        @ParameterizedTest
        @CsvSource({
            "63BEDWCQZKTQWPESARIERL5DTTQFCJTK, 1511200518, FR8RV",
            "63BEDWCQZKTQWPESARIERL5DTTQFCJTK, 1511200714, 9P3VP",
            "STEAMKEY, 1742298622, NTK5M",
        })
        void agreesWithPublishedCodes(String secret, long second, String code) {
            var credential = new Credential(secretOf(secret), new OtpParameters.Steam());
            assertThat(credential.codeAt(Instant.ofEpochSecond(second)).text()).isEqualTo(code);
        }

        @Test
        void changesEveryThirtySeconds() {
            var credential = new Credential(secretOf("STEAMKEY"), new OtpParameters.Steam());
            assertThat(credential.codeAt(Instant.ofEpochSecond(59)))
                    .extracting(Code::validFrom, Code::validUntil)
                    .containsExactly(Instant.ofEpochSecond(30), Instant.ofEpochSecond(60));
        }
    }

    @Nested
    class MobileOtp {
        private final Secret secret = Secret.copyOf(HexFormat.of().parseHex("e3152afee62599c8"));

        @Test
        void agreesWithAPublishedCode() {
            var credential = new Credential(secret, new OtpParameters.Motp(pin("1234")));
            assertThat(credential.codeAt(Instant.ofEpochSecond(165_892_298)))
                    .isEqualTo(
                            new Code("e7d8b6", Instant.ofEpochSecond(165_892_290), Instant.ofEpochSecond(165_892_300)));
        }

        @Test
        void dependsOnThePin() {
            var credential = new Credential(secret, new OtpParameters.Motp(pin("1235")));
            assertThat(credential.codeAt(Instant.ofEpochSecond(165_892_298)).text())
                    .isNotEqualTo("e7d8b6");
        }
    }

    @Nested
    class Yandex {
        private static final String TYPED = "6SB2IKNM6OBZPAVBVTOHDKS4FAAAAAAADFUTQMBTRY";

        @ParameterizedTest
        @CsvSource({
            "5239, 6SB2IKNM6OBZPAVBVTOHDKS4FAAAAAAADFUTQMBTRY, 1641559648, umozdicq",
            "7586, LA2V6KMCGYMWWVEW64RNP3JA3IAAAAAAHTSG4HRZPI, 1581064020, oactmacq",
        })
        void agreesWithPublishedCodes(String pin, String secret, long second, String code) {
            var credential = new Credential(secretOf(secret), new OtpParameters.Yandex(pin(pin)));
            assertThat(credential.codeAt(Instant.ofEpochSecond(second)).text()).isEqualTo(code);
        }

        @Test
        void countsTheFirstSixteenBytesAlone() {
            var typed = Base32.decodeTyped(TYPED);
            var scanned = Secret.copyOf(Arrays.copyOf(typed, 16));
            var credential = new Credential(scanned, new OtpParameters.Yandex(pin("5239")));
            assertThat(credential.codeAt(Instant.ofEpochSecond(1_641_559_648)).text())
                    .isEqualTo("umozdicq");
        }

        @Test
        void dropsALeadingZeroOfTheKey() {
            var secret = Secret.copyOf(new byte[16]);
            var now = Instant.ofEpochSecond(1_641_559_648);
            // The SHA-256 of this PIN and 16 zero bytes begins with a zero byte. The code was computed by a second
            // program.
            var credential = new Credential(secret, new OtpParameters.Yandex(pin("1595")));
            assertThat(credential.codeAt(now).text()).isEqualTo("nnntsako");
        }

        @Test
        void noticesEachMistypedSign() {
            byte[] typed = Base32.decodeTyped(TYPED);
            for (int bit = 0; bit < typed.length * 8; bit++) {
                byte[] wrong = typed.clone();
                wrong[bit / 8] ^= (byte) (1 << (bit % 8));
                assertThatThrownBy(() -> new Credential(Secret.copyOf(wrong), new OtpParameters.Yandex(pin("5239"))))
                        .hasMessage("the Yandex secret's checksum is wrong: a character was mistyped");
            }
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 15, 17, 20, 25, 27})
        void refusesOtherLengths(int length) {
            var secret = Secret.copyOf(new byte[length]);
            assertThatThrownBy(() -> new Credential(secret, new OtpParameters.Yandex(pin("5239"))))
                    .hasMessage("a Yandex secret must have 16 or 26 bytes; this one has " + length);
        }
    }

    private static Secret secretOf(String base32) {
        return Secret.copyOf(Base32.decodeTyped(base32));
    }

    private static Secret pin(String text) {
        return Secret.copyOf(text.getBytes(UTF_8));
    }
}
