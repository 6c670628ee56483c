package dev.tessera.otpauth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.otp.OtpParameters;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PinlessUriTest {

    @Nested
    class Yandex {
        private static final String URI = "otpauth://yaotp/ann?secret=6SB2IKNM6OBZPAVBVTOHDKS4FAAAAAAADFUTQMBTRY";
        private static final Instant NOW = Instant.ofEpochSecond(1_641_559_648);

        @Test
        void asksForThePin() throws OtpauthException {
            var pinless = pinless(URI + "&pin_length=4");
            assertThat(pinless.kind()).isEqualTo(PinlessUri.Kind.YANDEX);
            assertThat(pinless.issuer()).isEqualTo("Yandex");
            assertThat(pinless.accountName()).isEqualTo("ann");
            assertThat(pinless.pinLength()).hasValue(4);
            var account = pinless.withPin("5239".toCharArray()).account();
            assertThat(account.credential().codeAt(NOW).text()).isEqualTo("umozdicq");
        }

        /// `GUZDGOI` is `5239` in Base32, as some apps write it.
        @ParameterizedTest
        @ValueSource(strings = {"&pin=5239", "&pin=GUZDGOI", "&pin=GUZDGOI%3D", "&pin=5239&pin_length=4"})
        void takesThePinOfTheLink(String pin) throws OtpauthException {
            var account = OtpauthUri.parse(URI + pin).account();
            assertThat(account.credential().codeAt(NOW).text()).isEqualTo("umozdicq");
        }

        @Test
        void isReadUnderItsOtherName() throws OtpauthException {
            var uri = URI.replace("yaotp", "YANDEX") + "&pin=5239";
            assertThat(OtpauthUri.parse(uri)).isEqualTo(OtpauthUri.parse(URI + "&pin=5239"));
        }

        @Test
        void givesNoAccountWithoutThePin() {
            assertThatThrownBy(() -> OtpauthUri.parse(URI))
                    .isInstanceOf(OtpauthException.class)
                    .hasMessage("pin is missing: Yandex codes need the account's PIN");
        }

        @ParameterizedTest
        @CsvSource({
            "'', pin has 0 characters; it must have 1 to 16",
            "123, pin must be 4 to 16 digits",
            "12a4, pin must be 4 to 16 digits",
            "١٢٣٤, pin must be 4 to 16 digits",
            "12345678901234567, pin has 17 characters; it must have 1 to 16",
            "12345, pin has 5 digits; the link says it has 4",
        })
        void refusesWhatCannotBeThePin(String pin, String problem) {
            var pinless = pinless(URI + "&pin_length=4");
            assertThatThrownBy(() -> pinless.withPin(pin.toCharArray()))
                    .isInstanceOf(OtpauthException.class)
                    .hasMessage(problem);
        }

        @Test
        void refusesAPinParameterThatIsNeither() {
            assertThatThrownBy(() -> OtpauthUri.parse(URI + "&pin=abc1"))
                    .hasMessage("pin is neither digits nor Base32-encoded digits");
            assertThatThrownBy(() -> OtpauthUri.parse(URI + "&pin=MFRGG")).hasMessage("pin must be 4 to 16 digits");
        }

        @Test
        void refusesAMistypedSecret() {
            assertThat(ScannedText.parse(URI.replace("6SB2", "6SB3")))
                    .isEqualTo(new ScannedText.Unusable("This account cannot be used: "
                            + "the Yandex secret's checksum is wrong: a character was mistyped."));
            assertThat(ScannedText.parse("otpauth://yaotp/ann?secret=JBSWY3DPEHPK3PXP"))
                    .isEqualTo(new ScannedText.Unusable("This account cannot be used: "
                            + "a Yandex secret must have 16 or 26 bytes; this one has 10."));
        }

        @Test
        void hidesItselfInText() {
            assertThat(pinless(URI).toString()).doesNotContain("6SB2").isEqualTo("PinlessUri[Yandex, hidden]");
        }
    }

    @Nested
    class MobileOtp {
        private static final String URI = "motp://Acme:ann?secret=e3152afee62599c8";
        private static final Instant NOW = Instant.ofEpochSecond(165_892_298);

        @Test
        void asksForThePin() throws OtpauthException {
            var pinless = pinless(URI);
            assertThat(pinless.kind()).isEqualTo(PinlessUri.Kind.MOTP);
            assertThat(pinless.issuer()).isEqualTo("Acme");
            assertThat(pinless.accountName()).isEqualTo("ann");
            assertThat(pinless.pinLength()).isEmpty();
            var account = pinless.withPin("1234".toCharArray()).account();
            assertThat(account.credential().codeAt(NOW).text()).isEqualTo("e7d8b6");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "motp://Acme:ann?secret=e3152afee62599c8&pin=1234",
                    "MOTP://Acme%3Aann?secret=E3152AFEE62599C8&pin=1234",
                    "motp://ann?secret=e3152afee62599c8&issuer=Acme&pin=1234",
                })
        void takesThePinOfTheLink(String uri) throws OtpauthException {
            var account = OtpauthUri.parse(uri).account();
            assertThat(account.issuer()).isEqualTo("Acme");
            assertThat(account.accountName()).isEqualTo("ann");
            assertThat(account.credential().parameters()).isInstanceOf(OtpParameters.Motp.class);
            assertThat(account.credential().codeAt(NOW).text()).isEqualTo("e7d8b6");
        }

        @Test
        void mayHaveAPinThatLooksEncoded() throws OtpauthException {
            var parameters =
                    OtpauthUri.parse(URI + "&pin=%2541").account().credential().parameters();
            assertThat(parameters)
                    .isInstanceOfSatisfying(
                            OtpParameters.Motp.class,
                            motp -> assertThat(motp.pin().toByteArray())
                                    .asString(UTF_8)
                                    .isEqualTo("%41"));
        }

        @Test
        void givesNoAccountWithoutThePin() {
            assertThatThrownBy(() -> OtpauthUri.parse(URI))
                    .hasMessage("pin is missing: mOTP codes need the account's PIN");
        }

        @ParameterizedTest
        @CsvSource({
            "e3152afee62599c, secret has an odd number of hexadecimal digits: one is missing",
            "e3152xfee62599c8, secret is not hexadecimal at position 6",
            "'', secret is missing",
        })
        void refusesASecretThatIsNotHexadecimal(String secret, String problem) {
            assertThatThrownBy(() -> OtpauthUri.parse("motp://Acme:ann?secret=" + secret + "&pin=1234"))
                    .isInstanceOf(OtpauthException.class)
                    .hasMessage(problem);
        }
    }

    private static PinlessUri pinless(String text) {
        return ((ScannedText.NeedsPin) ScannedText.parse(text)).uri();
    }
}
