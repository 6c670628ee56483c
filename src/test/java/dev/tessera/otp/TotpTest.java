package dev.tessera.otp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpTest {
    private static final Secret RFC_SECRET = rfcSecret(20);

    /// RFC 6238 appendix B as amended by erratum 2866: the key is as long as the hash.
    @ParameterizedTest(name = "{0} s, {1}")
    @CsvSource({
        "59, SHA1, 94287082", "59, SHA256, 46119246", "59, SHA512, 90693936",
        "1111111109, SHA1, 07081804", "1111111109, SHA256, 68084774", "1111111109, SHA512, 25091201",
        "1111111111, SHA1, 14050471", "1111111111, SHA256, 67062674", "1111111111, SHA512, 99943326",
        "1234567890, SHA1, 89005924", "1234567890, SHA256, 91819424", "1234567890, SHA512, 93441116",
        "2000000000, SHA1, 69279037", "2000000000, SHA256, 90698825", "2000000000, SHA512, 38618901",
        "20000000000, SHA1, 65353130", "20000000000, SHA256, 77737706", "20000000000, SHA512, 47863826",
    })
    void agreesWithRfc6238AppendixB(long second, HmacAlgorithm algorithm, String code) {
        var secret = rfcSecret(
                switch (algorithm) {
                    case SHA1 -> 20;
                    case SHA256 -> 32;
                    case SHA512 -> 64;
                });
        var credential = new Credential(secret, new OtpParameters.Totp(algorithm, 8, 30));
        assertThat(credential.codeAt(Instant.ofEpochSecond(second)).text()).isEqualTo(code);
    }

    @ParameterizedTest(name = "second {0} is in step {1}")
    @CsvSource({
        "59, 1",
        "1111111109, 37037036",
        "1111111111, 37037037",
        "1234567890, 41152263",
        "2000000000, 66666666",
        "20000000000, 666666666",
    })
    void countsTimeStepsAsInRfc6238AppendixB(long second, long step) {
        assertThat(OtpParameters.Totp.standard().timeStepAt(Instant.ofEpochSecond(second)))
                .isEqualTo(step);
    }

    @Test
    void tellsTheExactInstantsOfTheStep() {
        var parameters = new OtpParameters.Totp(HmacAlgorithm.SHA1, 8, 30);
        assertThat(Totp.code(RFC_SECRET, parameters, 1))
                .isEqualTo(new Code("94287082", Instant.ofEpochSecond(30), Instant.ofEpochSecond(60)));
    }

    @Test
    void changesTheCodeAtTheStepsFirstInstantAndNotBefore() {
        var credential = new Credential(RFC_SECRET, OtpParameters.Totp.standard());
        var edge = Instant.ofEpochSecond(60);
        assertThat(credential.codeAt(edge.minusNanos(1))).isEqualTo(credential.codeAt(edge.minusSeconds(30)));
        assertThat(credential.codeAt(edge)).isEqualTo(credential.nextCodeAt(edge.minusNanos(1)));
        assertThat(credential.codeAt(edge).validFrom()).isEqualTo(edge);
    }

    @Test
    void countsStepsDownwardsBefore1970() {
        var credential = new Credential(RFC_SECRET, OtpParameters.Totp.standard());
        var before = credential.codeAt(Instant.ofEpochSecond(-1));
        assertThat(before.validFrom()).isEqualTo(Instant.ofEpochSecond(-30));
        assertThat(before.validUntil()).isEqualTo(Instant.EPOCH);
        assertThat(before.text()).isEqualTo(Hotp.code(RFC_SECRET, HmacAlgorithm.SHA1, 6, -1));
        assertThat(credential.nextCodeAt(Instant.ofEpochSecond(-1)).text()).isEqualTo("755224");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 60, 86_400})
    void takesAnyPeriodUpToADay(int period) {
        var credential = new Credential(RFC_SECRET, new OtpParameters.Totp(HmacAlgorithm.SHA1, 6, period));
        var code = credential.codeAt(Instant.ofEpochSecond(period));
        assertThat(code)
                .isEqualTo(new Code("287082", Instant.ofEpochSecond(period), Instant.ofEpochSecond(2L * period)));
    }

    @ParameterizedTest
    @ValueSource(ints = {-30, 0, 86_401})
    void refusesOtherPeriods(int period) {
        assertThatThrownBy(() -> new OtpParameters.Totp(HmacAlgorithm.SHA1, 6, period))
                .hasMessage("period is " + period + "; it must be 1 to 86400 seconds");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG-u-nu-arab", "tr-TR", "fa-IR-u-nu-arabext", "th-TH-u-nu-thai"})
    void writesAsciiDigitsInEachLocale(String language) {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(language));
        try {
            assertThat(Totp.code(RFC_SECRET, OtpParameters.Totp.standard(), 1).text())
                    .isEqualTo("287082");
            assertThat(Base32.decodeTyped("iiia")).isEqualTo(Base32.decode("IIIA"));
        } finally {
            Locale.setDefault(before);
        }
    }

    static Secret rfcSecret(int length) {
        return Secret.copyOf("1234567890".repeat(7).substring(0, length).getBytes(US_ASCII));
    }
}
