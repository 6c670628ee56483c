package dev.tessera.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.otp.Secret;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FindingsTest {

    @Test
    void theSecretOfAnUnusableEntryIsWiped() throws CostlyImportException {
        var secret = Secret.copyOf(new byte[] {1, 2});
        var findings = new Findings("some");
        findings.add(draft -> draft.issuer("Acme").secret(secret).digits(OptionalLong.of(0)));
        assertThat(findings.toImport().rejected()).extracting(Rejected::label).containsExactly("Acme");
        assertThat(secret.isClosed()).isTrue();
    }
}
