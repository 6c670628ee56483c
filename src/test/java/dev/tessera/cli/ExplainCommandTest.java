package dev.tessera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tessera.otp.Credential;
import dev.tessera.otp.HmacAlgorithm;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otpauth.OtpauthException;
import dev.tessera.otpauth.OtpauthUri;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ExplainCommandTest extends AtADesk {
    @Test
    void theNeighbouringStepsAreToldWithTheirTimes() throws OtpauthException {
        var told = desk.unlocked("explain", "pexip");
        var now = grouped(0);
        assertThat(told.exitCode()).isZero();
        assertThat(told.out())
                .contains("time-based, SHA1, 6 digits, every 30 seconds")
                .contains("this computer's clock: ");
        assertThat(told.out().lines().skip(2)).hasSize(5).anyMatch(line -> line.contains(now));
        assertThat(told.out()).doesNotContain(Desk.SECRET);
    }

    @Test
    void aClockThatIsOffIsTold() throws OtpauthException {
        var told = desk.unlocked("explain", "pexip", "--code", grouped(-90));
        assertThat(told.exitCode()).isZero();
        assertThat(told.out()).contains("clock is about 1 minute 30 seconds behind this computer's");
        assertThat(desk.unlocked("explain", "pexip", "--code", code(0)).out()).contains("the two agree");
    }

    @Test
    void otherNumbersAreTold() throws OtpauthException {
        var other = new OtpParameters.Totp(HmacAlgorithm.SHA256, 6, 30);
        var told = desk.unlocked("explain", "pexip", "--code", code(other, 0));
        assertThat(told.out())
                .contains("differently: time-based, SHA256, 6 digits")
                .contains("tessera edit");
    }

    @Test
    void whatFitsNothingIsSaid() {
        var told = desk.unlocked("explain", "pexip", "--code", "abcdef");
        assertThat(told.exitCode()).isEqualTo(ExitCode.NOTHING_FOUND.number());
        assertThat(told.out()).contains("nothing matches");
        assertThat(desk.unlocked("explain", "pexip", "--code", "12 34").exitCode())
                .isEqualTo(ExitCode.USAGE.number());
    }

    @Test
    void asJson() throws OtpauthException, IOException {
        var json = new ObjectMapper();
        var match = json.readTree(
                desk.unlocked("explain", "pexip", "--json", "--code", code(60)).out());
        assertThat(match.path("match").path("offsetSeconds").asLong()).isEqualTo(60);
        assertThat(match.path("match").path("same").asBoolean()).isFalse();
        assertThat(json.readTree(desk.unlocked("explain", "pexip", "--json").out())
                        .path("steps"))
                .hasSize(5);
        assertThat(json.readTree(desk.unlocked("explain", "pexip", "--json", "--code", "abcdef")
                                .out())
                        .path("match")
                        .isNull())
                .isTrue();
    }

    private String grouped(long secondsAhead) throws OtpauthException {
        return dev.tessera.otp.Code.grouped(code(secondsAhead));
    }

    private String code(long secondsAhead) throws OtpauthException {
        return code(OtpParameters.Totp.standard(), secondsAhead);
    }

    private String code(OtpParameters parameters, long secondsAhead) throws OtpauthException {
        var secret = OtpauthUri.parse(Desk.PEXIP).account().credential().secret();
        return new Credential(secret, parameters)
                .codeAt(Desk.NOW.plusSeconds(secondsAhead))
                .text();
    }
}
