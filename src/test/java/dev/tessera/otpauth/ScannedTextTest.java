package dev.tessera.otpauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.otp.Base32;
import dev.tessera.otp.Secret;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScannedTextTest {
    private static final String URI = "otpauth://totp/Acme:ann?secret=JBSWY3DPEHPK3PXP";

    @Test
    void isAnAccount() throws OtpauthException {
        assertThat(ScannedText.parse(URI)).isEqualTo(new ScannedText.One(OtpauthUri.parse(URI)));
    }

    @Test
    void tellsWhyAnAccountCannotBeUsed() {
        assertThat(ScannedText.parse(URI + "&digits=0"))
                .isEqualTo(new ScannedText.Unusable("This account cannot be used: digits is 0; it must be 1 to 10."));
    }

    @Test
    void tellsWhyAnExportCannotBeUsed() {
        assertThat(ScannedText.parse("otpauth-migration://offline?data=Cg"))
                .isEqualTo(new ScannedText.Unusable(
                        "This export cannot be used: it is damaged or incomplete; scan it again."));
    }

    @Test
    void isRefusedUnreadWhenItIsTooLong() {
        assertThat(ScannedText.parse(URI + " ".repeat(8192))).isInstanceOf(ScannedText.Unusable.class);
    }

    @Nested
    class ABareSecret {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "JBSWY3DPEHPK3PXP",
                    "jbswy3dpehpk3pxp",
                    "JBSW Y3DP EHPK 3PXP",
                    "jbsw-y3dp-ehpk-3pxp",
                    " JBSWY3DPEHPK3PXP== \n"
                })
        void isOfferedAsOne(String text) {
            var secret = Secret.copyOf(Base32.decode("JBSWY3DPEHPK3PXP"));
            assertThat(ScannedText.parse(text)).isEqualTo(new ScannedText.BareSecret(secret));
        }

        @Test
        void withAWrongSignIsNotGuessed() {
            assertThat(ScannedText.parse("JBSW Y3DP EHPK 3PX8"))
                    .isEqualTo(new ScannedText.Unusable(
                            "This account cannot be used: secret is not Base32: '8' at position 19."));
        }

        @ParameterizedTest
        @ValueSource(strings = {"STEAMKEY", "Hello", "4111 1111 1111 1111", "2345672345672345", "PleaseCallMeTomorrow"})
        void isNotSeenInWordsAndNumbers(String text) {
            assertThat(ScannedText.parse(text)).isInstanceOf(ScannedText.Other.class);
        }
    }

    /// The second table in docs/otpauth.md.
    @Nested
    class SomethingElse {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "phonefactor://activate_account?code=1&url=https%3A%2F%2Fx",
                    "PhoneFactor://activate_account?code=1",
                    "https://login.microsoftonline.com/authenticatorApp/x?y",
                })
        void isMicrosoftsOwnEnrolment(String text) {
            assertExplained(text, "Microsoft's own enrolment", "choose to use a different authenticator app");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "duo://abcdefghijABCDEFGHIJ-YXBpLTEyMzQ1Njc4LmR1b3NlY3VyaXR5LmNvbQ",
                    "abcdefghijABCDEFGHIJ-YXBpLTEyMzQ1Njc4LmR1b3NlY3VyaXR5LmNvbQ"
                })
        void isDuosOwnEnrolment(String text) {
            assertExplained(
                    text, "Duo's own enrolment", "Ask your administrator to let you use a third-party authenticator");
        }

        @ParameterizedTest
        @ValueSource(strings = {"FIDO:/123456789012345678901234567890", "fido:/1"})
        void isAPasskey(String text) {
            assertExplained(text, "a passkey", "not with codes");
        }

        @ParameterizedTest
        @CsvSource({
            "https://www.example.org/path?x=1#y, www.example.org",
            "HTTP://Example.ORG:8080, example.org",
            "https://bank.example@evil.example/, evil.example",
            "https://bank.example:x@evil.example:443\\@bank.example/, evil.example",
            "https:\\\\evil.example/x, evil.example",
            "https://[2001:db8::1]:8443/, [2001:db8::1]",
            "https://bücher.example?x, bücher.example",
            "www.example.org/x, www.example.org",
        })
        void isAWebAddressWithItsHost(String text, String host) {
            assertExplained(text, "This is a web address (" + host + "), not an authenticator account.", "");
        }

        @ParameterizedTest
        @ValueSource(strings = {"https://", "https:///", "https://evil\u202egro.elpmaxe/", "https://a\u001b[2J/"})
        void isAWebAddressWithoutAHostToShow(String text) {
            assertExplained(text, "This is a web address, not an authenticator account.", "");
        }

        @ParameterizedTest
        @CsvSource({
            "https://play.google.com/store/apps/details?id=x, a link to an app store",
            "market://details?id=x, a link to an app store",
            "https://apps.apple.com/app/id1, a link to an app store",
            "'WIFI:T:WPA;S:net;P:pass;;', Wi-Fi access",
            "tel:+431234, a telephone number",
            "SMSTO:+431234:hi, a message to send",
            "mailto:a@x.example, an e-mail address",
            "'BEGIN:VCARD\nVERSION:3.0\nFN:Ann\nEND:VCARD', a contact",
            "'MECARD:N:Ann;;', a contact",
            "'BEGIN:VEVENT\nEND:VEVENT', a calendar entry",
            "'geo:48.2,16.3', a place on a map",
            "bitcoin:1BoatSLRHtKNngkdXEeobR76b53LETtpyT, a payment link",
            "'BCD\n002\n1\nSCT', a payment link",
            "steam://run/440, a link for another program (steam)",
            "steam://rungameid/440?x, a link for another program (steam)",
            "zoommtg://zoom.us/join?x, a link for another program (zoommtg)",
            "Table 12, plain text",
            "note: call Ann, plain text",
        })
        void isNamed(String text, String name) {
            assertExplained(text, "This is " + name + ", not an authenticator account.", "Look for the QR code");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " \n", "\"\"", "<>"})
        void isNothing(String text) {
            assertThat(ScannedText.parse(text)).isEqualTo(new ScannedText.Other("There is no text in it."));
        }

        private static void assertExplained(String text, String what, String nextStep) {
            assertThat(ScannedText.parse(text))
                    .isInstanceOfSatisfying(
                            ScannedText.Other.class,
                            other -> assertThat(other.explanation())
                                    .contains(what)
                                    .contains(nextStep));
        }
    }

    @Nested
    class ManyLines {
        @Test
        void areReadOneByOne() {
            var text = "# my accounts\r\n" + URI + "\n\n  \"" + URI + "\"  \r\nhttps://example.org\n" + URI
                    + "&digits=0\n";
            assertThat(ScannedText.parseLines(text))
                    .containsExactly(
                            ScannedText.parse(URI),
                            ScannedText.parse(URI),
                            ScannedText.parse("https://example.org"),
                            ScannedText.parse(URI + "&digits=0"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "apple-otpauth://totp/Acme:ann?secret=JBSWY3DPEHPK3PXP",
                    "motp://Acme:ann?secret=31323334313233343132333431323334&pin=1234",
                    "steam://JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
                    "otpauth-migration://offline?data=Cg"
                })
        void areReadOneByOneWhateverKindOfLinkOneOfThemIs(String link) {
            assertThat(ScannedText.parseLines("a heading\n" + link))
                    .containsExactly(ScannedText.parse("a heading"), ScannedText.parse(link));
        }

        @Test
        void areNotReadWhenTheyAreMoreThanAnyFileOfAccounts() {
            var text = (URI + "\n").repeat(4 * 1024 * 1024 / URI.length());
            assertThat(ScannedText.parseLines(text)).singleElement().isInstanceOf(ScannedText.Unusable.class);
        }

        @Test
        void mayBeManyMoreThanALink() {
            var text = (URI + "\n").repeat(1000);
            assertThat(ScannedText.parseLines(text)).hasSize(1000).containsOnly(ScannedText.parse(URI));
        }

        @ParameterizedTest
        @ValueSource(strings = {"BEGIN:VCARD\nFN:Ann\nEND:VCARD", "JBSW Y3DP\nEHPK 3PXP", "", "one\ntwo"})
        void areOneTextWhenNoneIsAnAccount(String text) {
            assertThat(ScannedText.parseLines(text)).containsExactly(ScannedText.parse(text));
        }
    }
}
