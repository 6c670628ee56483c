package dev.tessera.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTest {
    private static final Code CODE = new Code("123456", Instant.ofEpochSecond(30), Instant.ofEpochSecond(60));

    @Test
    void matchesItselfToTheLetter() {
        assertThat(CODE.matches("123456")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "123457",
                "12345",
                "1234567",
                " 123456",
                "123456 ",
                "123 456",
                "１２３４５６",
                "١٢٣٤٥٦",
                "+123456",
                "123456\n"
            })
    void matchesNothingElse(String typed) {
        assertThat(CODE.matches(typed)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "12345", "1234567", " 12345", "12345 ", "１２３４５６", "١٢٣٤٥٦", "+12345", "12345a", "12345\n"})
    void isExactlySoManyAsciiDigits(String typed) {
        assertThat(Code.isDigits(typed, 6)).isFalse();
        assertThat(Code.isDigits("012345", 6)).isTrue();
    }

    @Test
    void tellsTheTimeLeft() {
        assertThat(CODE.remainingAt(Instant.ofEpochSecond(31))).isEqualTo(Duration.ofSeconds(29));
        assertThat(CODE.remainingAt(Instant.ofEpochSecond(60))).isZero();
        assertThat(CODE.remainingAt(Instant.ofEpochSecond(99))).isZero();
        assertThat(Code.ofCounter("123456").remainingAt(Instant.MAX)).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "12345, 12345",
        "FR8RV, FR8RV",
        "123456, 123 456",
        "1234567, 123 4567",
        "12345678, 1234 5678",
        "123456789, 123 456 789",
        "1234567890, 123 456 7890",
    })
    void groupsItsSignsForTheEye(String text, String grouped) {
        assertThat(Code.ofCounter(text).grouped()).isEqualTo(grouped);
    }

    @Test
    void hidesItselfInText() {
        assertThat(CODE.toString()).doesNotContain("123456").contains("until " + CODE.validUntil());
        assertThat(Code.ofCounter("123456").toString()).doesNotContain("123456").contains("until used");
    }

    @Test
    void ofACounterMovesOnWithTheCounter() {
        var parameters = new OtpParameters.Hotp(HmacAlgorithm.SHA1, 6, 0);
        var credential = new Credential(TotpTest.rfcSecret(20), parameters);
        var later = new Credential(TotpTest.rfcSecret(20), parameters.next());
        assertThat(credential.codeAt(Instant.EPOCH)).isEqualTo(Code.ofCounter("755224"));
        assertThat(credential.nextCodeAt(Instant.EPOCH)).isEqualTo(Code.ofCounter("287082"));
        assertThat(later.codeAt(Instant.EPOCH)).isEqualTo(Code.ofCounter("287082"));
    }

    @Test
    void ofTheLastCounterStillHasANextToShow() {
        var last = new OtpParameters.Hotp(HmacAlgorithm.SHA1, 6, Long.MAX_VALUE);
        var credential = new Credential(TotpTest.rfcSecret(20), last);
        assertThat(credential.nextCodeAt(Instant.EPOCH).text()).hasSize(6);
        assertThatIllegalStateException().isThrownBy(last::next).withMessageContaining("set up the account again");
    }

    @Test
    void ofACounterBelowZeroDoesNotExist() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OtpParameters.Hotp(HmacAlgorithm.SHA1, 6, -1))
                .withMessageContaining("counter is -1");
    }
}
