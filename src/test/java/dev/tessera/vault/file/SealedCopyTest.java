package dev.tessera.vault.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tessera.crypto.Passphrase;
import dev.tessera.vault.Vault;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class SealedCopyTest {
    private static final Vault VAULT = SampleVault.vault();
    private final SecureRandom random = new SecureRandom();

    @Test
    void holdsTheSameUnderAnIdOfItsOwn() throws VaultException {
        byte[] one = seal("one phrase");
        byte[] another = seal("one phrase");

        assertThat(open(one, "one phrase").entries()).isEqualTo(VAULT.entries());
        assertThat(SealedVault.parse(one).header().vaultId())
                .isNotEqualTo(SealedVault.parse(another).header().vaultId())
                .isNotEqualTo(new byte[16]);
        assertThatExceptionOfType(WrongPassphraseException.class).isThrownBy(() -> open(one, "another"));
    }

    @Test
    void isKnownByItsFirstBytes() {
        assertThat(SealedCopy.isMeant(seal("one phrase"))).isTrue();
        assertThat(SealedCopy.isMeant("{\"version\": 1}".getBytes(US_ASCII))).isFalse();
    }

    @Test
    void isNotSealedByNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> seal(""));
    }

    @Test
    void aLaterFormatIsNamed() {
        byte[] later = seal("one phrase");
        later[9] = 2;
        assertThatExceptionOfType(UnsupportedVaultVersionException.class)
                .isThrownBy(() -> open(later, "one phrase"))
                .satisfies(told -> assertThat(told.version()).isGreaterThan(1));
    }

    private byte[] seal(String phrase) {
        try (var passphrase = Passphrase.copyOf(phrase.toCharArray())) {
            return SealedCopy.seal(VAULT, passphrase, KdfCost.LEAST, random);
        }
    }

    private static Vault open(byte[] file, String phrase) throws VaultException {
        try (var passphrase = Passphrase.copyOf(phrase.toCharArray())) {
            return SealedCopy.open(file, passphrase);
        }
    }
}
