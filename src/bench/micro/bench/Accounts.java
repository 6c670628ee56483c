package bench;

import dev.tessera.otp.Account;
import dev.tessera.otp.Credential;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.Secret;
import dev.tessera.vault.Entry;
import dev.tessera.vault.Vault;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/// Vaults of as many accounts as one likes, each with its own names and secret.
public final class Accounts {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private Accounts() {}

    public static List<Entry> entries(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> Entry.create(account(number), NOW))
                .toList();
    }

    public static Vault vault(int count) {
        return Vault.empty().withNew(entries(count), List.of());
    }

    private static Account account(int number) {
        byte[] secret = ByteBuffer.allocate(20).putInt(number).array();
        return new Account(
                "Site " + number,
                "ann@" + number + ".example",
                new Credential(Secret.copyOf(secret), OtpParameters.Totp.standard()));
    }
}
