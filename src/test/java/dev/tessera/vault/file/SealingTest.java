package dev.tessera.vault.file;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tessera.crypto.Key;
import dev.tessera.otp.OtpParameters.Totp;
import dev.tessera.vault.Vault;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

class SealingTest {
    private final SecureRandom random = new SecureRandom();

    @Test
    void refusesWhatDoesNotOpenToWhatWasMeant() throws IOException {
        var written = new Payload(1, Ancestry.none(), Vault.empty());
        var meant = new Payload(1, Ancestry.none(), Vault.empty().with(SampleVault.entry(1, "Pexip", Totp.standard())));
        try (var vaultKey = Key.random(random, 32)) {
            var sealed = sealing(vaultKey).seal(written, vaultKey);
            Sealing.requireOpensTo(written, sealed, vaultKey);
            assertThatExceptionOfType(NotSavedException.class)
                    .isThrownBy(() -> Sealing.requireOpensTo(meant, sealed, vaultKey))
                    .withMessageContaining("corrupted in memory");
        }
    }

    @Test
    void refusesMoreThan64MiB() {
        try (var vaultKey = Key.random(random, 32)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SealedVault.seal(new byte[64 * 1024 * 1024], vaultKey, _ -> {
                        throw new AssertionError("before any header is made");
                    }))
                    .withMessageContaining("64 MiB");
        }
    }

    private Sealing sealing(Key vaultKey) {
        byte[] id = new byte[16];
        try (var recovery = RecoveryKey.random(random)) {
            var slot = Slot.ofRandomKey(SlotType.RECOVERY_KEY, recovery.key(), vaultKey, id, random);
            return Sealing.of(id, 1, List.of(slot), random);
        }
    }
}
