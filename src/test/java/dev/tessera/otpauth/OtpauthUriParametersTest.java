package dev.tessera.otpauth;

import static dev.tessera.otpauth.OtpauthUriTest.ANN;
import static dev.tessera.otpauth.OtpauthUriTest.PLAIN;
import static dev.tessera.otpauth.OtpauthUriTest.SECRET_TEXT;
import static dev.tessera.otpauth.OtpauthUriTest.account;
import static dev.tessera.otpauth.OtpauthUriTest.assertRead;
import static dev.tessera.otpauth.OtpauthUriTest.assertRefused;
import static dev.tessera.otpauth.OtpauthUriTest.assertRepaired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.otp.HmacAlgorithm;
import dev.tessera.otp.OtpParameters;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// One nested class for each row about a parameter of the first table in docs/otpauth.md.
class OtpauthUriParametersTest {
    @Nested
    class TheSecret {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "jbswy3dpehpk3pxpjbswy3dpehpk3pxp",
                    "JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP",
                    "JBSW%20Y3DP-EHPK-3PXP-JBSW-Y3DP-EHPK-3PXP",
                    "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP====",
                    "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP%3D%3d",
                    "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXPA",
                    "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP7",
                })
        void isReadAsPeopleAndSitesWriteIt(String secret) throws OtpauthException {
            assertRead("otpauth://totp/Acme:ann?secret=" + secret, ANN);
        }

        @ParameterizedTest
        @CsvSource({
            "JBSWY3DPEHP8, '8'' at position 12'",
            "0BSW, '0'' at position 1'",
            "J1SW, '1'' at position 2'",
            "JB9W, '9'' at position 3'",
            "JB$W, '$'' at position 3'",
            "JB%00W, 'the character U+0000 at position 3'",
        })
        void withAnyOtherSignIsRefusedAndNothingGuessed(String secret, String problem) {
            var shown = problem.startsWith("the character") ? problem : "'" + problem;
            assertRefused("otpauth://totp/Acme:ann?secret=" + secret, "secret is not Base32: " + shown);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", "?secret=", "?secret", "?secret=null", "?secret=undefined", "?secret=%20", "?issuer=Acme"
                })
        void thatIsEmptyOrMissingIsRefused(String query) {
            assertRefused("otpauth://totp/Acme:ann" + query, "secret is missing");
        }

        @ParameterizedTest
        @ValueSource(strings = {"A", "=", "%3D%3D", "-"})
        void thatFillsNoByteIsRefused(String secret) {
            assertRefused(
                    "otpauth://totp/Acme:ann?secret=" + secret, "secret is too short: it does not fill a single byte");
        }

        @Test
        void thatIsShortIsTakenWithAWarning() throws OtpauthException {
            var uri = OtpauthUri.parse("otpauth://totp/Acme:ann?secret=JBSWY3DPEHPK3PX");
            assertThat(uri.warnings())
                    .containsExactly("The secret has only 72 bits; RFC 4226 asks for at least 128 and recommends 160.");
            assertThat(OtpauthUri.parse("otpauth://totp/Acme:ann?secret=JBSWY3DPEHPK3PXP")
                            .warnings())
                    .isEmpty();
        }

        @Test
        void mayHaveAKibibyteAndNoMore() throws OtpauthException {
            assertThat(OtpauthUri.parse("otpauth://totp/a?secret=" + "A".repeat(1639))
                            .account()
                            .credential()
                            .secret()
                            .length())
                    .isEqualTo(1024);
            assertRefused("otpauth://totp/a?secret=" + "A".repeat(1640), "secret is longer than 1024 bytes");
        }
    }

    @Nested
    class AParameterGivenTwice {
        @ParameterizedTest
        @CsvSource({"digits, 6, 8", "period, 30, 60", "issuer, A, B", "algorithm, SHA1, SHA256"})
        void isRefusedWhenTheValuesDiffer(String name, String first, String second) {
            assertRefused(
                    PLAIN + "&" + name + "=" + first + "&" + name.toUpperCase(Locale.ROOT) + "=" + second,
                    name + " is given twice, with different values");
        }

        @Test
        void isRefusedForTheSecretWithoutShowingIt() {
            assertThatThrownBy(() -> OtpauthUri.parse(PLAIN + "&secret=JBSWY3DP"))
                    .isInstanceOf(OtpauthException.class)
                    .hasMessage("secret is given twice, with different values");
        }

        @Test
        void isTakenOnceWhenTheValuesAgree() throws OtpauthException {
            assertRead(PLAIN + "&issuer=Acme&issuer=Acme&digits=6&digits=6&secret=" + SECRET_TEXT, ANN);
        }
    }

    @Nested
    class UnknownParameters {
        @Test
        void areIgnored() throws OtpauthException {
            assertRead(
                    PLAIN + "&image=https%3A%2F%2Fx.example%2Fa.png&icon=b&color=ff0000&lock=1&codeDisplay=%7B%7D",
                    ANN);
        }
    }

    @Nested
    class TheAlgorithm {
        @ParameterizedTest
        @CsvSource({
            "SHA1, SHA1",
            "sha-1, SHA1",
            "HmacSHA1, SHA1",
            "HMAC-SHA-1, SHA1",
            "SHA256, SHA256",
            "sha-256, SHA256",
            "hmacsha256, SHA256",
            "HMAC-SHA256, SHA256",
            "HMAC_SHA_512, SHA512",
            "Sha512, SHA512",
            "SHA-512, SHA512",
        })
        void isReadInAllItsForms(String name, HmacAlgorithm algorithm) throws OtpauthException {
            assertRead(PLAIN + "&algorithm=" + name, account("Acme", "ann", new OtpParameters.Totp(algorithm, 6, 30)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"MD5", "SHA224", "SHA384", "SHA3-256", "SHA", "SHA2", "1", "HMAC"})
        void isRefusedWhenItIsAnother(String name) {
            assertRefused(PLAIN + "&algorithm=" + name, "algorithm is " + name + "; it must be SHA1, SHA256 or SHA512");
        }

        @Test
        void isNotRepeatedWhenItIsNoName() {
            assertThatThrownBy(() -> OtpauthUri.parse(PLAIN + "&algorithm=" + SECRET_TEXT))
                    .hasMessage("algorithm is unknown; it must be SHA1, SHA256 or SHA512");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "null"})
        void isTheUsualOneWhenEmpty(String nothing) throws OtpauthException {
            assertRepaired(
                    PLAIN + "&algorithm=" + nothing,
                    ANN,
                    "The parameter “algorithm” is empty; the default SHA1 was used.");
        }
    }

    @Nested
    class Digits {
        @ParameterizedTest
        @ValueSource(ints = {6, 7, 8, 9, 10})
        void areTaken(int digits) throws OtpauthException {
            assertRead(
                    PLAIN + "&digits=" + digits,
                    account("Acme", "ann", new OtpParameters.Totp(HmacAlgorithm.SHA1, digits, 30)));
            assertThat(OtpauthUri.parse(PLAIN + "&digits=" + digits).warnings()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 4, 5})
        void underSixAreTakenWithAWarning(int digits) throws OtpauthException {
            assertThat(OtpauthUri.parse(PLAIN + "&digits=" + digits).warnings())
                    .containsExactly("Codes of " + digits + " digits are easy to guess; 6 digits are usual.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "null", "%20"})
        void areSixWhenEmpty(String nothing) throws OtpauthException {
            assertRepaired(
                    PLAIN + "&digits=" + nothing, ANN, "The parameter “digits” is empty; the default 6 was used.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "11", "-6", "99999999999999999999", "2147483654"})
        void areRefusedOutOfRange(String digits) {
            assertRefused(PLAIN + "&digits=" + digits, "digits is " + digits + "; it must be 1 to 10");
        }

        @ParameterizedTest
        @ValueSource(strings = {"six", "6.0", "0x6", "６", "٦", "6 8", "6#"})
        void areRefusedWhenTheyAreNoNumber(String digits) {
            assertRefused(PLAIN + "&digits=" + digits, "digits is not a whole number; it must be 1 to 10");
        }
    }

    @Nested
    class ThePeriod {
        @ParameterizedTest
        @ValueSource(ints = {1, 15, 30, 60, 86_400})
        void isTaken(int period) throws OtpauthException {
            assertRead(
                    PLAIN + "&period=" + period,
                    account("Acme", "ann", new OtpParameters.Totp(HmacAlgorithm.SHA1, 6, period)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "null"})
        void isThirtyWhenEmpty(String nothing) throws OtpauthException {
            assertRepaired(
                    PLAIN + "&period=" + nothing, ANN, "The parameter “period” is empty; the default 30 was used.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "-30", "86401"})
        void isRefusedOutOfRange(String period) {
            assertRefused(PLAIN + "&period=" + period, "period is " + period + "; it must be 1 to 86400");
        }
    }

    @Nested
    class TheCounter {
        private static final String HOTP = "otpauth://hotp/Acme:ann?secret=" + SECRET_TEXT;

        @ParameterizedTest
        @ValueSource(longs = {0, 1, 42, Long.MAX_VALUE})
        void isTaken(long counter) throws OtpauthException {
            assertRead(
                    HOTP + "&counter=" + counter,
                    account("Acme", "ann", new OtpParameters.Hotp(HmacAlgorithm.SHA1, 6, counter)));
        }

        @Test
        void isZeroWhenMissingAndThatIsSaid() throws OtpauthException {
            var atZero = account("Acme", "ann", new OtpParameters.Hotp(HmacAlgorithm.SHA1, 6, 0));
            assertRepaired(HOTP, atZero, "The link states no counter; it starts at 0.");
            assertRepaired(HOTP + "&counter=", atZero, "The parameter “counter” is empty; the default 0 was used.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"-1", "9223372036854775808"})
        void isRefusedOutOfRange(String counter) {
            assertRefused(
                    HOTP + "&counter=" + counter, "counter is " + counter + "; it must be 0 to 9223372036854775807");
        }
    }

    @Nested
    class SteamCodes {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "otpauth://steam/Steam:ann?secret=STEAMKEY&issuer=Steam",
                    "otpauth://steam/Steam:ann?secret=STEAMKEY&issuer=Steam&digits=5&period=30&algorithm=SHA1",
                    "otpauth://totp/Steam:ann?secret=STEAMKEY&issuer=Steam&digits=5",
                    "otpauth://totp/ann?secret=STEAMKEY&issuer=steam&digits=5",
                    "otpauth://totp/Steam:ann?secret=STEAMKEY&encoder=steam",
                    "steam://STEAMKEY",
                    "STEAM://steamkey",
                })
        void areReadInAllTheirForms(String text) throws OtpauthException {
            var account = OtpauthUri.parse(text).account();
            assertThat(account.credential().parameters()).isEqualTo(new OtpParameters.Steam());
            assertThat(account.issuer()).isEqualToIgnoringCase("Steam");
            assertThat(account.credential()
                            .codeAt(Instant.ofEpochSecond(1_742_298_622))
                            .text())
                    .isEqualTo("NTK5M");
        }

        @Test
        void nameTheirIssuerByTheirKind() throws OtpauthException {
            assertRepaired(
                    "otpauth://steam/ann?secret=" + SECRET_TEXT,
                    account("Steam", "ann", new OtpParameters.Steam()),
                    "The link names no issuer; its type belongs to Steam.");
        }

        @ParameterizedTest
        @CsvSource({"digits=6, 5 characters", "period=60, 30 seconds", "algorithm=SHA256, SHA1"})
        void areRefusedWithNumbersThatAreNotSteams(String parameter, String only) {
            var name = parameter.substring(0, parameter.indexOf('='));
            assertRefused(
                    "otpauth://steam/Steam:ann?secret=STEAMKEY&" + parameter,
                    name + " does not suit Steam; for Steam it must be " + only);
        }

        @Test
        void areNotGuessedFromTheNameAlone() throws OtpauthException {
            assertThat(OtpauthUri.parse("otpauth://totp/Steam:ann?secret=" + SECRET_TEXT + "&issuer=Steam")
                            .account()
                            .credential()
                            .parameters())
                    .isEqualTo(OtpParameters.Totp.standard());
        }

        @Test
        void areRefusedWhereTheEncoderIsAnotherOrDoesNotFit() {
            assertRefused(PLAIN + "&encoder=battlenet", "encoder is not known; it must be steam");
            assertRefused(
                    "otpauth://hotp/A?secret=" + SECRET_TEXT + "&encoder=steam", "encoder can be used with totp only");
            assertRefused("steam://", "secret is missing");
        }
    }
}
