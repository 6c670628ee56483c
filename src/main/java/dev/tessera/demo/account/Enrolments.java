package dev.tessera.demo.account;

import dev.tessera.otp.Secret;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.UUID;

/// Setting up the second factor: a seed is offered to one session, and becomes the person's factor when that
/// session sends a code of it. Until then it counts for nothing.
public final class Enrolments {
    /// How long an offered seed can be confirmed.
    static final Duration LIFETIME = Duration.ofMinutes(10);
    /// RFC 4226 section 4, R6: 160 bits are recommended.
    private static final int SEED_LENGTH = 20;

    private final Database database;
    private final SeedSafe seeds;
    private final CodeCheck check;
    private final SecureRandom random;
    private final InstantSource clock;

    Enrolments(Database database, SeedSafe seeds, CodeCheck check, SecureRandom random, InstantSource clock) {
        this.database = database;
        this.seeds = seeds;
        this.check = check;
        this.random = random;
        this.clock = clock;
    }

    /// What came of a code.
    public sealed interface Outcome {
        /// The factor is set up, and the code is used up; the next one is there at `nextCodeFrom`.
        record Confirmed(Instant nextCodeFrom) implements Outcome {}

        /// Not six ASCII digits.
        record Malformed() implements Outcome {}

        /// Of no step in the window.
        record Wrong() implements Outcome {}

        /// There is no seed to confirm: its time is over, or another request confirmed it.
        record Gone() implements Outcome {}

        /// Meanwhile the person set up a factor elsewhere, which stays.
        record AlreadySetUp() implements Outcome {}
    }

    /// Makes a new seed for this session; one offered before is gone. The caller shows it once and closes it.
    public Secret offer(Session.Enrolling session) throws StoreException {
        byte[] bytes = new byte[SEED_LENGTH];
        random.nextBytes(bytes);
        var seed = Secret.copyOf(bytes);
        Arrays.fill(bytes, (byte) 0);
        var factorId = UUID.randomUUID().toString();
        var personId = session.person().id();
        var sealed = seeds.seal(seed, personId, factorId);
        database.transaction(sql -> {
            sql.update("DELETE FROM enrolment WHERE session_hash = ?", session.key());
            return sql.update(
                    "INSERT INTO enrolment (session_hash, factor_id, person_id, sealed_seed, expires_at)"
                            + " VALUES (?, ?, ?, ?, ?)",
                    session.key(),
                    factorId,
                    personId,
                    sealed,
                    clock.instant().plus(LIFETIME).toEpochMilli());
        });
        return seed;
    }

    /// Checks the first code and sets the factor up, with this code used up.
    public Outcome confirm(Session.Enrolling session, String typed) throws StoreException {
        if (!CodeCheck.isFormed(typed)) {
            return new Outcome.Malformed();
        }
        var now = clock.instant();
        var offered = database.run(sql -> sql.first(
                "SELECT factor_id, sealed_seed FROM enrolment WHERE session_hash = ? AND expires_at > ?",
                row -> new Offered(row.getString(1), row.getString(2)),
                session.key(),
                now.toEpochMilli()));
        if (offered.isEmpty()) {
            return new Outcome.Gone();
        }
        var step = stepOf(session, offered.get(), typed, now);
        return step.isEmpty() ? new Outcome.Wrong() : activate(session, offered.get(), step.getAsLong(), now);
    }

    private OptionalLong stepOf(Session.Enrolling session, Offered offered, String typed, Instant now)
            throws StoreException {
        try (var seed = seeds.open(offered.sealedSeed(), session.person().id(), offered.factorId())) {
            return check.matchingStep(seed, typed, now);
        }
    }

    /// All or nothing: the offer is taken back (by one of many), the factor put if absent, the session ended.
    private Outcome activate(Session.Enrolling session, Offered offered, long step, Instant now) throws StoreException {
        try {
            return database.transaction(sql -> {
                if (sql.update("DELETE FROM enrolment WHERE factor_id = ?", offered.factorId()) != 1) {
                    return new Outcome.Gone();
                }
                sql.update(
                        "INSERT INTO factor (id, person_id, sealed_seed, last_step, attempts, blocked_until,"
                                + " confirmed_at, last_used_at) VALUES (?, ?, ?, ?, 0, 0, ?, ?)",
                        offered.factorId(),
                        session.person().id(),
                        offered.sealedSeed(),
                        step,
                        now.toEpochMilli(),
                        now.toEpochMilli());
                Sessions.end(sql, session.key());
                return new Outcome.Confirmed(CodeCheck.endOf(step));
            });
        } catch (StoreException e) {
            if (e.isDuplicate()) {
                return new Outcome.AlreadySetUp();
            }
            throw e;
        }
    }

    private record Offered(String factorId, String sealedSeed) {}
}
