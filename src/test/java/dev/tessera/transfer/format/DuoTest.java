package dev.tessera.transfer.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.transfer.Expected;
import dev.tessera.transfer.ImportException;
import org.junit.jupiter.api.Test;

class DuoTest {

    @Test
    void accountsWithACounterAndWithoutAreReadAndOthersTold() throws ImportException {
        var file = """
                [{"version": 1.0, "accountType": "OtpAccount", "name": "ann", "pkey": "1",
                  "otpGenerator": {"otpSecret": "GEZDGNBV"}, "logoUri": "file:///a.png"},
                 {"accountType": "OtpAccount", "name": "bob", "otpGenerator": {"otpSecret": "gezd gnbv", "counter": 0}},
                 {"accountType": "DuoAccount", "name": "push", "pkey": "2"},
                 {"accountType": "OtpAccount", "name": "bad", "otpGenerator": {"otpSecret": "0189"}},
                 {"accountType": "OtpAccount", "name": "counter", "otpGenerator": {"otpSecret": "GEZDGNBV", "counter": -1}},
                 17]""";
        try (var found = Exports.read(file)) {
            assertThat(found.format()).isEqualTo("duo");
            assertThat(Expected.allOf(found))
                    .containsExactly(
                            Expected.of(" / ann", "3132333435", "totp SHA1 6 30"),
                            Expected.of(" / bob", "3132333435", "hotp SHA1 6 0"));
            assertThat(found.rejected()).extracting("label").containsExactly("push", "bad", "counter", "entry 6");
            assertThat(found.rejected().getFirst().reason()).contains("confirms log-ins on the phone");
        }
    }

    @Test
    void aListOfPushAccountsAloneIsStillDuos() throws ImportException {
        var found = Exports.read("[{\"accountType\": \"DuoAccount\", \"name\": \"push\", \"pkey\": \"2\"}]");
        assertThat(found.format()).isEqualTo("duo");
        assertThat(found.rejected()).hasSize(1);
    }
}
