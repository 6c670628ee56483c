package dev.tessera.explain;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.otp.Credential;
import dev.tessera.otp.HmacAlgorithm;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What another device shows, made with one or more differences, is told as that difference.
class CodeSearchTest {
    private static final Instant NOW = Instant.parse("2026-11-27T01:02:03Z");
    private static final OtpParameters.Totp USUAL = OtpParameters.Totp.standard();

    private static Secret secret() {
        return Secret.copyOf(IntStream.rangeClosed(1, 20)
                .collect(java.io.ByteArrayOutputStream::new, (bytes, i) -> bytes.write(i), (a, b) -> {})
                .toByteArray());
    }

    private static String code(OtpParameters parameters, long secondsAhead) {
        return new Credential(secret(), parameters)
                .codeAt(NOW.plusSeconds(secondsAhead))
                .text();
    }

    private static Match found(OtpParameters own, String shown) {
        return CodeSearch.find(new Credential(secret(), own), shown, NOW).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {-10, -9, -8, -7, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aClockThatIsOff(int steps) {
        var match = found(USUAL, code(USUAL, steps * 30L));
        assertThat(match.isOf(USUAL)).isTrue();
        assertThat(match.steps()).isEqualTo(steps);
        assertThat(match.offset()).isEqualTo(Duration.ofSeconds(steps * 30L));
    }

    @ParameterizedTest
    @CsvSource({"3600", "-3600", "7200", "-18000", "19800", "86400", "-86400", "3660"})
    void aClockOfAnotherZoneOrDay(long seconds) {
        var match = found(USUAL, code(USUAL, seconds));
        assertThat(match.isOf(USUAL)).isTrue();
        assertThat(match.offset()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({
        "SHA256, 6, 30",
        "SHA512, 6, 30",
        "SHA1, 8, 30",
        "SHA1, 7, 30",
        "SHA1, 6, 60",
        "SHA1, 6, 15",
        "SHA256, 8, 60"
    })
    void otherNumbers(HmacAlgorithm algorithm, int digits, int period) {
        var other = new OtpParameters.Totp(algorithm, digits, period);
        var match = found(USUAL, code(other, 0));
        assertThat(match.parameters()).isEqualTo(other);
        assertThat(match.steps()).isZero();
        assertThat(match.cut()).isZero();
        assertThat(match.isOf(USUAL)).isFalse();
    }

    @Test
    void otherNumbersAndAClockThatIsOff() {
        var other = new OtpParameters.Totp(HmacAlgorithm.SHA256, 6, 30);
        assertThat(found(USUAL, code(other, -90)).steps()).isEqualTo(-3);
        assertThat(found(USUAL, code(other, -90)).parameters()).isEqualTo(other);
    }

    @Test
    void eightDigitsCutToSix() {
        var eight = new OtpParameters.Totp(HmacAlgorithm.SHA1, 8, 30);
        var match = found(USUAL, code(eight, 30).substring(0, 6));
        assertThat(match.parameters()).isEqualTo(eight);
        assertThat(match.cut()).isEqualTo(2);
        assertThat(match.steps()).isEqualTo(1);
        // The other way round: the account has eight, and the other device shows their last six.
        assertThat(found(eight, code(USUAL, 0)).parameters()).isEqualTo(USUAL);
    }

    @Test
    void anUnusualPeriodOfTheAccount() {
        var own = new OtpParameters.Totp(HmacAlgorithm.SHA1, 6, 37);
        assertThat(found(own, code(own, 74)).steps()).isEqualTo(2);
        assertThat(found(own, code(new OtpParameters.Totp(HmacAlgorithm.SHA512, 6, 37), 0))
                        .steps())
                .isZero();
    }

    @Test
    void aCounterThatIsElsewhere() {
        var own = new OtpParameters.Hotp(HmacAlgorithm.SHA1, 6, 5);
        for (long counter : new long[] {0, 4, 5, 6, 105}) {
            var match = found(own, code(own.withCounter(counter), 0));
            assertThat(match.steps()).isEqualTo(counter - 5);
            assertThat(match.isOf(own)).isTrue();
            assertThat(match.offset()).isZero();
        }
        assertThat(CodeSearch.find(new Credential(secret(), own), code(own.withCounter(106), 0), NOW))
                .isEmpty();
        var last = own.withCounter(Long.MAX_VALUE);
        assertThat(found(last, code(last, 0)).steps()).isZero();
    }

    @Test
    void kindsWithoutNumbersDifferByTheClockAlone() {
        var steam = new OtpParameters.Steam();
        assertThat(found(steam, code(steam, -60)).steps()).isEqualTo(-2);
    }

    @Test
    void theCaseOfLettersDoesNotCount() {
        var pin = Secret.copyOf("5239".getBytes(US_ASCII));
        var sixteen = Secret.copyOf("a secret of 16 b".getBytes(US_ASCII)); // as Yandex has them
        for (var kind :
                List.of(new OtpParameters.Steam(), new OtpParameters.Yandex(pin), new OtpParameters.Motp(pin))) {
            var credential = new Credential(sixteen, kind);
            for (long step = -5; step <= 5; step++) {
                var seconds = Duration.ofSeconds(step * kind.period());
                var code = credential.codeAt(NOW.plus(seconds)).text();
                for (var shown : List.of(code.toUpperCase(Locale.ROOT), code.toLowerCase(Locale.ROOT))) {
                    assertThat(CodeSearch.find(credential, shown, NOW).map(Match::offset))
                            .contains(seconds);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234", "abcdef", "12345678901", "００００００"})
    void whatFitsNothingIsSaidToFitNothing(String shown) {
        assertThat(CodeSearch.find(new Credential(secret(), USUAL), shown, NOW)).isEmpty();
    }
}
