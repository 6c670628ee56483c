package dev.tessera.otpauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.otp.Account;
import dev.tessera.otp.Base32;
import dev.tessera.otp.Credential;
import dev.tessera.otp.HmacAlgorithm;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.Secret;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// One nested class for each row of the first table in docs/otpauth.md; the parameters are in
/// [OtpauthUriParametersTest].
class OtpauthUriTest {
    static final String SECRET_TEXT = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
    static final Secret SECRET = Secret.copyOf(Base32.decode(SECRET_TEXT));
    static final String PLAIN = "otpauth://totp/Acme:ann?secret=" + SECRET_TEXT;
    static final Account ANN = account("Acme", "ann", OtpParameters.Totp.standard());

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
                    "The label names the issuer “Acme”, but the issuer parameter says “Acme Inc”; the parameter "
                            + "was used.");
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
                    .containsExactly("The label contains characters that should be percent-encoded; they were kept as "
                            + "they are.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"C# Corner", "Zoë", "Tom|Jerry", "100%"})
        void inTheIssuerAreTakenAndSaid(String issuer) throws OtpauthException {
            assertRepaired(
                    "otpauth://totp/ann?issuer=" + issuer + "&secret=" + SECRET_TEXT,
                    account(issuer, "ann", OtpParameters.Totp.standard()),
                    "The issuer contains characters that should be percent-encoded; they were kept as they are.");
        }

        @Test
        void thatAreNoTextAreShownAsSuch() throws OtpauthException {
            assertRepaired(
                    "otpauth://totp/Acme:Zo%EB?secret=" + SECRET_TEXT,
                    account("Acme", "Zo\ufffd", OtpParameters.Totp.standard()),
                    "A name contains bytes that are not valid UTF-8; each is shown as �.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"an%0Dn", "an%1Bn", "%E2%80%AEann", "an%E2%81%A6n", "an%C2%9Bn"})
        void thatSteerATerminalOrTurnTheTextAreLeftOut(String name) throws OtpauthException {
            assertRepaired(
                    "otpauth://totp/Acme:" + name + "?secret=" + SECRET_TEXT,
                    ANN,
                    "A name contains control characters; they were left out.");
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
                    "The link was copied with “&amp;” instead of “&”.");
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

    static Account account(String issuer, String accountName, OtpParameters parameters) {
        return new Account(issuer, accountName, new Credential(SECRET, parameters));
    }

    static void assertRead(String text, Account account) throws OtpauthException {
        assertRepaired(text, account);
    }

    static void assertRepaired(String text, Account account, String... repairs) throws OtpauthException {
        var uri = OtpauthUri.parse(text);
        assertThat(uri.account()).isEqualTo(account);
        assertThat(uri.repairs()).containsExactly(repairs);
    }

    static void assertRefused(String text, String problem) {
        assertThatThrownBy(() -> OtpauthUri.parse(text))
                .isInstanceOf(OtpauthException.class)
                .hasMessageContaining(problem)
                .message()
                .doesNotContain(SECRET_TEXT);
    }
}
