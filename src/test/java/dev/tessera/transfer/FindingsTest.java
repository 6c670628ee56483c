package dev.tessera.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.otp.Secret;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
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

    @Test
    void readingEndsBeforeTheNextEntryWhereItIsCalledOff() throws CostlyImportException {
        var findings = new Findings("some");
        findings.add(draft -> draft.issuer("Acme").secret(Secret.copyOf(new byte[] {1})));
        Thread.currentThread().interrupt();
        try {
            assertThatExceptionOfType(CancellationException.class)
                    .isThrownBy(() -> findings.add(draft -> draft.issuer("Bolt")));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(findings.toImport().entries()).hasSize(1);
    }

    @Test
    void whatHasNoNameIsToldByItsPlace() throws CostlyImportException {
        var findings = new Findings("some");
        findings.add(draft -> draft.issuer("Acme").secret(Secret.copyOf(new byte[] {1})));
        findings.reject(" ", "it is bad");
        findings.add(draft -> draft.issuer("").accountName(""));
        assertThat(findings.toImport().rejected()).extracting(Rejected::label).containsExactly("entry 2", "entry 3");
    }
}
