package dev.tessera.otpauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.otp.Account;
import dev.tessera.otp.Base32;
import dev.tessera.otp.Credential;
import dev.tessera.otp.HmacAlgorithm;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.Secret;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// One nested class for each row of the first table in docs/otpauth.md.
class OtpauthUriTest {
    private static final String SECRET_TEXT = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
    private static final Secret SECRET = Secret.copyOf(Base32.decode(SECRET_TEXT));
    private static final String PLAIN = "otpauth://totp/Acme:ann?secret=" + SECRET_TEXT;
    private static final Account ANN = account("Acme", "ann", OtpParameters.Totp.standard());

    @Nested
    class TheUsualForm {
        private static final String USUAL = "otpauth://totp/Acme%20Inc:ann%40example.org?secret=" + SECRET_TEXT
                + "&issuer=Acme%20Inc&algorithm=SHA1&digits=6&period=30";

        @Test
        void isReadWithoutAnyRemark() throws OtpauthException {
            var account = account("Acme Inc", "ann@example.org", OtpParameters.Totp.standard());
            assertRead(USUAL, account);
            assertThat(OtpauthUri.parse(USUAL).warnings()).isEmpty();
        }

        @Test
        void isWhatWeWrite() {
            var account = account("Acme Inc", "ann@example.org", OtpParameters.Totp.standard());
            assertThat(OtpauthUri.format(account)).isEqualTo(USUAL);
        }

        @Test
        void mayLackAllButTheSecret() throws OtpauthException {
            assertRead("otpauth://totp/?secret=" + SECRET_TEXT, account("", "", OtpParameters.Totp.standard()));
            assertRead("otpauth://totp?secret=" + SECRET_TEXT, account("", "", OtpParameters.Totp.standard()));
        }

        @Test
        void isReadInAppleSchemeToo() throws OtpauthException {
            assertRead("apple-" + PLAIN, ANN);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"otpauth://", "otpauth://x/Acme?secret=JBSWY3DP", "otpauth://motp/Acme?secret=JBSWY3DP"})
        void hasAKnownType(String text) {
            assertRefused(text, "the type is not known; it must be totp, hotp, steam or yaotp");
        }

