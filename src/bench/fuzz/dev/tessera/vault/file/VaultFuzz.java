package dev.tessera.vault.file;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import dev.tessera.crypto.Key;
import java.lang.management.ManagementFactory;
import java.security.SecureRandom;
import java.util.List;

/// Any bytes as a vault file, and any text as the content of a vault that opens: a vault, or our exception with a
/// sentence. What was read is written and read again, and is the same.
public final class VaultFuzz {
    private static final long LIMIT = 2_000_000_000;

    /// The first ones take as long as it takes to load what they need.
    private static final int NOT_TIMED = 100;

    private static final Key VAULT_KEY = Key.copyOf(new byte[32]);
    private static final byte[] VAULT_ID = new byte[16];
    private static final SecureRandom RANDOM = new SecureRandom();

    private static int tried;

    private VaultFuzz() {}

    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
        long start = cpu();
        try {
            if (data.consumeBoolean()) {
                SealedVault.parse(data.consumeRemainingAsBytes());
            } else {
                content(data.consumeRemainingAsBytes());
            }
        } catch (VaultException refused) {
            if (refused.getMessage().isBlank()) {
                throw new AssertionError("no sentence", refused);
            }
        }
        long taken = cpu() - start;
        if (tried++ > NOT_TIMED && taken > LIMIT) {
            throw new AssertionError("one vault took " + taken / 1_000_000 + " ms");
        }
    }

    /// What is read is kept: byte for byte where it is not understood.
    private static void content(byte[] json) throws VaultException {
        Payload read = VaultJsonReader.read(json);
        if (read.isOfLaterRelease()) {
            return;
        }
        Slot slot = Slot.ofRandomKey(SlotType.RECOVERY_KEY, VAULT_KEY, VAULT_KEY, VAULT_ID, RANDOM);
        SealedVault sealed;
        try {
            sealed = Sealing.of(VAULT_ID, 1, List.of(slot), RANDOM).seal(read, VAULT_KEY);
        } catch (IllegalArgumentException tooLarge) {
            return;
        }
        Payload again = VaultState.open(SealedVault.parse(sealed.toByteArray()), VAULT_KEY).payload();
        if (!again.equals(read)) {
            throw new AssertionError("read, written and read again it is another vault");
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
