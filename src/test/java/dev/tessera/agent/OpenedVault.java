package dev.tessera.agent;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.tessera.clock.CodeClock;
import dev.tessera.crypto.Passphrase;
import dev.tessera.otp.Account;
import dev.tessera.otp.Credential;
import dev.tessera.otp.HmacAlgorithm;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.Secret;
import dev.tessera.session.VaultSession;
import dev.tessera.vault.file.KdfCost;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// A real vault that is open, a clock that stands still, and what an agent is told of both.
final class OpenedVault implements AutoCloseable {
    /// RFC 6238 appendix B: at 59 s the code of SHA1 is 94287082, of which six digits are 287082.
    static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(59));

    static final CodeClock CODES = CodeClock.plain(CLOCK);

    static final String SECRET = "12345678901234567890";
    static final String PASSPHRASE = "an owl in the attic";

    final Path file;
    final VaultSession session;
    volatile Optional<VaultSession> open;
    final AtomicInteger locked = new AtomicInteger();

    OpenedVault(Path file) throws IOException {
        this.file = file;
        try (var passphrase = Passphrase.copyOf(PASSPHRASE.toCharArray())) {
            session = VaultSession.create(file, passphrase, KdfCost.LEAST, CLOCK);
        }
        session.add(timed("Pexip", "ann@example.org", SECRET));
        session.add(timed("GitHub", "ann", "a secret of 20 bytes"));
        session.add(timed("GitHub Enterprise", "bob", "a secret of 20 octet"));
        session.add(new Account(
                "Bank", "ann", new Credential(secret(SECRET), new OtpParameters.Hotp(HmacAlgorithm.SHA1, 6, 0))));
        open = Optional.of(session);
    }

    static Account timed(String issuer, String name, String secret) {
        return new Account(issuer, name, new Credential(secret(secret), OtpParameters.Totp.standard()));
    }

    private static Secret secret(String text) {
        return Secret.copyOf(text.getBytes(US_ASCII));
    }

    Optional<Agent> agent(Path folder, Seat seat) {
        return Agent.open(Optional.of(folder), seat, file, () -> open, CODES, this::lock);
    }

    private void lock() {
        open = Optional.empty();
        locked.incrementAndGet();
    }

    @Override
    public void close() {
        session.close();
    }
}