        @Test
        void hasTwoSlashes() {
            assertRefused("otpauth:totp/Acme:ann?secret=" + SECRET_TEXT, "incomplete");
            assertRefused("https://totp/Acme:ann?secret=" + SECRET_TEXT, "does not begin with otpauth://");
        }
    }

    @Nested
    class AnyCase {
        @Test
        void isAcceptedForAllThatIsEnumerated() throws OtpauthException {
            assertAnyCase();
        }

        private static void assertAnyCase() throws OtpauthException {
            assertRead(
                    "OTPAUTH://TOTP/Acme:ann?SECRET=" + SECRET_TEXT
                            + "&Issuer=Acme&ALGORITHM=sha256&Digits=8&PERIOD=60",
                    account("Acme", "ann", new OtpParameters.Totp(HmacAlgorithm.SHA256, 8, 60)));
            assertRead(
                    "otpauth://HOTP/Acme:ann?Secret=" + SECRET_TEXT + "&COUNTER=7",
                    account("Acme", "ann", new OtpParameters.Hotp(HmacAlgorithm.SHA1, 6, 7)));
            assertRead(
                    "otpauth://Totp/Acme:ann?Secret=" + SECRET_TEXT + "&Encoder=STEAM",
                    account("Acme", "ann", new OtpParameters.Steam()));
        }

        @ParameterizedTest
        @ValueSource(strings = {"tr-TR", "ar-EG-u-nu-arab"})
        void isAcceptedInEachLocale(String language) throws OtpauthException {
            var before = Locale.getDefault();
            Locale.setDefault(Locale.forLanguageTag(language));
            try {
                assertAnyCase();
                assertRefused(PLAIN + "&DIGITS=12", "digits is 12; it must be 1 to 10");
                assertThat(OtpauthUri.format(ANN)).endsWith("&algorithm=SHA1&digits=6&period=30");
            } finally {
                Locale.setDefault(before);
            }
        }
    }

    @Nested
    class TheLabel {
        @ParameterizedTest
        @CsvSource({
            "Acme:ann, Acme, ann",
            "Acme%3Aann, Acme, ann",
            "Acme%3aann, Acme, ann",
            "Acme%3A%20ann, Acme, ann",
            "Acme%20:%20ann%20, Acme, ann",
            "Acme:a:b, Acme, a:b",
            "Acme%3Aa:b, Acme, a:b",
            "Acme%3Aa%3ab, Acme, a:b",
            "Acme%3aa%3Ab, Acme, a:b",
            "Acme:a%3Ab, Acme, a:b",
            ":ann, '', ann",
            "Acme:, Acme, ''",
            "Acme/x:ann, Acme/x, ann",
        })
        void isSplitAtTheFirstColonAndThenDecoded(String label, String issuer, String accountName)
                throws OtpauthException {
            assertRead(
                    "otpauth://totp/" + label + "?secret=" + SECRET_TEXT,
                    account(issuer, accountName, OtpParameters.Totp.standard()));
        }
    }

    @Nested
    class TwoIssuers {
        @ParameterizedTest
        @ValueSource(strings = {"Acme%3A%20Inc:ann", "Acme%3A%20Inc%3Aann", "Acme:%20Inc:ann", "Acme:Inc:ann"})
        void thatHaveAColonOfTheirOwnAreOne(String label) throws OtpauthException {
            assertRead(
                    "otpauth://totp/" + label + "?issuer=Acme%3A%20Inc&secret=" + SECRET_TEXT,
                    account("Acme: Inc", "ann", OtpParameters.Totp.standard()));
        }

        @Test
        void thatDifferAreSettledByTheParameter() throws OtpauthException {
            assertRepaired(
                    PLAIN + "&issuer=Acme%20Inc",
                    account("Acme Inc", "ann", OtpParameters.Totp.standard()),
                    "The label names the issuer “Acme”, the issuer parameter “Acme Inc”; the parameter counts.");
        }

        @Test
        void thatAreEqualNeedNoWord() throws OtpauthException {
            assertRead(PLAIN + "&issuer=Acme", ANN);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "null", "NULL"})
        void ofWhichTheParameterIsEmptyAreOne(String nothing) throws OtpauthException {
            assertRead(PLAIN + "&issuer=" + nothing, ANN);
        }
    }

    @Nested
    class NoIssuer {
        @Test
        void staysEmptyAndTheAccountNameLeads() throws OtpauthException {
            var uri = OtpauthUri.parse("otpauth://totp/ann?secret=" + SECRET_TEXT);
            assertThat(uri.account()).isEqualTo(account("", "ann", OtpParameters.Totp.standard()));
            assertThat(uri.account().title()).isEqualTo("ann");
        }
    }

    @Nested
    class ARepeatedIssuer {
        @ParameterizedTest
        @ValueSource(strings = {"Acme:Acme:ann", "Acme:Acme%3Aann", "Acme%3AAcme%3Aann", "Acme:Acme:%20ann"})
        void isDroppedOnce(String label) throws OtpauthException {
            assertRepaired(
                    "otpauth://totp/" + label + "?issuer=Acme&secret=" + SECRET_TEXT,
                    ANN,
                    "The label repeats the issuer; it was dropped from the account name.");
        }

        @Test
        void isDroppedOnlyOnce() throws OtpauthException {
            var uri = OtpauthUri.parse("otpauth://totp/Acme:Acme:Acme:ann?secret=" + SECRET_TEXT);
            assertThat(uri.account()).isEqualTo(account("Acme", "Acme:ann", OtpParameters.Totp.standard()));
        }
    }

    @Nested
    class APlus {
        @Test
        void isASpaceInTheIssuer() throws OtpauthException {
            assertRead(
                    "otpauth://totp/ann?issuer=Acme+Inc&secret=" + SECRET_TEXT,
                    account("Acme Inc", "ann", OtpParameters.Totp.standard()));
        }

        @Test
        void isAPlusInAnIssuerThatWritesItsSpacesOtherwise() throws OtpauthException {
            assertRead(
                    "otpauth://totp/ann?issuer=A+B%20Inc&secret=" + SECRET_TEXT,
                    account("A+B Inc", "ann", OtpParameters.Totp.standard()));
        }

        @Test
        void isAsTheLabelHasIt() throws OtpauthException {
            assertRead(
                    "otpauth://totp/Acme+:ann?issuer=Acme+&secret=" + SECRET_TEXT,
                    account("Acme+", "ann", OtpParameters.Totp.standard()));
            assertRead(
                    "otpauth://totp/A%20B%20Inc:ann?issuer=A+B%20Inc&secret=" + SECRET_TEXT,
                    account("A B Inc", "ann", OtpParameters.Totp.standard()));
        }

        @Test
        void isDroppedFromTheSecret() throws OtpauthException {
            assertRead("otpauth://totp/Acme:ann?secret=JBSW+Y3DP+EHPK+3PXP+JBSW+Y3DP+EHPK+3PXP", ANN);
        }

        @Test
        void isAPlusInTheLabel() throws OtpauthException {
            assertRead(
                    "otpauth://totp/Acme:me+tag@x.org?secret=" + SECRET_TEXT,
                    account("Acme", "me+tag@x.org", OtpParameters.Totp.standard()));
        }
    }

    @Nested
    class DoubleEncoding {
        @Test
        void inTheLabelIsUndoneAndSaid() throws OtpauthException {
            assertRepaired(
                    "otpauth://totp/Acme%253Aann%2540x.org?secret=" + SECRET_TEXT,
                    account("Acme", "ann@x.org", OtpParameters.Totp.standard()),
                    "The label was percent-encoded twice; it was decoded twice.");
        }

        @Test
        void inAValueIsUndoneAndSaid() throws OtpauthException {
            assertRepaired(
                    PLAIN + "%253D%253D&issuer=Acme",
                    ANN,
                    "The secret was percent-encoded twice; it was decoded twice.");
            assertRepaired(
                    "otpauth://totp/ann?issuer=Acme%2520Inc&secret=" + SECRET_TEXT,
                    account("Acme Inc", "ann", OtpParameters.Totp.standard()),
                    "The issuer was percent-encoded twice; it was decoded twice.");
        }

        @ParameterizedTest
        @CsvSource({"50%25, 50%", "50%25:x, 50%", "5%25%2540, 5%%40", "%25E9, %E9"})
        void isNotSeenInASinglePercentSign(String label, String shown) throws OtpauthException {
            var account = OtpauthUri.parse("otpauth://totp/" + label + "?secret=" + SECRET_TEXT)
                    .account();
            assertThat(account.title()).isEqualTo(shown);
        }
    }

    @Nested
    class RawSigns {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "guest#EXT#@x.org",
                    "Ann Example",
                    "Zoë",
                    "名前",
                    "a|b",
                    "(\"ann\")",
                    "50%: off",
                    "%zz",
                    "a%",
                    "\uD83D\uDE00"
                })
        void inTheLabelAreTakenAndSaid(String name) throws OtpauthException {
            var uri = OtpauthUri.parse("otpauth://totp/Acme:" + name + "?secret=" + SECRET_TEXT);
            assertThat(uri.account()).isEqualTo(account("Acme", name, OtpParameters.Totp.standard()));
            assertThat(uri.repairs())
                    .containsExactly(
                            "The label holds signs that should be percent-encoded; they were taken as they are.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"C# Corner", "Zoë", "Tom|Jerry", "100%"})
        void inTheIssuerAreTakenAndSaid(String issuer) throws OtpauthException {
            assertRepaired(
                    "otpauth://totp/ann?issuer=" + issuer + "&secret=" + SECRET_TEXT,
                    account(issuer, "ann", OtpParameters.Totp.standard()),
                    "The issuer holds signs that should be percent-encoded; they were taken as they are.");
        }

        @Test
        void thatAreNoTextAreShownAsSuch() throws OtpauthException {
            assertRepaired(
                    "otpauth://totp/Acme:Zo%EB?secret=" + SECRET_TEXT,
                    account("Acme", "Zo\ufffd", OtpParameters.Totp.standard()),
                    "A name holds bytes that are no text in UTF-8; each is shown as �.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"an%0Dn", "an%1Bn", "%E2%80%AEann", "an%E2%81%A6n", "an%C2%9Bn"})
        void thatSteerATerminalOrTurnTheTextAreLeftOut(String name) throws OtpauthException {
            assertRepaired(
                    "otpauth://totp/Acme:" + name + "?secret=" + SECRET_TEXT,
                    ANN,
                    "A name holds control signs; they were left out.");
        }
    }

    @Nested
    class Separators {
        @Test
        void thatAreEncodedBelongToTheValue() throws OtpauthException {
            assertRead(
                    "otpauth://totp/ann?issuer=A%26B%3DC%3Fdigits%3D8&secret=" + SECRET_TEXT,
                    account("A&B=C?digits=8", "ann", OtpParameters.Totp.standard()));
        }

        @Test
        void copiedFromHtmlAreStillSeparators() throws OtpauthException {
            assertRepaired(
                    PLAIN + "&amp;digits=8",
                    account("Acme", "ann", new OtpParameters.Totp(HmacAlgorithm.SHA1, 8, 30)),
                    "The link was copied with “&amp;” in place of “&”.");
        }

        @Test
        void withoutAnEqualsSignAreSaid() throws OtpauthException {
            assertRepaired(
                    "otpauth://totp/ann?issuer=Tom&Jerry&&secret=" + SECRET_TEXT + "&",
                    account("Tom", "ann", OtpParameters.Totp.standard()),
                    "A part of the link without “=” was left out.");
        }
    }

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
            "JB%00W, 'a sign U+0000 at position 3'",
        })
        void withAnyOtherSignIsRefusedAndNothingGuessed(String secret, String problem) {
            var shown = problem.startsWith("a sign") ? problem : "'" + problem;
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
            assertRefused("otpauth://totp/Acme:ann?secret=" + secret, "secret is too short: it fills no byte");
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
                    "The parameter “algorithm” is empty; the usual SHA1 was taken.");
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
                    .containsExactly("Codes of " + digits + " digits are easy to guess; 6 are usual.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "null", "%20"})
        void areSixWhenEmpty(String nothing) throws OtpauthException {
            assertRepaired(
                    PLAIN + "&digits=" + nothing, ANN, "The parameter “digits” is empty; the usual 6 was taken.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "11", "-6", "99999999999999999999", "2147483654"})
        void areRefusedOutOfRange(String digits) {
            assertRefused(PLAIN + "&digits=" + digits, "digits is " + digits + "; it must be 1 to 10");
        }

        @ParameterizedTest
        @ValueSource(strings = {"six", "6.0", "0x6", "６", "٦", "6 8", "6#"})
        void areRefusedWhenTheyAreNoNumber(String digits) {
            assertRefused(PLAIN + "&digits=" + digits, "digits is no whole number; it must be 1 to 10");
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
                    PLAIN + "&period=" + nothing, ANN, "The parameter “period” is empty; the usual 30 was taken.");
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
            assertRepaired(HOTP, atZero, "The link names no counter; it starts at 0.");
            assertRepaired(HOTP + "&counter=", atZero, "The parameter “counter” is empty; the usual 0 was taken.");
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
                    "The link names no issuer; its kind is that of Steam.");
        }

        @ParameterizedTest
        @CsvSource({"digits=6, 5 signs", "period=60, 30 seconds", "algorithm=SHA256, SHA1"})
        void areRefusedWithNumbersThatAreNotSteams(String parameter, String only) {
            var name = parameter.substring(0, parameter.indexOf('='));
            assertRefused(
                    "otpauth://steam/Steam:ann?secret=STEAMKEY&" + parameter,
                    name + " is not Steam's own; for Steam it must be " + only);
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
            assertRefused("otpauth://hotp/A?secret=" + SECRET_TEXT + "&encoder=steam", "encoder goes with totp only");
            assertRefused("steam://", "secret is missing");
        }
    }

    @Nested
    class TheText {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "  %s\n",
                    "<%s>",
                    "\"%s\"",
                    "'%s'",
                    "“%s”",
                    "„%s“",
                    "«%s»",
                    "`%s`",
                    " \"<%s>\" ",
                    "\ufeff%s\u200b",
                    "\u00a0%s\r\n"
                })
        void isFreedOfWhatStandsAroundIt(String frame) throws OtpauthException {
            assertRead(frame.replace("%s", PLAIN), ANN);
        }

        @Test
        void isRefusedUnreadWhenItIsTooLong() {
            var longest = PLAIN + "&x=" + "y".repeat(8192 - PLAIN.length() - 3);
            assertThat(longest).hasSize(8192);
            assertThat(ScannedText.parse(longest)).isInstanceOf(ScannedText.One.class);
            assertRefused(longest + "y", "the text has 8193 characters; at most 8192 are read");
        }
    }

    private static Account account(String issuer, String accountName, OtpParameters parameters) {
        return new Account(issuer, accountName, new Credential(SECRET, parameters));
    }

    private static void assertRead(String text, Account account) throws OtpauthException {
        assertRepaired(text, account);
    }

    private static void assertRepaired(String text, Account account, String... repairs) throws OtpauthException {
        var uri = OtpauthUri.parse(text);
        assertThat(uri.account()).isEqualTo(account);
        assertThat(uri.repairs()).containsExactly(repairs);
    }

    private static void assertRefused(String text, String problem) {
        assertThatThrownBy(() -> OtpauthUri.parse(text))
                .isInstanceOf(OtpauthException.class)
                .hasMessageContaining(problem)
                .message()
                .doesNotContain(SECRET_TEXT);
    }
}
