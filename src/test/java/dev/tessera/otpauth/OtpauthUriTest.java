package dev.tessera.otpauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.otp.Account;
import dev.tessera.otp.Base32;
import dev.tessera.otp.Credential;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.Secret;
import org.junit.jupiter.api.Test;

class OtpauthUriTest {
    private static final String USUAL =
            "otpauth://totp/Acme%20Inc:ann@example.org?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Acme%20Inc"
                    + "&algorithm=SHA1&digits=6&period=30";

    @Test
    void readsWhatNearlyEverySiteWrites() throws OtpauthException {
        var secret = Secret.copyOf(Base32.decode("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"));
        var account = new Account("Acme Inc", "ann@example.org", new Credential(secret, OtpParameters.Totp.standard()));
        var uri = OtpauthUri.parse(USUAL);
        assertThat(uri.account()).isEqualTo(account);
        assertThat(uri.repairs()).isEmpty();
        assertThat(uri.warnings()).isEmpty();
        assertThat(OtpauthUri.format(account)).isEqualTo(USUAL.replace("@", "%40"));
    }
}
